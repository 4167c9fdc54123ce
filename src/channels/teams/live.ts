/** The newest card of a conversation: the only one with anything to press. The one before it is closed. */
import { activityOf, type Page } from "./card.ts";
import type { Addressee } from "./drawing.ts";
import { closedPage } from "./message.ts";
import { textPieces } from "./parts.ts";
import { type Chat, speakerOf } from "./reference.ts";
import type { Teams } from "./world.ts";

/** How far back the reply that it showed is looked for. */
const EXCHANGES = 10;

/** What stays of a reply once it is answered: its words. `number`: of the reply. */
export async function closedCard(
  { bot, words }: Teams,
  { tenant, user }: Addressee,
  number: number,
): Promise<Page> {
  const exchanges = await bot.transcript(speakerOf(tenant, user), user, EXCHANGES);
  const found = exchanges.find((exchange) => exchange.number === number);
  const closed = found && closedPage(found.reply, { drawing: number, words, hasStarted: true });
  return closed ?? { pieces: textPieces(words.says.closed), actions: [] };
}

/** Where it fails, a press there is still explained. */
export async function retire(
  teams: Teams,
  to: Addressee,
  chat: Chat,
  { id, number }: { readonly id: string; readonly number: number },
): Promise<void> {
  await teams.connector.update(chat, id, activityOf(await closedCard(teams, to, number)));
}
