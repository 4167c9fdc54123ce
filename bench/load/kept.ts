/** What the database holds in the end: which turns, and what became of their replies. */
import type { Kysely } from "kysely";
import type { Schema } from "../../src/store/schema.ts";

export interface KeptTurn {
  readonly id: string;
  readonly conversation: string;
  /** Of its reply. */
  readonly number: number;
}

export interface KeptReply {
  readonly conversation: string;
  readonly number: number;
  readonly isDelivered: boolean;
  /** Whether it answers somebody; else it was told without having been asked for. */
  readonly isAnswer: boolean;
  /** Why it is not delivered, or was not at first; null where nothing was in the way. */
  readonly reason: string | null;
}

export interface Kept {
  /** In the order of each conversation; without what was told without having been asked for. */
  readonly turns: readonly KeptTurn[];
  readonly replies: readonly KeptReply[];
}

export async function readKept(db: Kysely<Schema>): Promise<Kept> {
  const turns = await db
    .selectFrom("turns")
    .select(["id", "conversation", "number"])
    .where("person", "is not", null)
    .orderBy("conversation")
    .orderBy("number")
    .execute();
  const rows = await db
    .selectFrom("outbox")
    .select(["conversation", "number", "turn", "delivered_at", "reason"])
    .execute();
  const ids = new Set(turns.map(({ id }) => id));
  const replies = rows.map(({ conversation, number, turn, delivered_at, reason }) => ({
    conversation,
    number,
    isDelivered: delivered_at !== null,
    isAnswer: turn !== null && ids.has(turn),
    reason,
  }));
  return { turns, replies };
}
