/** Replies on their way: leased by one deliverer at a time, in the order of their conversation, then marked. */
import type { ExpressionBuilder, Kysely } from "kysely";
import { prepared } from "./prepared.ts";
import type { Schema } from "./schema.ts";

/** A reply in the outbox. */
export interface Waiting {
  readonly conversation: string;
  readonly number: number;
  readonly channel: string;
  readonly tenant: string;
  readonly address: string;
  /** As JSON; null where the channel gave nothing. */
  readonly reference: string | null;
  /** What the channel left when it last delivered there, as JSON. */
  readonly message: string | null;
  /** As JSON. */
  readonly reply: string;
  readonly tries: number;
  /** ISO time */
  readonly createdAt: string;
  /** Who delivers it; nobody else puts it off or gives it up. */
  readonly leasedBy: string;
}

export interface NewReply {
  readonly conversation: string;
  readonly number: number;
  readonly channel: string;
  readonly turn: string;
  readonly reference: string | null;
  readonly reply: string;
  readonly at: string;
}

/** Puts a reply in, due at once. */
export const putReply = prepared(
  (db, { conversation, number, channel, turn, reference, reply, at }: NewReply) =>
    db.insertInto("outbox").values({
      conversation,
      number,
      channel,
      turn,
      reference,
      reply,
      created_at: at,
      due_at: at,
      tries: 0,
    }),
);

export interface Lease {
  /** Who delivers. */
  readonly by: string;
  /** ISO times. A lease that has run out may be taken by another. */
  readonly now: string;
  readonly until: string;
}

type Place = Pick<Waiting, "conversation" | "number">;

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

/** True where it was not marked before. */
export async function markDelivered(db: Kysely<Schema>, place: Place, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("outbox")
    .set({ delivered_at: at, leased_until: null, leased_by: null, reason: null })
    .where("conversation", "=", place.conversation)
    .where("number", "=", place.number)
    .where("delivered_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

type Leased = Pick<Waiting, "conversation" | "number" | "leasedBy">;

/** Puts it off after so many `tries`, unless somebody else delivers it since; the next in the conversation waits too. */
export async function postpone(
  db: Kysely<Schema>,
  { conversation, number, leasedBy, tries }: Leased & { tries: number },
  due: string,
  reason: string,
): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ due_at: due, tries, reason, leased_until: null, leased_by: null })
    .where("conversation", "=", conversation)
    .where("number", "=", number)
    .where("leased_by", "=", leasedBy)
    .where(isWaiting)
    .execute();
}

/** A dead letter, unless somebody else delivers it since: kept with its reason, and not in the way of the next. */
export async function giveUp(db: Kysely<Schema>, leased: Leased, at: string, reason: string): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ failed_at: at, reason, leased_until: null, leased_by: null })
    .where("conversation", "=", leased.conversation)
    .where("number", "=", leased.number)
    .where("leased_by", "=", leased.leasedBy)
    .where(isWaiting)
    .execute();
}

type Outbox = ExpressionBuilder<Schema, "outbox">;

export function isWaiting({ and, eb }: Outbox) {
  return and([eb("outbox.delivered_at", "is", null), eb("outbox.failed_at", "is", null)]);
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
