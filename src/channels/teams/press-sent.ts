/** Hears a button that comes as a message, from clients that do not know the newer way. The card is changed afterwards. */
import { activityOf, type Page } from "./card.ts";
import { announce, hear, words } from "./hear.ts";
import { ownFrom } from "./own.ts";
import { readPressed } from "./press.ts";
import { formFor, idOfPress, type Known, mendingForm, openPage, saidBy } from "./presses.ts";
import { type Heard, idOf, ownReference } from "./read.ts";
import type { Teams } from "./world.ts";

export async function hearPressSent(teams: Teams, heard: Heard): Promise<void> {
  const pressed = readPressed(heard.incoming.value);
  const { press, inputs } = pressed;
  if (!press || (!heard.isOwn && press.verb !== "say")) return hearOld(teams, heard);
  const known: Known = { press, inputs };
  const redraw = (page: Page) => {
    const { replyToId } = heard.incoming;
    if (replyToId) teams.after(() => teams.connector.update(heard.chat, replyToId, activityOf(page)));
  };
  if (press.verb === "cancel") return redraw(await openPage(teams, heard, press.drawing));
  if (press.verb === "form") {
    const page = await formFor(teams, heard, press);
    return page ? redraw(page) : hearOld(teams, heard);
  }
  const said = await saidBy(teams, heard, known);
  if (!said) return announce(teams, heard, idOf(heard), words(teams.words.prompt.none));
  const reference = heard.isOwn
    ? ownReference(heard, heard.incoming.replyToId ?? null)
    : await ownFrom(teams, heard, true);
  const { reply, isAgain } = await hear(teams, heard, { id: idOfPress(heard, pressed), said, reference });
  if (reply.mistakes) {
    const page = await mendingForm(teams, heard, known, reply);
    if (page) redraw(page);
  } else if (isAgain) await announce(teams, heard, idOf(heard), words(teams.words.says.doubled));
}

/** What it was about is not known any more, so the person is shown where they are. */
async function hearOld(teams: Teams, heard: Heard): Promise<void> {
  teams.count("old");
  await announce(teams, heard, `old:${idOf(heard)}`, words(teams.words.says.old));
  const reference = heard.isOwn ? ownReference(heard, null) : await ownFrom(teams, heard, false);
  await hear(teams, heard, { id: idOf(heard), said: { text: "resume" }, reference });
}
