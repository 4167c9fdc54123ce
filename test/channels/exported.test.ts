/** `export` where files are written out in messages: all of it while that is short, and words where it is not. */
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { previewsOf } from "../../src/app/previews.ts";
import type { Bot } from "../../src/bot/bot.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { heldSchema } from "../../src/record/held.ts";
import { openDatabase } from "../../src/store/database.ts";
import { botFor, turnOf } from "../desk.ts";
import { library } from "./house.ts";

let bot: Bot;
beforeEach(async () => {
  const db = await openDatabase(":memory:");
  onTestFinished(() => db.destroy());
  bot = botFor(library, db, "2026-11-23");
});

/** Begins from a record with so many entries of practice. */
async function begin(entries: number): Promise<void> {
  const entry = { hours: 1, area: "general", with: ["groups"], date: "2026-03-10" };
  const practice = Array.from({ length: entries }, () => entry);
  const file = JSON.stringify({ format: "signpost.record/1", edition: "lluk-2010", practice });
  await bot.receive(turnOf({ file }));
}

async function exported(): Promise<Reply> {
  return (await bot.receive(turnOf({ text: "export" }))).reply;
}

/** Two kilobytes and more are said each time. */
async function chatter(): Promise<void> {
  for (let times = 0; times < 30; times += 1) await bot.receive(turnOf({ text: "gaps" }));
}

function drawnAll(reply: Reply): { name: string; text: string }[] {
  return previewsOf(library).map(({ name, payloads }) => ({
    name,
    text: JSON.stringify(payloads(reply, true).map(({ sent }) => sent)),
  }));
}

const FORMATS = ["signpost.record/1", "signpost.held/1"];

describe("export", () => {
  test("is the record first, then everything else that is held", async () => {
    await begin(1);
    const files = (await exported()).parts.filter((part) => part.kind === "file");
    expect(files.map(({ name }) => name)).toEqual(["signpost-record.json", "signpost-held.json"]);
    const held = heldSchema.parse(JSON.parse(files[1]?.content ?? ""));
    expect(held.identities).toEqual([{ channel: "console", tenant: "local", user: "someone" }]);
    expect(held.events.map(({ event }) => event.kind)).toEqual(["start"]);
    expect(held.replies).toHaveLength(1);
  });

  test("does not hold what it gave before, so that it grows no faster than what is said", async () => {
    await begin(1);
    const lengths: number[] = [];
    for (let times = 0; times < 4; times += 1) lengths.push(JSON.stringify((await exported()).parts).length);
    const grown = lengths.slice(1).map((length, place) => length - (lengths[place] ?? 0));
    expect(Math.max(...grown) - Math.min(...grown)).toBeLessThan(20);
  });

  test("is written out whole where it is short", async () => {
    await begin(1);
    for (const { name, text } of drawnAll(await exported())) {
      for (const format of FORMATS) expect(text, name).toContain(format);
      expect(text, name).not.toContain("too long to write out");
    }
  });

  test("is written out without the words of replies where those would be a row of messages, and says so", async () => {
    await begin(1);
    await chatter();
    for (const { name, text } of drawnAll(await exported())) {
      for (const format of FORMATS) expect(text, name).toContain(format);
      expect(text, name).toContain("signpost-held.json is too long to write out here");
      expect(text.length, name).toBeLessThan(120_000);
    }
  });

  test("of a record that is too long for cards is words in Teams, and pages in Slack", async () => {
    await begin(900);
    const [slack, teams] = drawnAll(await exported());
    for (const format of FORMATS) expect(slack?.text).toContain(format);
    for (const name of ["signpost-record.json", "signpost-held.json"])
      expect(teams?.text).toContain(`${name} is too long to write out here. Say 'link'`);
  });
});
