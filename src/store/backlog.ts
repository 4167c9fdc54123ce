/** How much waits in the outbox, and since when. */
import type { Kysely } from "kysely";
import { isWaiting } from "./outbox.ts";
import type { Schema } from "./schema.ts";

export interface Backlog {
  readonly depth: number;
  /** ISO time of the oldest that waits; null where none does. */
  readonly oldest: string | null;
}

/** What waits for delivery through these channels. */
export async function findBacklog(db: Kysely<Schema>, channels: readonly string[]): Promise<Backlog> {
  if (channels.length === 0) return { depth: 0, oldest: null };
  const row = await db
    .selectFrom("outbox")
    .select(({ fn }) => [fn.countAll().as("depth"), fn.min("created_at").as("oldest")])
    .where("channel", "in", channels)
    .where(isWaiting)
    .executeTakeFirstOrThrow();
  return { depth: Number(row.depth), oldest: row.oldest ?? null };
}
