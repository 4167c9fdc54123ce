/** One bot over a database, with people who speak to it from several apps, at an hour of the test's own. */
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Kysely } from "kysely";
import { deskOf } from "../../src/app/house.ts";
import { type Bot, openBot } from "../../src/bot/bot.ts";
import { renderReply } from "../../src/channels/console/render.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { Speaker, Utterance } from "../../src/chat/turn.ts";
import { openLibrary } from "../../src/content/library.ts";
import type { Schema } from "../../src/store/schema.ts";
import { turnOf } from "../desk.ts";

const desk = deskOf(openLibrary(fileURLToPath(new URL("../..", import.meta.url))));

export const IN_SLACK: Speaker = { channel: "slack", tenant: "T1", user: "U1" };
export const IN_TEAMS: Speaker = { channel: "teams", tenant: "directory", user: "ann" };
export const ON_THE_PAGE: Speaker = { channel: "web", tenant: "local", user: "visitor" };

/** Milliseconds that have passed since the test began. */
export interface Clock {
  passed: number;
}

/** Bots with the same clock are as two programs over one database. */
export function botAt(db: Kysely<Schema>, clock: Clock = { passed: 0 }): Bot {
  const start = new Date("2026-11-23T12:00:00").getTime();
  return openBot(desk, db, { now: () => new Date(start + clock.passed), newId: randomUUID });
}

/** What one person says in one app. */
export interface Voice {
  say(...lines: readonly string[]): Promise<Reply>;
  choose(choice: string, question: string): Promise<Reply>;
  /** Gives a record file. */
  file(content: string): Promise<Reply>;
  /** Titles and answers of what was told, such as "Who leads the learning: Someone else". */
  told(): Promise<readonly string[]>;
}

export function voiceOf(bot: Bot, from: Speaker): Voice {
  const heard = async (said: Utterance) => (await bot.receive(turnOf(said, from))).reply;
  return {
    async say(...lines) {
      const replies: Reply[] = [];
      for (const text of lines) replies.push(await heard({ text }));
      return replies.at(-1) ?? { parts: [], prompt: null };
    },
    choose: (choice, question) => heard({ choose: [choice], question }),
    file: (content) => heard({ file: content }),
    told: async () => (await bot.home(from)).told.map(({ title, answer }) => `${title}: ${answer}`),
  };
}

/** All words of a reply, as the terminal shows them. */
export function wordsOf(reply: Reply): string {
  return renderReply(reply, false);
}

/** The code in a reply to `link`. Throws where there is none. */
export function codeIn(reply: Reply): string {
  const code = /'link (\S+)'/.exec(wordsOf(reply))?.[1];
  if (code === undefined) throw new Error(`There is no code in: ${wordsOf(reply)}`);
  return code;
}

/** The second joins the first. */
export async function join(first: Voice, second: Voice): Promise<Reply> {
  return second.say(`link ${codeIn(await first.say("link"))}`);
}
