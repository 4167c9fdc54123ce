/** Keeps a turn: what was said, what it tells and the reply to it, all together or not at all. */
import type { Kysely, Transaction } from "kysely";
import type { Speaker } from "../chat/turn.ts";
import { type Coding, keepCoding } from "./codes.ts";
import { conversationId, nextNumber } from "./conversations.ts";
import { forget } from "./forget.ts";
import { type Moving, move } from "./links.ts";
import { putReply } from "./outbox.ts";
import { addIdentity, type Person } from "./people.ts";
import { prepared } from "./prepared.ts";
import { type Kept as KeptProgress, keepProgress, type When } from "./progress.ts";
import type { EventsTable, Schema, TurnsTable } from "./schema.ts";
import { committed } from "./shared-commit.ts";
import { emptyLog } from "./sqlite.ts";

export interface NewTurn {
  readonly id: string;
  readonly from: Speaker;
  readonly address: string;
  readonly reference: string | null;
  /** What was said, where the channel has to show it again. */
  readonly said: string | null;
  /** The person as they were when the turn was worked out. */
  readonly person: Person;
  readonly isNewPerson: boolean;
  /** Each as JSON. */
  readonly events: readonly string[];
  /** The record that the person has told after this turn, as JSON. */
  readonly record: string;
  /** The edition that judges it. */
  readonly edition: string;
  readonly reply: string;
  /** Who speaks becomes `person`, who is not new, with this very turn. */
  readonly moving?: Moving | undefined;
  readonly coding?: Coding | undefined;
  /** How far the person is after this turn, where somebody may see that. */
  readonly progress?: (KeptProgress & When) | undefined;
  /** What else is kept with it, once the person is there; false where that rests on what has changed since. */
  readonly also?:
    | ((db: Transaction<Schema>, turn: { person: string; at: string }) => Promise<boolean>)
    | undefined;
  /** Everything about the person goes, instead of anything being added. */
  readonly isForgetting: boolean;
  /** ISO time */
  readonly at: string;
  /** ISO time from which on the outbox may deliver the reply. */
  readonly dueAt: string;
}

/**
 * `seen`: this turn was kept before. `overtaken`: another turn of the same person was kept since this one was worked
 * out, so look again. Nothing is kept in either case.
 */
export type Kept =
  | { readonly kind: "kept"; readonly number: number }
  | { readonly kind: "seen" }
  | { readonly kind: "overtaken" };

class NotKept extends Error {
  readonly reason: "seen" | "overtaken";

  constructor(reason: "seen" | "overtaken") {
    super(reason);
    this.reason = reason;
  }
}

export async function keepTurn(db: Kysely<Schema>, turn: NewTurn): Promise<Kept> {
  try {
    const number = await committed(db, (transaction) => keepIn(transaction, turn));
    if (turn.isForgetting) await emptyLog(db);
    return { kind: "kept", number };
  } catch (error) {
    if (error instanceof NotKept) return { kind: error.reason };
    throw error;
  }
}

/**
 * The conversation's row comes first: it numbers the replies, and it makes two turns in one conversation wait for each
 * other. The person's record comes next, and makes their turns in two conversations wait. Every turn takes its locks in
 * this order, so that two of them never wait in a circle.
 */
async function keepIn(db: Transaction<Schema>, turn: NewTurn): Promise<number> {
  const { id, from, address, reference, reply, at, dueAt } = turn;
  const number = await nextNumber(db, from, { address, reference, at });
  if (turn.moving && !(await move(db, turn.moving, turn))) throw await overtaken(db, turn);
  if (turn.isForgetting) await forgetIn(db, turn);
  else if (turn.isNewPerson) await introduce(db, turn);
  else await keepRecord(db, turn);
  if (turn.progress && !turn.isForgetting) await keepProgress(db, [turn.progress]);
  if (turn.coding && !(await keepCoding(db, turn.coding, turn))) throw await overtaken(db, turn);
  if (turn.also && !(await turn.also(db, { person: turn.person.id, at }))) throw await overtaken(db, turn);
  await markSeen(db, turn, number);
  if (!turn.isForgetting) await keepEvents(db, turn);
  const conversation = conversationId(from, address);
  await putReply(db, { conversation, number, channel: from.channel, turn: id, reference, reply, at, dueAt });
  return number;
}

export const insertTurn = prepared((db, turn: TurnsTable) =>
  db
    .insertInto("turns")
    .values({
      id: turn.id,
      person: turn.person,
      conversation: turn.conversation,
      said: turn.said,
      number: turn.number,
      seen_at: turn.seen_at,
    })
    .onConflict((conflict) => conflict.doNothing()),
);

async function markSeen(db: Transaction<Schema>, turn: NewTurn, number: number): Promise<void> {
  const { id, from, address, said, person, isForgetting, at } = turn;
  const { numAffectedRows } = await insertTurn(db, {
    id,
    person: isForgetting ? null : person.id,
    conversation: conversationId(from, address),
    said: isForgetting ? null : said,
    number,
    seen_at: at,
  });
  if (numAffectedRows === 0n) throw new NotKept("seen");
}

async function introduce(db: Transaction<Schema>, turn: NewTurn): Promise<void> {
  const { from, person, events, record, edition, at } = turn;
  await db.insertInto("people").values({ id: person.id, created_at: at }).execute();
  if (!(await addIdentity(db, from, person, at))) throw await overtaken(db, turn);
  await db
    .insertInto("records")
    .values({ person: person.id, version: person.version + events.length, record, edition, updated_at: at })
    .execute();
}

const updateRecord = prepared((db, { person, before, version, record, edition, at }: RecordUpdate) =>
  db
    .updateTable("records")
    .set({ version, record, edition, updated_at: at })
    .where("person", "=", person)
    .where("version", "=", before),
);

interface RecordUpdate {
  readonly person: string;
  readonly before: number;
  readonly version: number;
  readonly record: string;
  readonly edition: string;
  readonly at: string;
}

/** Also where nothing new was told: the person may have been forgotten since. */
async function keepRecord(db: Transaction<Schema>, turn: NewTurn): Promise<void> {
  const { person, events, record, edition, at } = turn;
  const { id, version: before } = person;
  const version = before + events.length;
  const { numAffectedRows } = await updateRecord(db, {
    person: id,
    before,
    version,
    record,
    edition,
    at,
  });
  if (numAffectedRows === 0n) throw await overtaken(db, turn);
}

/** Where this very turn was the one that came first, it was seen. */
async function overtaken(db: Transaction<Schema>, { id }: NewTurn): Promise<NotKept> {
  const again = await db.selectFrom("turns").select("id").where("id", "=", id).executeTakeFirst();
  return new NotKept(again ? "seen" : "overtaken");
}

const insertEvent = prepared((db, { person, sequence, turn, event, said_at }: EventsTable) =>
  db.insertInto("events").values({ person, sequence, turn, event, said_at }),
);

async function keepEvents(db: Transaction<Schema>, { id, person, events, at }: NewTurn): Promise<void> {
  for (const [place, event] of events.entries()) {
    const sequence = person.version + place + 1;
    await insertEvent(db, { person: person.id, sequence, turn: id, event, said_at: at });
  }
}

async function forgetIn(db: Transaction<Schema>, turn: NewTurn): Promise<void> {
  if (turn.isNewPerson) return;
  if (!(await forget(db, turn.person, { at: turn.at, act: "forget" }))) throw await overtaken(db, turn);
}
