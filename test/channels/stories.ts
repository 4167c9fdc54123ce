/** The stories, as every channel tells them: what the channel cannot say is said to the desk beside it. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Bot } from "../../src/bot/bot.ts";
import type { Speaker, Utterance } from "../../src/chat/turn.ts";
import { openDatabase } from "../../src/store/database.ts";
import { botFor, SOMEONE, turnOf } from "../desk.ts";
import { type Story, storySchema } from "../stories/story.ts";
import { library } from "./house.ts";

const FOLDER = fileURLToPath(new URL("../stories/", import.meta.url));

export const stories: readonly Story[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => storySchema.parse(JSON.parse(readFileSync(`${FOLDER}${name}`, "utf8"))));

export function saidIn({ say, choose, fill, file, question }: Story["turns"][number]): Utterance {
  if (say !== undefined) return { text: say };
  if (file !== undefined) return { file };
  if (fill !== undefined) return { fill, question: question ?? "" };
  return { choose: choose ?? [], ...(question === undefined ? {} : { question }) };
}

export async function begin(bot: Bot, { record }: Story, speaker: Speaker): Promise<void> {
  if (record) await besides(bot, { file: JSON.stringify(record) }, speaker);
}

/** What cannot be said in that way is said to the desk, and its reply is seen by nobody. */
export async function besides(bot: Bot, said: Utterance, speaker: Speaker): Promise<void> {
  await bot.delivered(await bot.receive(turnOf(said, speaker)));
}

const alone = new Map<Story, Promise<unknown>>();

/** The record that a story leaves when it is told to the desk alone: it is told once, however often it is asked for. */
export function recordAlone(story: Story): Promise<unknown> {
  const record = alone.get(story) ?? toldAlone(story);
  alone.set(story, record);
  return record;
}

async function toldAlone(story: Story): Promise<unknown> {
  const db = await openDatabase(":memory:");
  const bot = botFor(library, db, story.today);
  await begin(bot, story, SOMEONE);
  for (const turn of story.turns) await bot.receive(turnOf(saidIn(turn)));
  const record = await recordOf(bot, SOMEONE);
  await db.destroy();
  return record;
}

export async function recordOf(bot: Bot, speaker: Speaker): Promise<unknown> {
  const { reply } = await bot.receive(turnOf({ text: "export" }, speaker));
  const file = reply.parts.find((part) => part.kind === "file");
  return JSON.parse(file?.kind === "file" ? file.content : "null");
}
