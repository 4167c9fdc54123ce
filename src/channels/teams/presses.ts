/** What somebody says by pressing a button, and the card that they see then. */
import type { Prompt, Reply } from "../../chat/reply.ts";
import type { Utterance } from "../../chat/turn.ts";
import { hashed } from "../post/hashed.ts";
import type { Page } from "./card.ts";
import { donePage, promptPage } from "./controls.ts";
import { formPage } from "./form.ts";
import { ANSWER, valuesOf } from "./inputs.ts";
import type { Press, Pressed } from "./press.ts";
import type { Heard } from "./read.ts";
import { speakerOf } from "./reference.ts";
import type { Teams } from "./world.ts";

/** A button that was drawn here, with what was entered beside it. */
export interface Known {
  readonly press: Press;
  readonly inputs: Pressed["inputs"];
}

/** An id may stand in a log, so what was answered cannot be read from it. */
export function idOfPress({ chat, incoming }: Heard, { press, inputs }: Pressed): string {
  return `press:${hashed([chat.conversation, incoming.replyToId, press, inputs])}`;
}

/** null where nothing was entered that could be sent. */
export async function saidBy(
  teams: Teams,
  heard: Heard,
  { press, inputs }: Known,
): Promise<Utterance | null> {
  const { verb, value = "", question } = press;
  const entered = inputs[ANSWER] ?? [];
  switch (verb) {
    case "choose":
      return { choose: [value], question };
    case "answer": {
      const chosen = valuesOf({ kind: "many" }, entered);
      return chosen.length > 0 ? { choose: chosen, question } : null;
    }
    case "write":
      return entered.length > 0 ? { text: entered.join(" "), question } : null;
    case "fill":
      return { fill: filledIn(inputs, await promptOf(teams, heard, question)), question };
    default:
      return { text: value, ...(question === "" ? {} : { question }) };
  }
}

function filledIn(inputs: Pressed["inputs"], prompt: Prompt | null): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(inputs).map(([id, value]) => {
      const kind = prompt?.form.find((input) => input.id === id)?.kind ?? "text";
      return [id, valuesOf({ kind }, value)];
    }),
  );
}

/** The form that was asked for; null where there is none any more. */
export async function formFor(
  teams: Teams,
  heard: Heard,
  { question, drawing }: Press,
): Promise<Page | null> {
  const prompt = await promptOf(teams, heard, question);
  return prompt && prompt.form.length > 0 ? formPage(prompt, { drawing, words: teams.words }) : null;
}

/** The form again, with what was entered and what is wrong with it. */
export async function mendingForm(
  teams: Teams,
  heard: Heard,
  { press, inputs }: Known,
  { parts, mistakes = {} }: Reply,
): Promise<Page | null> {
  const { question, drawing } = press;
  const prompt = await promptOf(teams, heard, question);
  if (!prompt) return null;
  const isPlaced = Object.keys(mistakes).some((id) => prompt.form.some((input) => input.id === id));
  const [first] = parts;
  const problem = !isPlaced && first && "text" in first ? first.text : null;
  return formPage(prompt, { drawing, words: teams.words }, { inputs, mistakes, problem });
}

/** What stands open now, as a form that was not filled in makes room for it again. */
export async function openPage(teams: Teams, { tenant, user }: Heard, drawing: number): Promise<Page> {
  const { prompt, hasStarted } = await teams.bot.home(speakerOf(tenant, user));
  const drawn = { drawing, words: teams.words };
  return prompt ? promptPage(prompt, drawn) : donePage(drawn, hasStarted);
}

function promptOf({ bot }: Teams, { tenant, user }: Heard, question: string): Promise<Prompt | null> {
  return bot.prompt(speakerOf(tenant, user), question);
}
