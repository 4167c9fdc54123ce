/** What is held of a person's talk: what they told, what they were answered, and where. */
import type { Kysely } from "kysely";
import { plainText } from "../chat/plain.ts";
import type { Reply } from "../chat/reply.ts";
import type { Held } from "../record/held.ts";
import type { Schema } from "./schema.ts";

type HeldTalk = Pick<Held, "events" | "turns" | "replies" | "conversations">;

/** `own`: the ids of the person's own conversations. */
export async function findHeldTalk(
  db: Kysely<Schema>,
  person: string,
  own: readonly string[],
): Promise<HeldTalk> {
  return {
    events: await eventsOf(db, person),
    turns: await turnsOf(db, person),
    replies: await repliesTo(db, person, own),
    conversations: await conversationsOf(db, person, own),
  };
}

async function eventsOf(db: Kysely<Schema>, person: string): Promise<Held["events"]> {
  const rows = await db
    .selectFrom("events")
    .select(["sequence", "said_at as at", "event"])
    .where("person", "=", person)
    .orderBy("sequence")
    .execute();
  return rows.map(({ event, ...row }) => ({ ...row, event: JSON.parse(event) as Record<string, unknown> }));
}

async function turnsOf(db: Kysely<Schema>, person: string): Promise<Held["turns"]> {
  const rows = await db
    .selectFrom("turns")
    .select(["id", "seen_at as at", "conversation", "number", "said"])
    .where("person", "=", person)
    .orderBy("seen_at")
    .orderBy("conversation")
    .orderBy("number")
    .execute();
  return rows.map(({ said, ...row }) => ({ ...row, said: said === null ? null : JSON.parse(said) }));
}

/** To their turns, wherever those were, and all else that went to their own conversations. */
async function repliesTo(
  db: Kysely<Schema>,
  person: string,
  own: readonly string[],
): Promise<Held["replies"]> {
  const rows = await db
    .selectFrom("outbox")
    .select(["created_at", "conversation", "number", "reply", "delivered_at", "failed_at"])
    .where(({ or, eb, refTuple, selectFrom }) =>
      or([
        eb(
          refTuple("conversation", "number"),
          "in",
          selectFrom("turns")
            .select(["conversation", "number"])
            .where("person", "=", person)
            .$asTuple("conversation", "number"),
        ),
        ...(own.length > 0 ? [eb("conversation", "in", own)] : []),
      ]),
    )
    .orderBy("created_at")
    .orderBy("conversation")
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    at: row.created_at,
    conversation: row.conversation,
    number: row.number,
    ...wordsOf(JSON.parse(row.reply) as Reply),
    deliveredAt: row.delivered_at,
    failedAt: row.failed_at,
  }));
}

/**
 * Of a file only its name: an earlier `export` would hold the one before it, and so on. What was said about a team is about
 * others, and may hold the code to join it.
 */
function wordsOf({ parts, prompt, isPrivate }: Reply): Pick<Held["replies"][number], "text" | "files"> {
  const texts = parts.flatMap((part) => (part.kind === "file" ? [] : [plainText(part)]));
  const files = parts.flatMap((part) => (part.kind === "file" ? [part.name] : []));
  const text = isPrivate ? null : [...texts, ...(prompt ? [prompt.text] : [])].join("\n");
  return { text, files };
}

/** Their own, and those in which they spoke among others. How each is reached may hold keys, so only that it is known. */
async function conversationsOf(
  db: Kysely<Schema>,
  person: string,
  own: readonly string[],
): Promise<Held["conversations"]> {
  const rows = await db
    .selectFrom("conversations")
    .select(["id", "channel", "tenant", "address", "reference", "updated_at as updatedAt"])
    .where(({ or, eb, selectFrom }) =>
      or([
        eb("id", "in", selectFrom("turns").select("conversation").where("person", "=", person)),
        ...(own.length > 0 ? [eb("id", "in", own)] : []),
      ]),
    )
    .orderBy("id")
    .execute();
  return rows.map(({ reference, ...row }) => ({ ...row, isReachable: reference !== null }));
}
