/** Replies that were given, with what was said before each, for turns that come again and channels that show them again. */
import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

export interface Exchange {
  readonly number: number;
  /** What was said, as JSON; null where it was not kept, or where nobody had said anything. */
  readonly said: string | null;
  /** As JSON. */
  readonly reply: string;
  readonly deliveredAt: string | null;
}

/** The reply to a turn that was seen before; null where it was purged. */
export async function findReply(
  db: Kysely<Schema>,
  turn: string,
): Promise<{ conversation: string; number: number; reply: string } | null> {
  const row = await db
    .selectFrom("turns")
    .innerJoin("outbox", (join) =>
      join
        .onRef("outbox.conversation", "=", "turns.conversation")
        .onRef("outbox.number", "=", "turns.number"),
    )
    .select(["outbox.conversation", "outbox.number", "outbox.reply"])
    .where("turns.id", "=", turn)
    .executeTakeFirst();
  return row ?? null;
}

/** The newest exchanges of a conversation, oldest first. */
export async function findTranscript(
  db: Kysely<Schema>,
  conversation: string,
  limit: number,
): Promise<Exchange[]> {
  const rows = await db
    .selectFrom("outbox")
    .leftJoin("turns", "turns.id", "outbox.turn")
    .select(["outbox.number", "turns.said", "outbox.reply", "outbox.delivered_at as deliveredAt"])
    .where("outbox.conversation", "=", conversation)
    .orderBy("outbox.number", "desc")
    .limit(limit)
    .execute();
  return rows.reverse();
}
