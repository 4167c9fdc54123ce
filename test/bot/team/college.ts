/** Colleges in Slack, in Teams and on a page: people who speak to one bot, with managers named by whoever runs it. */
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Kysely } from "kysely";
import { deskOf } from "../../../src/app/house.ts";
import { type Bot, openBot } from "../../../src/bot/bot.ts";
import type { World } from "../../../src/bot/room.ts";
import type { Reply } from "../../../src/chat/reply.ts";
import type { Named, Speaker } from "../../../src/chat/turn.ts";
import { openLibrary } from "../../../src/content/library.ts";
import type { Schema } from "../../../src/store/schema.ts";
import { type Clock, wordsOf } from "../voice.ts";

export const library = openLibrary(fileURLToPath(new URL("../../..", import.meta.url)));
const desk = deskOf(library);

const START = new Date("2026-11-23T12:00:00");

export interface College {
  readonly bot: Bot;
  readonly clock: Clock;
  reply(from: Speaker, line: string, named?: Named): Promise<Reply>;
  /** The words that a line is answered with. */
  say(from: Speaker, line: string, named?: Named): Promise<string>;
  /** The buttons under the answer to a line: what each says, by its label. */
  offers(from: Speaker, line: string): Promise<ReadonlyMap<string, string>>;
  /** Gives a record file of the example team. */
  tell(from: Speaker, place: number): Promise<void>;
}

/** Whose name begins with "boss" is named as a manager. */
export function collegeIn(db: Kysely<Schema>, world: Partial<World> = {}): College {
  const clock = { passed: 0 };
  const bot = openBot(desk, db, {
    now: () => new Date(START.getTime() + clock.passed),
    newId: randomUUID,
    managers: ({ user }) => user.startsWith("boss"),
    ...world,
  });
  const hear = async (from: Speaker, said: { text: string; named?: Named } | { file: string }) =>
    (await bot.receive({ id: randomUUID(), from, conversation: from.user, said })).reply;
  const reply: College["reply"] = (from, line, named) =>
    hear(from, { text: line, ...(named ? { named } : {}) });
  return {
    bot,
    clock,
    reply,
    say: async (from, line, named) => wordsOf(await reply(from, line, named)),
    async offers(from, line) {
      const { prompt } = await reply(from, line);
      return new Map((prompt?.choices ?? []).map(({ id, label }) => [label, id]));
    },
    async tell(from, place) {
      await hear(from, { file: JSON.stringify(library.team[place % library.team.length]?.record) });
    },
  };
}

export function inSlack(user: string, tenant = "T1"): Speaker {
  return { channel: "slack", tenant, user };
}

/** Makes a team and gives the code to join it. */
export async function teamOf(college: College, manager: Speaker, name: string): Promise<string> {
  const words = await college.say(manager, `team create ${name} as Priya Shah`);
  const code = /'join (\S+)'/.exec(words)?.[1];
  if (code === undefined) throw new Error(`There is no code in: ${words}`);
  return code;
}

/** Somebody tells a record of the example team, joins and agrees. */
export async function joinAs(
  college: College,
  who: Speaker,
  code: string,
  { place = 0, name }: { readonly place?: number; readonly name?: string } = {},
): Promise<void> {
  await college.tell(who, place);
  await college.say(who, `join ${code}`);
  await college.say(who, `agree as ${name ?? library.team[place % library.team.length]?.name}`);
}

/** Somebody is asked to be manager or assessor of a team, and agrees. */
export async function joinIn(
  college: College,
  manager: Speaker,
  who: Speaker,
  role: "manager" | "assessor",
  name: string,
): Promise<void> {
  await college.say(manager, `team ${role} as ${name}`, { users: [who.user], group: null });
  await college.say(who, "hello");
  await college.say(who, "agree");
}
