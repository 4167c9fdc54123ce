/** Draws the form of one entry, anew with what was entered where something in it was wrong. */
import type { Prompt } from "../../chat/reply.ts";
import { type Page, richText, run } from "./card.ts";
import { askedPieces, type Drawing } from "./controls.ts";
import { inputElements } from "./inputs.ts";
import { headingPiece } from "./parts.ts";
import { button, type Pressed } from "./press.ts";

export interface Filled {
  readonly inputs: Pressed["inputs"];
  /** What was wrong, by input. */
  readonly mistakes: Readonly<Record<string, string>>;
  /** What was wrong with all of it. */
  readonly problem: string | null;
}

const EMPTY: Filled = { inputs: {}, mistakes: {}, problem: null };

export function formPage(prompt: Prompt, { drawing, words }: Drawing, filled: Filled = EMPTY): Page {
  const { question, form } = prompt;
  const { inputs, mistakes, problem } = filled;
  const of = { question, drawing };
  const flaw =
    problem === null ? [] : [{ elements: [richText([run(problem, { color: "Attention" })])], text: problem }];
  const entries = form.map((input) => ({
    elements: inputElements(input, words.form.needed, {
      value: inputs[input.id],
      mistake: mistakes[input.id],
    }),
    text: [input.label, mistakes[input.id] ?? ""].join(" ").trim(),
    isControl: true as const,
  }));
  return {
    pieces: [headingPiece(words.form.title), ...askedPieces(prompt, words), ...flaw, ...entries],
    actions: [
      button(words.form.send, { verb: "fill", ...of }, { isSending: true }),
      button(words.form.cancel, { verb: "cancel", ...of }),
    ],
  };
}
