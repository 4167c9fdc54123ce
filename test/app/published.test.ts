/** Rules and words that change while programs run: used by all of them, or refused as a whole. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Bot } from "../../src/bot/bot.ts";
import { IN_SLACK, voiceOf, wordsOf } from "../bot/voice.ts";
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
    expect(both.map(({ published }) => published.number)).toEqual([3, 3]);
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
