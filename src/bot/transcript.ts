/** What was said in a conversation, for channels that show it again. */
import type { Reply } from "../chat/reply.ts";
import type { Utterance } from "../chat/turn.ts";
import { findTranscript } from "../store/transcript.ts";
import type { Room } from "./room.ts";

/** Something said and the reply to it. */
export interface Exchange {
  /** null where the words were not kept. */
  readonly said: Utterance | null;
  readonly reply: Reply;
  readonly conversation: string;
  readonly number: number;
  readonly isDelivered: boolean;
}

/** The newest, oldest first. */
export async function transcript(
  { db }: Pick<Room, "db">,
  conversation: string,
  limit: number,
): Promise<Exchange[]> {
  const rows = await findTranscript(db, conversation, limit);
  return rows.map(({ said: words, reply, number, deliveredAt }) => ({
    said: words === null ? null : (JSON.parse(words) as Utterance),
    reply: JSON.parse(reply) as Reply,
    conversation,
    number,
    isDelivered: deliveredAt !== null,
  }));
}
