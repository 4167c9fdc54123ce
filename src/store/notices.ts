/** What is said without anybody having said something first, such as a welcome: kept in the outbox, once for each id. */
import type { Kysely, Transaction } from "kysely";
import { conversationId, nextNumber } from "./conversations.ts";
import { putReply } from "./outbox.ts";
import type { Schema } from "./schema.ts";
import { committed } from "./shared-commit.ts";
import { insertTurn } from "./turns.ts";

export interface NewNotice {
  readonly id: string;
  readonly channel: string;
  readonly tenant: string;
  readonly address: string;
  /** As JSON. */
  readonly reference: string | null;
  /** As JSON. */
  readonly reply: string;
  /** ISO time */
  readonly at: string;
  /** ISO time after which it is not said any more. */
  readonly until?: string;
}

class Seen extends Error {}

/** False where this id was kept before; nothing is kept then. */
export async function keepNotice(db: Kysely<Schema>, notice: NewNotice): Promise<boolean> {
  try {
    await committed(db, async (transaction) => {
      if (!(await keepNoticeIn(transaction, notice))) throw new Seen();
    });
    return true;
  } catch (error) {
    if (error instanceof Seen) return false;
    throw error;
  }
}

/** The same in a transaction, which has to be taken back where this gives false. */
export async function keepNoticeIn(db: Transaction<Schema>, notice: NewNotice): Promise<boolean> {
  const { id, channel, address, reference, reply, at, until } = notice;
  const conversation = conversationId(notice, address);
  const number = await nextNumber(db, notice, notice);
  const row = { id, person: null, conversation, said: null, number, seen_at: at };
  const { numAffectedRows } = await insertTurn(db, row);
  if (numAffectedRows === 0n) return false;
  const put = { conversation, number, channel, turn: id, reference, reply, at, dueAt: at };
  await putReply(db, { ...put, ...(until === undefined ? {} : { until }) });
  return true;
}
