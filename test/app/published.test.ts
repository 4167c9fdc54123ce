/** Rules and words that change while programs run: used by all of them, or refused as a whole. */

import { renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { publishFolder } from "../../src/app/publishing.ts";
import type { Bot } from "../../src/bot/bot.ts";
import { IN_SLACK, join as linked, type Voice, voiceOf, wordsOf } from "../bot/voice.ts";
import { DATABASES, openNew } from "../databases.ts";
import { addEdition, newDisk, start } from "./publishing.ts";

const GREETING = { file: "conversations/messages.json", at: "says.empty" };
const HOURS = "rules/lluk-2010/requirements/certificate.json";

async function said(bot: Bot, ...lines: readonly string[]): Promise<string> {
  return wordsOf(await voiceOf(bot, IN_SLACK).say(...lines));
}

describe.each(DATABASES)("rules and words on %s", (kind) => {
  test("that are changed on one disk are used by every program, without a restart", async () => {
    const { db } = await openNew(kind);
    const [one, other] = [await start(db, newDisk()), await start(db, newDisk())];
    for (const { published } of [one, other]) await published.look();
    await one.change({ ...GREETING, value: "Say something that I can read, please." });
    await other.published.look();
    for (const { bot } of [one, other])
      expect(await said(bot, "start", "…")).toContain("Say something that I can read, please.");
    expect([one.published.number, other.published.number]).toEqual([2, 2]);
    expect([...one.complaints, ...other.complaints]).toEqual([]);
  });

  test("that are broken are refused as a whole, with the place and the way out, until they are mended", async () => {
    const { db } = await openNew(kind);
    const program = await start(db, newDisk());
    await program.published.look();
    await program.change(
      { ...GREETING, value: "Half of a change." },
      {
        file: HOURS,
        at: "requirements[certificate.practice-hours].conditions.all[0].fact",
        value: "practice.hour",
      },
    );
    expect(await said(program.bot, "start", "…")).not.toContain("Half of a change.");
    expect(program.published).toMatchObject({ number: 1, isRefusing: true });
    expect(program.complaints.join("\n")).toMatch(/certificate\.json.*practice\.hour.*practice\.hours/);
    await program.change({
      file: HOURS,
      at: "requirements[certificate.practice-hours].conditions.all[0].fact",
      value: "practice.hours",
    });
    expect(await said(program.bot, "start", "…")).toContain("Half of a change.");
    expect(program.published).toMatchObject({ number: 2, isRefusing: false });
  });

  test("that somebody is still writing are left alone until they have finished", async () => {
    const { db } = await openNew(kind);
    const root = newDisk();
    const program = await start(db, root);
    await program.published.look();
    for (const part of ["{", '{ "says":', '{ "says": {']) {
      writeFileSync(join(root, GREETING.file), part);
      await program.published.look();
    }
    expect(program.complaints).toEqual([]);
  });

  test("that are newer than a program's own disk are used by it from its start", async () => {
    const { db } = await openNew(kind);
    const changed = await start(db, newDisk());
    await changed.published.look();
    await changed.change({ ...GREETING, value: "The newer words." });
    const late = await start(db, newDisk());
    expect(await said(late.bot, "start", "…")).toContain("The newer words.");
    await late.published.look();
    expect(late.published.number).toBe(2);
    expect(late.complaints).toEqual([expect.stringContaining("replaced by newer ones")]);
  });

  test("that were changed from what is not in use any more are refused, until somebody says that they are meant", async () => {
    const { db, database } = await openNew(kind);
    const [one, other] = [await start(db, newDisk()), await start(db, newDisk())];
    for (const { published } of [one, other]) await published.look();
    await one.change({ ...GREETING, value: "A correction." });
    await other.published.look();
    await other.change({ ...GREETING, value: "A slip mended in what was there before." });
    expect(await said(other.bot, "start", "…")).toContain("A correction.");
    expect(other.complaints.join()).toContain("they were not made from what is in use, number 2");
    const env =
      kind === "SQLite" ? { SIGNPOST_DATA: dirname(database.address) } : { DATABASE_URL: database.address };
    const told: string[] = [];
    const desk = {
      print: (text: string) => void told.push(text),
      complain: (text: string) => void told.push(text),
    };
    expect(await publishFolder(env, desk, other.disk)).toBe(true);
    expect(told.join()).toContain("Published as number 3");
    for (const { published, bot } of [one, other]) {
      await published.look();
      expect(await said(bot, "start", "…")).toContain("A slip mended");
    }
    expect(await publishFolder(env, desk, join(other.disk, "nowhere"))).toBe(false);
    expect(told.at(-1)).toContain("name a folder that holds rules/ and conversations/");
  });

  test("that changed while the database was away are not lost", async () => {
    const { db } = await openNew(kind);
    const program = await start(db, newDisk());
    await program.published.look();
    await sql`alter table contents rename to away`.execute(db);
    await program.change({ ...GREETING, value: "Said while nobody could hear." });
    await sql`alter table away rename to contents`.execute(db);
    await program.published.look();
    expect(await said(program.bot, "start", "…")).toContain("Said while nobody could hear.");
    expect(program.complaints).toHaveLength(1);
  });

  test("that lie there as links are seen", async () => {
    const { db } = await openNew(kind);
    const root = newDisk();
    const file = join(root, GREETING.file);
    renameSync(file, join(root, "elsewhere.json"));
    symlinkSync(join(root, "elsewhere.json"), file);
    const program = await start(db, root);
    await program.published.look();
    await program.change({ ...GREETING, file: "elsewhere.json", value: "Behind a link." });
    expect(await said(program.bot, "start", "…")).toContain("Behind a link.");
  });

  test("that two programs change in the same moment end as one of the two, for both", async () => {
    const { db } = await openNew(kind);
    const both = [await start(db, newDisk()), await start(db, newDisk())];
    for (const { published } of both) await published.look();
    await Promise.all(
      both.map((program, place) => program.change({ ...GREETING, value: `Those of program ${place}.` })),
    );
    for (const { published } of both) await published.look();
    const words = await Promise.all(both.map(({ bot }) => said(bot, "start", "…")));
    expect(new Set(words).size).toBe(1);
    expect(new Set(both.map(({ published }) => published.number)).size).toBe(1);
  });
});

describe.each(DATABASES)("another edition on %s", (kind) => {
  const SAYS = "requirements[role.directly].event.params.messages.unknown";

  test("is for who begins from now on; who began before stays under theirs", async () => {
    const { db } = await openNew(kind);
    const root = newDisk();
    const program = await start(db, root);
    await program.published.look();
    const before = voiceOf(program.bot, { ...IN_SLACK, user: "before" });
    await before.say("start", "college");
    addEdition(root, "later-2031");
    await program.change({
      file: "rules/later-2031/requirements/role.json",
      at: SAYS,
      value: "Tell me of your practice under the later rules.",
    });
    expect(program.complaints).toEqual([]);
    const after = voiceOf(program.bot, { ...IN_SLACK, user: "after" });
    await after.say("start", "college");
    expect(wordsOf(await after.say("gaps"))).toContain("under the later rules");
    expect(wordsOf(await before.say("gaps"))).not.toContain("under the later rules");
    expect(wordsOf(await before.say("export"))).not.toContain("later-2031");
    const records = await db.selectFrom("records").select(["edition"]).orderBy("edition").execute();
    expect(records.map(({ edition }) => edition)).toEqual(["later-2031", "lluk-2010"]);
  });

  test("is known to a program that has not looked yet, as soon as somebody speaks to it who began there", async () => {
    const { db } = await openNew(kind);
    const root = newDisk();
    const [one, other] = [await start(db, root), await start(db, newDisk())];
    for (const { published } of [one, other]) await published.look();
    addEdition(root, "later-2031");
    await one.change();
    await voiceOf(one.bot, IN_SLACK).say("start", "college");
    const reply = await voiceOf(other.bot, IN_SLACK).say("export");
    expect(JSON.stringify(reply)).toContain("later-2031");
    expect(JSON.stringify(reply)).not.toContain("lluk-2010");
    const record = await db.selectFrom("records").select("edition").executeTakeFirstOrThrow();
    expect(record.edition).toBe("later-2031");
  });

  test("is not mixed with theirs where two turn out to be one person", async () => {
    const { db } = await openNew(kind);
    const root = newDisk();
    const program = await start(db, root);
    await program.published.look();
    const [before, after, silent] = ["before", "after", "silent"].map((user) =>
      voiceOf(program.bot, { ...IN_SLACK, user }),
    ) as [Voice, Voice, Voice];
    await before.say("start", "college");
    addEdition(root, "later-2031");
    await program.change();
    await after.say("start", "college");
    expect(wordsOf(await linked(after, before))).toContain("different editions");
    await silent.say("start");
    expect(wordsOf(await linked(silent, before))).not.toContain("different editions");
    const editions = await db.selectFrom("records").select("edition").orderBy("edition").execute();
    expect(editions.map(({ edition }) => edition)).toEqual(["later-2031", "lluk-2010"]);
  });

  test("is refused while it would leave somebody without theirs, with how to keep it", async () => {
    const { db } = await openNew(kind);
    const root = newDisk();
    const program = await start(db, root);
    await program.published.look();
    await voiceOf(program.bot, IN_SLACK).say("start", "college");
    addEdition(root, "later-2031", false);
    await program.change();
    expect(program.published).toMatchObject({ number: 1, isRefusing: true });
    expect(program.complaints.join()).toContain('1 person began under "lluk-2010"');
    expect(program.complaints.join()).toContain("conversations/interview-lluk-2010.json");
  });
});
