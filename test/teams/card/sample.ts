/** Activities as the bot may send them, all fine, from samples/; and a way to change one thing in a card. */
import { changed } from "../../slack/payload/samples.ts";
import advice from "./samples/advice.json" with { type: "json" };
import form from "./samples/form.json" with { type: "json" };
import question from "./samples/question.json" with { type: "json" };
import words from "./samples/words.json" with { type: "json" };

export const SAMPLES = { advice, form, question, words } as const;
export const CARDS = { advice: cardIn(advice), form: cardIn(form), question: cardIn(question) } as const;

/** What is wrong, the sample it is put into, at which JSON pointer, and the value; undefined takes it out. */
export type Bad = readonly [wrong: string, sample: keyof typeof CARDS, pointer: string, value: unknown];

export function spoilt([, sample, pointer, value]: Bad) {
  return JSON.parse(JSON.stringify(changed(CARDS[sample], pointer, value))) as Record<string, unknown>;
}

function cardIn({ attachments }: typeof advice | typeof form | typeof question): Record<string, unknown> {
  return (attachments[0] as { content: Record<string, unknown> }).content;
}
