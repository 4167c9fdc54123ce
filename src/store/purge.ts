/** Deletes what has served its time: replies that are delivered or given up, turn ids that nobody sends again, and old codes. */
import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/** Everything before `cutoff` (ISO time) goes, but replies that still wait to be delivered through `channels`. */
export async function purge(db: Kysely<Schema>, channels: readonly string[], cutoff: string): Promise<void> {
  await db
    .deleteFrom("outbox")
    .where("created_at", "<", cutoff)
    .where(({ or, eb, not }) =>
      or([
        eb("delivered_at", "is not", null),
        eb("failed_at", "is not", null),
        ...(channels.length > 0 ? [not(eb("channel", "in", channels))] : [eb("channel", "is not", null)]),
      ]),
    )
    .execute();
  await db.deleteFrom("turns").where("seen_at", "<", cutoff).execute();
  await db.deleteFrom("asked").where("at", "<", cutoff).execute();
  await db.deleteFrom("link_codes").where("expires_at", "<", cutoff).execute();
  await db.deleteFrom("link_tries").where("until", "<", cutoff).execute();
}
