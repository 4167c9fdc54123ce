/** One try to deliver a reply through its channel. */
import type { Channel, Outcome } from "../chat/channel.ts";
import type { Reply } from "../chat/reply.ts";
import { within } from "../chat/within.ts";
import type { Waiting } from "../store/outbox.ts";

/** The same for every try. */
export function nameOf({ conversation, number }: Pick<Waiting, "conversation" | "number">): string {
  return `${conversation}#${number}`;
}

/** At most so many milliseconds, and no longer than until `stopping`. What the channel throws is a reason to try later. */
export async function tried(
  channels: readonly Channel[],
  waiting: Waiting,
  limit: number,
  stopping: AbortSignal,
): Promise<Outcome> {
  const channel = channels.find(({ name }) => name === waiting.channel);
  if (!channel) return { kind: "later", reason: `the channel ${waiting.channel} is not open here` };
  const letter = {
    tenant: waiting.tenant,
    conversation: waiting.address,
    reference: waiting.reference === null ? null : (JSON.parse(waiting.reference) as unknown),
    id: nameOf(waiting),
    number: waiting.number,
    before: waiting.message === null ? null : (JSON.parse(waiting.message) as unknown),
    reply: JSON.parse(waiting.reply) as Reply,
  };
  try {
    return await within(limit, stopping, (signal) => channel.deliver(letter, signal));
  } catch (error) {
    return { kind: "later", reason: error instanceof Error ? error.message : String(error) };
  }
}
