/** What is said without anybody having said something first, such as a welcome: kept in the outbox, once for each id. */
import type { Kysely } from "kysely";
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
}

class Seen extends Error {}

/** False where this id was kept before; nothing is kept then. */
export async function keepNotice(db: Kysely<Schema>, notice: NewNotice): Promise<boolean> {
  const { id, channel, address, reference, reply, at } = notice;
  const conversation = conversationId(notice, address);
  try {
    await committed(db, async (transaction) => {
      const number = await nextNumber(transaction, notice, notice);
      const row = { id, person: null, conversation, said: null, number, seen_at: at };
      const { numAffectedRows } = await insertTurn(transaction, row);
      if (numAffectedRows === 0n) throw new Seen();
      await putReply(transaction, {
        conversation,
        number,
        channel,
        turn: id,
        reference,
        reply,
        at,
        dueAt: at,
      });
    });
    return true;
  } catch (error) {
    if (error instanceof Seen) return false;
    throw error;
  }
}
