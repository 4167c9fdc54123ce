/** The newest message of a conversation: the only one with anything to press. The one before it is closed. */

import { z } from "zod";
import type { Letter, Outcome } from "../../chat/channel.ts";
import { closedMessage, wordsMessage } from "./message.ts";
import { speakerOf } from "./origin.ts";
import type { Sender } from "./send.ts";

const liveSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  number: z.number().describe("Of the reply that it shows"),
});
export type Live = z.infer<typeof liveSchema>;

/** What is kept with the conversation: the newest message, or how far a reply of several messages has got. */
const keptSchema = z.union([
  z.object({
    number: z.number().describe("Of the reply that is on its way"),
    arrived: z.number().describe("How many of its messages are there; they are not sent again"),
    before: liveSchema.nullable(),
  }),
  liveSchema,
]);
type Kept = z.infer<typeof keptSchema>;

export interface Progress {
  readonly arrived: number;
  /** The message that was the newest before this reply; null where there was none. */
  readonly before: Live | null;
}

export function progressOf({ before: left, number }: Letter): Progress {
  const { data: kept } = keptSchema.safeParse(left);
  if (!kept) return { arrived: 0, before: null };
  if (!("arrived" in kept)) return { arrived: 0, before: kept };
  return { arrived: kept.number === number ? kept.arrived : 0, before: kept.before };
}

/** Put off with what has arrived of it, so that whoever tries next goes on from there. */
export function halted(outcome: Outcome, { number }: Letter, { arrived, before }: Progress): Outcome {
  if (outcome.kind !== "later" || arrived === 0) return outcome;
  return { ...outcome, message: { number, arrived, before } satisfies Kept };
}

/** How far back the reply that it showed is looked for. */
const EXCHANGES = 10;

/** Takes away what can be pressed, and leaves the words. Where it fails, a click there is still explained. */
export async function retire(
  { bot, api, words }: Sender,
  { tenant, conversation }: Letter,
  user: string,
  { channel, ts, number }: Live,
): Promise<void> {
  const from = speakerOf(tenant, user);
  const exchanges = await bot.transcript(from, conversation, EXCHANGES);
  const shown = exchanges.find((exchange) => exchange.number === number);
  const drawing = { version: "0", owner: user, words, canType: true, hasStarted: true };
  const message = (shown && closedMessage(shown.reply, drawing)) ?? wordsMessage(words.says.closed);
  await api.call(tenant, "chat.update", { channel, ts, ...message });
}
