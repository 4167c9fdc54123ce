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
  /** ISO time after which it is not sent any more; null where it is worth a day. */
  readonly worthUntil: string | null;
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
  /** ISO time; nobody delivers it before. */
  readonly dueAt: string;
  /** ISO time after which it is not sent any more. */
  readonly until?: string;
}

/** Puts a reply in. */
export async function putReply(db: Kysely<Schema>, reply: NewReply): Promise<void> {
  await insertReply(db, { until: null, ...reply });
}

const insertReply = prepared((db, reply: Omit<NewReply, "until"> & { readonly until: string | null }) =>
  db.insertInto("outbox").values({
    conversation: reply.conversation,
    number: reply.number,
    channel: reply.channel,
    turn: reply.turn,
    reference: reply.reference,
    reply: reply.reply,
    created_at: reply.at,
    due_at: reply.dueAt,
    until: reply.until,
    tries: 0,
  }),
);

export type Place = Pick<Waiting, "conversation" | "number">;

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

/** What was held for its channel is delivered like any other. */
export async function release(
  db: Kysely<Schema>,
  { conversation, number }: Place,
  at: string,
): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ due_at: at })
    .where("conversation", "=", conversation)
    .where("number", "=", number)
    .where("tries", "=", 0)
    .where(isWaiting)
    .execute();
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

/**
 * A dead letter: kept with its reason, and not in the way of the next. False where somebody else delivers it since, or where it was
 * forgotten.
 */
export async function giveUp(
  db: Kysely<Schema>,
  leased: Leased,
  at: string,
  reason: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("outbox")
    .set({ failed_at: at, reason, leased_until: null, leased_by: null })
    .where("conversation", "=", leased.conversation)
    .where("number", "=", leased.number)
    .where("leased_by", "=", leased.leasedBy)
    .where(isWaiting)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type Outbox = ExpressionBuilder<Schema, "outbox">;

export function isWaiting({ and, eb }: Outbox) {
  return and([eb("outbox.delivered_at", "is", null), eb("outbox.failed_at", "is", null)]);
}
