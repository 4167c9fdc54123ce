/** What the desk says without anybody having said something first, such as a welcome. */
import type { Reply } from "../chat/reply.ts";
import { keepNotice } from "../store/notices.ts";
import type { Room } from "./room.ts";

/** A reply that answers no turn. */
export interface Notice {
  /** Unique over all channels; what has the same id is said once. */
  readonly id: string;
  readonly channel: string;
  readonly tenant: string;
  /** Where it goes, as the channel names it. */
  readonly conversation: string;
  /** What the channel needs to reach that conversation, as plain data. */
  readonly reference: unknown;
  readonly reply: Reply;
}

/** False where a notice with this id was kept before. */
export async function announce({ db, now }: Room, notice: Notice): Promise<boolean> {
  const { id, channel, tenant, conversation: address } = notice;
  const reference = JSON.stringify(notice.reference);
  const reply = JSON.stringify(notice.reply);
  return keepNotice(db, { id, channel, tenant, address, reference, reply, at: now().toISOString() });
}
