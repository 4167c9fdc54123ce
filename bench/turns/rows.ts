/** The rows that the turns of one person leave behind, so that they can be committed bare. */
import type { Kysely } from "kysely";
import type { Bot } from "../../src/bot/bot.ts";
import type { Turn } from "../../src/chat/turn.ts";
import type { Schema } from "../../src/store/schema.ts";

/** One turn's rows; the person's own only with the first. */
export interface Rows {
  readonly user: string;
  readonly isFirst: boolean;
  readonly turn: string;
  readonly person: string;
  readonly conversation: string;
  readonly number: number;
  readonly events: readonly { readonly sequence: number; readonly event: string }[];
  readonly record: string;
  readonly version: number;
  readonly reply: string;
  readonly at: string;
}

/** Speaks the turns through the bot, and reads after each what it kept. Not timed. */
export async function rowsOf(bot: Bot, db: Kysely<Schema>, turns: readonly Turn[]): Promise<Rows[]> {
  const rows: Rows[] = [];
  for (const turn of turns) {
    const { conversation, number } = await bot.receive(turn);
    const seen = await db.selectFrom("turns").selectAll().where("id", "=", turn.id).executeTakeFirstOrThrow();
    const person = seen.person ?? "";
    const record = await db
      .selectFrom("records")
      .selectAll()
      .where("person", "=", person)
      .executeTakeFirstOrThrow();
    const events = await db
      .selectFrom("events")
      .select(["sequence", "event"])
      .where("turn", "=", turn.id)
      .orderBy("sequence")
      .execute();
    const { reply } = await db
      .selectFrom("outbox")
      .select("reply")
      .where("turn", "=", turn.id)
      .executeTakeFirstOrThrow();
    rows.push({
      user: turn.from.user,
      isFirst: rows.length === 0,
      turn: turn.id,
      person,
      conversation,
      number,
      events,
      record: record.record,
      version: record.version,
      reply,
      at: seen.seen_at,
    });
  }
  return rows;
}

/** The same rows for another person. */
export function forPerson(rows: readonly Rows[], name: string): Rows[] {
  return rows.map((each) => ({
    ...each,
    user: name,
    turn: `${name}:${each.number}`,
    person: name,
    conversation: `bench:local:${name}`,
  }));
}
