/** Who may deliver what: a reply that is due is leased by one deliverer at a time, in the order of its conversation. */
import type { Kysely } from "kysely";
import { isWaiting, type Outbox, type Place, type Waiting } from "./outbox.ts";
import type { Schema } from "./schema.ts";

export interface Lease {
  /** Who delivers. */
  readonly by: string;
  /** ISO times. A lease that has run out may be taken by another. */
  readonly now: string;
  readonly until: string;
}

/** Leases what is due and first in its conversation, oldest first. Two deliverers never get the same one. */
export async function leaseDue(
  db: Kysely<Schema>,
  channels: readonly string[],
  lease: Lease,
  limit: number,
): Promise<Waiting[]> {
  if (channels.length === 0) return [];
  const due = await db
    .selectFrom("outbox")
    .innerJoin("conversations", "conversations.id", "outbox.conversation")
    .select(({ fn }) => [
      "outbox.conversation",
      "outbox.number",
      "outbox.channel",
      "conversations.tenant",
      "conversations.address",
      fn.coalesce("outbox.reference", "conversations.reference").as("reference"),
      "conversations.message",
      "outbox.reply",
      "outbox.tries",
      "outbox.until as worthUntil",
      "outbox.created_at as createdAt",
    ])
    .where("outbox.channel", "in", channels)
    .where(isFree(lease.now))
    .where(isWaiting)
    .where(isFirst)
    .orderBy("outbox.due_at")
    .limit(limit)
    .execute();
  // All at once: one after the other, each would wait behind all the turns that wait for a connection.
  const isTaken = await Promise.all(due.map((each) => take(db, each, lease)));
  return due.filter((_, place) => isTaken[place]).map((each) => ({ ...each, leasedBy: lease.by }));
}

/** On both databases a second taker waits for the first, looks again, and finds the row taken. */
async function take(
  db: Kysely<Schema>,
  { conversation, number }: Place,
  { by, now, until }: Lease,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("outbox")
    .set({ leased_by: by, leased_until: until })
    .where("conversation", "=", conversation)
    .where("number", "=", number)
    .where(isFree(now))
    .where(isWaiting)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Due, and in nobody's hands. */
function isFree(now: string) {
  return ({ and, or, eb }: Outbox) =>
    and([
      eb("outbox.due_at", "<=", now),
      or([eb("outbox.leased_until", "is", null), eb("outbox.leased_until", "<", now)]),
    ]);
}

function isFirst({ not, exists, selectFrom }: Outbox) {
  return not(
    exists(
      selectFrom("outbox as earlier")
        .select("earlier.number")
        .whereRef("earlier.channel", "=", "outbox.channel")
        .whereRef("earlier.conversation", "=", "outbox.conversation")
        .whereRef("earlier.number", "<", "outbox.number")
        .where("earlier.delivered_at", "is", null)
        .where("earlier.failed_at", "is", null),
    ),
  );
}
