/** The newest message of a conversation: the only one with anything to press. The one before it is closed. */
import type { Letter } from "../../chat/channel.ts";
import type { Live } from "../post/journey.ts";
import { apart } from "./carrier.ts";
import { closedMessage, wordsMessage } from "./message.ts";
import { speakerOf } from "./origin.ts";
import type { Sender } from "./send.ts";

/** How far back the reply that it showed is looked for. */
const EXCHANGES = 10;

/** Takes away what can be pressed, and leaves the words. Where it fails, a click there is still explained. */
export async function retire(
  { bot, api, words }: Sender,
  { tenant, conversation }: Letter,
  user: string,
  { conversation: channel, id: ts, number }: Live,
): Promise<void> {
  const exchanges = await bot.transcript(speakerOf(tenant, user), conversation, EXCHANGES);
  const shown = exchanges.find((exchange) => exchange.number === number);
  const drawing = { version: "0", owner: user, words, canType: true, hasStarted: true };
  const closed = shown && closedMessage(apart(shown.reply).reply, drawing);
  await api.call(tenant, "chat.update", { channel, ts, ...(closed ?? wordsMessage(words.says.closed)) });
}
