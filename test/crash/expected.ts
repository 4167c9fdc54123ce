/** What a script leads to where nothing goes wrong: told to the same desk, on a database that only this memory holds. */
import { fileURLToPath } from "node:url";
import { localDate } from "../../src/bot/date.ts";
import { openLibrary } from "../../src/content/library.ts";
import { openDatabase } from "../../src/store/database.ts";
import { botFor } from "../desk.ts";
import type { Script } from "./script.ts";

export interface Expected {
  /** What was kept, in order, and the place of the line that told it. As JSON. */
  readonly events: readonly { readonly line: number; readonly event: string }[];
  readonly record: string;
  /** One for each line, as JSON. */
  readonly replies: readonly string[];
}

const library = openLibrary(fileURLToPath(new URL("../..", import.meta.url)));

export async function expectedOf({ lines }: Script, channel: string): Promise<Expected> {
  const db = await openDatabase(":memory:");
  const bot = botFor(library, db, localDate(new Date()));
  const from = { channel, tenant: "expected", user: "somebody" };
  const replies: string[] = [];
  for (const [line, text] of lines.entries()) {
    const { reply } = await bot.receive({ id: String(line), from, conversation: "here", said: { text } });
    replies.push(JSON.stringify(reply));
  }
  const events = await db.selectFrom("events").select(["turn", "event"]).orderBy("sequence").execute();
  const { record } = await db.selectFrom("records").select("record").executeTakeFirstOrThrow();
  await db.destroy();
  return { events: events.map(({ turn, event }) => ({ line: Number(turn), event })), record, replies };
}
