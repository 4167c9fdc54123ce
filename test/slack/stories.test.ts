/** Every story, told through signed requests in three ways: each leaves the record that the desk alone leaves. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Bot } from "../../src/bot/bot.ts";
import type { Speaker, Utterance } from "../../src/chat/turn.ts";
import { openLibrary } from "../../src/content/library.ts";
import { openDatabase } from "../../src/store/database.ts";
import { botFor, SOMEONE, turnOf } from "../desk.ts";
import { type Story, storySchema } from "../stories/story.ts";
import { openApp } from "./app.ts";
import { COMMAND, DIRECT, HOME, tellerFor } from "./teller.ts";
import { textOf } from "./workspace/readable.ts";

const FOLDER = fileURLToPath(new URL("../stories/", import.meta.url));
const library = openLibrary(fileURLToPath(new URL("../..", import.meta.url)));
const stories = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => storySchema.parse(JSON.parse(readFileSync(`${FOLDER}${name}`, "utf8"))));

const USER = "U0LEARNER";

describe.each([DIRECT, COMMAND, HOME])("a story told $name", (place) => {
  const told: unknown[] = [];

  test.each(stories.map((story) => [story.title, story] as const))("%s", async (_, story) => {
    const app = await openApp({ today: story.today });
    const { slack, bot } = app;
    const speaker = { channel: "slack", tenant: slack.team, user: USER };
    await begin(bot, story, speaker);
    const teller = tellerFor(app, USER, place);
    for (const turn of story.turns) {
      const isTold = await teller.tell(saidIn(turn));
      if (isTold) told.push(turn);
      else await besides(bot, saidIn(turn), speaker);
      await app.settled();
      app.pass(3);
      await app.settled();
      if (isTold && place === DIRECT) {
        const seen = slack.seen(USER).map(textOf).join("\n");
        for (const piece of turn.hears ?? []) expect(seen).toContain(piece.replace(/^\d+ {2}/, ""));
      }
    }
    expect(app.complaints.join("\n")).toBe("");
    expect(await recordOf(bot, speaker)).toEqual(await recordAlone(story));
  });

  test("is told in that way, but for files and what Slack's forms do not let anybody enter", () => {
    const turns = stories.flatMap((story) => story.turns);
    expect(told.length / turns.length).toBeGreaterThan(0.9);
  });
});

function saidIn({ say, choose, fill, file, question }: Story["turns"][number]): Utterance {
  if (say !== undefined) return { text: say };
  if (file !== undefined) return { file };
  if (fill !== undefined) return { fill, question: question ?? "" };
  return { choose: choose ?? [], ...(question === undefined ? {} : { question }) };
}

async function begin(bot: Bot, { record }: Story, speaker: Speaker): Promise<void> {
  if (record) await besides(bot, { file: JSON.stringify(record) }, speaker);
}

/** What cannot be said in that way is said to the desk, and its reply is seen by nobody. */
async function besides(bot: Bot, said: Utterance, speaker: Speaker): Promise<void> {
  await bot.delivered(await bot.receive(turnOf(said, speaker)));
}

async function recordAlone(story: Story): Promise<unknown> {
  const db = await openDatabase(":memory:");
  const bot = botFor(library, db, story.today);
  await begin(bot, story, SOMEONE);
  for (const turn of story.turns) await bot.receive(turnOf(saidIn(turn)));
  const record = await recordOf(bot, SOMEONE);
  await db.destroy();
  return record;
}

async function recordOf(bot: Bot, speaker: Speaker): Promise<unknown> {
  const { reply } = await bot.receive(turnOf({ text: "export" }, speaker));
  const file = reply.parts.find((part) => part.kind === "file");
  return JSON.parse(file?.kind === "file" ? file.content : "null");
}
