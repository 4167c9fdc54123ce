/** Conversations, and the numbers of the replies in them. */
import type { Kysely, Transaction } from "kysely";
import type { Speaker } from "../chat/turn.ts";
import { prepared } from "./prepared.ts";
import type { Schema } from "./schema.ts";

/** Where a conversation is held. */
type Place = Pick<Speaker, "channel" | "tenant">;

/** The key of a conversation over all channels. */
export function conversationId({ channel, tenant }: Place, address: string): string {
  return `${channel}:${tenant}:${address}`;
}

/** What the channel says of the conversation now: its own name for it, and how to reach it, as JSON. */
export interface Address {
  readonly address: string;
  readonly reference: string | null;
  /** ISO time */
  readonly at: string;
}

/** Numbers the next reply, and keeps every other turn of this conversation waiting until the transaction ends. */
export async function nextNumber(
  db: Transaction<Schema>,
  { channel, tenant }: Place,
  { address, reference, at }: Address,
): Promise<number> {
  const values = {
    id: conversationId({ channel, tenant }, address),
    channel,
    tenant,
    address,
    reference,
    at,
  };
  const { rows } = await (reference === null ? numberReply : numberReplyTo)(db, values);
  return (rows[0] as { replies: number }).replies;
}

interface Addressed extends Address {
  readonly id: string;
  readonly channel: string;
  readonly tenant: string;
}

/** A channel that gives no reference leaves the one that is there. */
const numberReply = numbering(false);
const numberReplyTo = numbering(true);

function numbering(isReferenceNew: boolean) {
  return prepared((db, { id, channel, tenant, address, reference, at }: Addressed) =>
    db
      .insertInto("conversations")
      .values({ id, channel, tenant, address, reference, replies: 1, updated_at: at })
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet(({ ref, lit, eb }) => ({
          replies: eb("conversations.replies", "+", lit(1)),
          updated_at: ref("excluded.updated_at"),
          ...(isReferenceNew ? { reference: ref("excluded.reference") } : {}),
        })),
      )
      .returning("replies"),
  );
}

/** Keeps what the channel left when it delivered, as JSON; it takes the place of what was left before. */
export async function keepMessage(db: Kysely<Schema>, conversation: string, message: string): Promise<void> {
  await db.updateTable("conversations").set({ message }).where("id", "=", conversation).execute();
}

const selectReference = prepared((db, { id }: { id: string }) =>
  db.selectFrom("conversations").select("reference").where("id", "=", id),
);

/** How the channel reaches a conversation, as JSON; null where it is not known, or not any more. */
export async function findReference(db: Kysely<Schema>, conversation: string): Promise<string | null> {
  const { rows } = await selectReference(db, { id: conversation });
  return rows[0]?.reference ?? null;
}

/** Keeps how to reach a conversation in which nothing was said now; null where it cannot be reached any more. */
export async function keepReference(
  db: Kysely<Schema>,
  place: Place,
  { address, reference, at }: Address,
): Promise<void> {
  const { channel, tenant } = place;
  await db
    .insertInto("conversations")
    .values({
      id: conversationId(place, address),
      channel,
      tenant,
      address,
      reference,
      replies: 0,
      updated_at: at,
    })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet(({ ref }) => ({
        reference: ref("excluded.reference"),
        updated_at: ref("excluded.updated_at"),
      })),
    )
    .execute();
}
