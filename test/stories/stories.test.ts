/** Every story in this folder, told to the same desk that people speak to, over a real database. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import type { Edition } from "../../src/advice/edition.ts";
import type { Bot } from "../../src/bot/bot.ts";
import { renderReply } from "../../src/channels/console/render.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { Utterance } from "../../src/chat/turn.ts";
import { openLibrary, readRecord } from "../../src/content/library.ts";
import { at } from "../../src/facts/derive.ts";
import type { LearnerRecord } from "../../src/record/record.ts";
import { openDatabase } from "../../src/store/database.ts";
import { botFor, turnOf } from "../desk.ts";
import { type Story, storySchema } from "./story.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const library = openLibrary(fileURLToPath(new URL("../..", import.meta.url)));
const edition = library.editions.get(library.interview.edition) as Edition;
const files = readdirSync(HERE).filter((name) => name.endsWith(".json"));

describe("a conversation", () => {
  test.each(files.map((name) => [storyIn(name).title, name] as const))("%s", async (_, name) => {
    const story = storyIn(name);
    const db = await openDatabase(":memory:");
    const bot = botFor(library, db, story.today);
    await begin(bot, story);
    for (const [place, turn] of story.turns.entries()) {
      const { reply } = await bot.receive(turnOf(saidIn(turn)));
      expectReply(turn, reply, `turn ${place + 1}`);
    }
    await expectEnd(bot, story);
    await db.destroy();
  });
});

function storyIn(name: string): Story {
  return storySchema.parse(JSON.parse(readFileSync(`${HERE}${name}`, "utf8")));
}

async function begin(bot: Bot, { record }: Story): Promise<void> {
  if (!record) return;
  const read = readRecord(library, record);
  if ("flaws" in read) throw new Error(JSON.stringify(read.flaws));
  await bot.receive(turnOf({ file: JSON.stringify(record) }));
}

type StoryTurn = Story["turns"][number];

function saidIn({ say, choose, fill, file, question }: StoryTurn): Utterance {
  if (say !== undefined) return { text: say };
  if (file !== undefined) return { file };
  if (fill !== undefined) return { fill, question: question ?? "" };
  return { choose: choose ?? [], ...(question === undefined ? {} : { question }) };
}

function expectReply(
  { hears = [], notHears = [], asks, mistakes }: StoryTurn,
  reply: Reply,
  where: string,
): void {
  const heard = renderReply(reply, false);
  for (const piece of hears) expect(heard, where).toContain(piece);
  for (const piece of notHears) expect(heard, where).not.toContain(piece);
  if (mistakes) expect(Object.keys(reply.mistakes ?? {}), where).toEqual(mistakes);
  if (asks !== undefined) expect(reply.prompt?.question ?? null, `${where}: ${heard}`).toBe(asks);
}

async function expectEnd(bot: Bot, { then, today }: Story): Promise<void> {
  if (!then) return;
  const { reply } = await bot.receive(turnOf({ text: "export" }));
  const file = reply.parts.find((part) => part.kind === "file");
  const record = JSON.parse(file?.kind === "file" ? file.content : "null") as LearnerRecord;
  for (const [path, value] of Object.entries(then.record ?? {}))
    expect(at(record, path), path).toEqual(value);
  const read = readRecord(library, record);
  expect("flaws" in read ? read.flaws : [], "an exported record can be read again").toEqual([]);
  const { recommended, next } = await advise(edition, record, today);
  if (then.recommended) {
    expect(recommended.map(({ qualification, strength }) => `${qualification}:${strength}`)).toEqual(
      then.recommended,
    );
  }
  for (const [place, piece] of (then.next ?? []).entries()) expect(next[place]).toContain(piece);
}
