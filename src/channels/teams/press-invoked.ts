/** Hears a button that waits for its answer: the card that was pressed becomes the next one in the same breath. */
import type { Receipt } from "../../bot/receive.ts";
import { type Reply, text } from "../../chat/reply.ts";
import { faultWords } from "../post/fault.ts";
import { CARD_TYPE, cardOf, type Page } from "./card.ts";
import { pagesFor } from "./drawing.ts";
import { type Answer, hear } from "./hear.ts";
import { closedCard } from "./live.ts";
import { ownFrom } from "./own.ts";
import { readPressed } from "./press.ts";
import { formFor, idOfPress, type Known, mendingForm, openPage, saidBy } from "./presses.ts";
import { dataOfInvoke, type Heard, idOf, ownReference } from "./read.ts";
import type { Teams } from "./world.ts";

/** Teams shows nothing of an answer that is no success, so whatever goes wrong is said in words. */
export async function hearPressInvoked(teams: Teams, heard: Heard): Promise<Answer> {
  const pressed = readPressed(dataOfInvoke(heard.incoming));
  const { press, inputs } = pressed;
  try {
    if (!heard.isOwn) return await hearAmongOthers(teams, heard, pressed);
    if (!press) return await hearOld(teams, heard);
    if (press.verb === "cancel") return shown(await openPage(teams, heard, press.drawing));
    if (press.verb === "form") {
      const page = await formFor(teams, heard, press);
      return page ? shown(page) : await hearOld(teams, heard);
    }
    return await hearSaid(teams, heard, { press, inputs });
  } catch (error) {
    return noticed(faultWords(teams, error));
  }
}

/** Only the introduction has buttons there; its answer goes to the person's own chat. */
async function hearAmongOthers(
  teams: Teams,
  heard: Heard,
  { press, inputs }: ReturnType<typeof readPressed>,
): Promise<Answer> {
  const value = press?.verb === "say" ? press.value : undefined;
  const reference = await ownFrom(teams, heard, false);
  const said = { text: value ?? "resume" };
  await hear(teams, heard, { id: `${idOfPress(heard, { press, inputs })}:${heard.user}`, said, reference });
  return noticed(teams.words.place.pressed);
}

async function hearSaid(teams: Teams, heard: Heard, known: Known): Promise<Answer> {
  const said = await saidBy(teams, heard, known);
  if (!said) return noticed(teams.words.prompt.none);
  const receipt = await hear(teams, heard, {
    id: idOfPress(heard, known),
    said,
    reference: ownReference(heard, null),
    isAnsweredAtOnce: true,
  });
  const { reply } = receipt;
  const form = reply.mistakes ? await mendingForm(teams, heard, known, reply) : null;
  if (!form) return answered(teams, heard, receipt, reply);
  teams.after(() => teams.bot.delivered(receipt));
  return shown(form);
}

/** What it was about is not known any more, so the person is shown where they are. */
async function hearOld(teams: Teams, heard: Heard): Promise<Answer> {
  teams.count("old");
  const receipt = await hear(teams, heard, {
    id: idOf(heard),
    said: { text: "resume" },
    reference: ownReference(heard, null),
    isAnsweredAtOnce: true,
  });
  const { reply } = receipt;
  return answered(teams, heard, receipt, { ...reply, parts: [text(teams.words.says.old), ...reply.parts] });
}

/** One card takes the place of the one that was pressed; more go out one after the other, beneath what stays of it. */
async function answered(teams: Teams, heard: Heard, receipt: Receipt, reply: Reply): Promise<Answer> {
  const { number } = receipt;
  const { incoming, chat } = heard;
  const [page, ...more] = await pagesFor(teams, heard, number, reply);
  if (page && more.length === 0) {
    const left = incoming.replyToId
      ? { conversation: chat.conversation, id: incoming.replyToId, number }
      : undefined;
    teams.after(() => teams.bot.delivered(receipt, left));
    return shown(page);
  }
  teams.after(async () => {
    await teams.bot.release(receipt);
    teams.poke();
  });
  const { press } = readPressed(dataOfInvoke(incoming));
  return shown(await closedCard(teams, heard, press?.drawing ?? 0));
}

function shown(page: Page): Answer {
  return { status: 200, body: { statusCode: 200, type: CARD_TYPE, value: cardOf(page) } };
}

function noticed(words: string): Answer {
  const type = "application/vnd.microsoft.activity.message";
  return { status: 200, body: { statusCode: 200, type, value: words } };
}
