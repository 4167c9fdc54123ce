/** Draws what stands open: the question with all that answers it, or what to do where nothing is asked. */
import { filled } from "../../chat/filled.ts";
import type { Prompt } from "../../chat/reply.ts";
import type { TeamsWords } from "../../chat/teams.ts";
import { split } from "../post/split.ts";
import { BOLD, type Element, type Page, type Piece, richText, run, SUBTLE } from "./card.ts";
import { ANSWER, choiceSet } from "./inputs.ts";
import { BLOCK_TEXT, BUTTON, BUTTONS, CARD, INPUT } from "./limits.ts";
import { linePieces } from "./lines.ts";
import { button } from "./press.ts";

/** Which drawing this is, in whose words. */
export interface Drawing {
  /** The number of the reply. */
  readonly drawing: number;
  readonly words: TeamsWords;
}

/** What stands open, with everything that answers it. */
export function promptPage(prompt: Prompt, drawing: Drawing): Page {
  const { words } = drawing;
  const { choices, form, kind, question } = prompt;
  const of = { question, drawing: drawing.drawing };
  const opener = form.length > 0 ? [button(words.prompt.form, { verb: "form", ...of })] : [];
  const asides = kind === "command" ? [] : asidesOf(prompt, drawing);
  // Nothing stands beside lines to say.
  const room = kind === "command" ? CARD.actions : BUTTONS;
  const areButtons =
    kind !== "many" &&
    choices.length + opener.length <= room &&
    choices.every(({ label }) => label.length <= BUTTON);
  const asked = askedPieces(prompt, words);
  if (areButtons && (choices.length > 0 || opener.length > 0)) {
    const answers = choices.map(({ id, label }) => button(label, { verb: "choose", ...of, value: id }));
    return { pieces: asked, actions: [...opener, ...answers, ...asides] };
  }
  const verb = choices.length > 0 ? "answer" : "write";
  const send = button(words.prompt.send, { verb, ...of }, { isSending: true });
  return { pieces: [...asked, inputPiece(prompt, words)], actions: [send, ...opener, ...asides] };
}

/** As it looks once it is answered. */
export function askedPieces({ text, example }: Prompt, { prompt: words }: TeamsWords): Piece[] {
  const asked = split(text, BLOCK_TEXT).map((piece) => ({
    elements: [richText([run(piece, BOLD)], { spacing: "Medium" })],
    text: piece,
  }));
  if (!example) return asked;
  const shown = filled(words.example, { example });
  return [...asked, { elements: [richText([run(shown, SUBTLE)], { spacing: "Small" })], text: shown }];
}

function inputPiece({ kind, choices }: Prompt, { prompt: words }: TeamsWords): Piece {
  const needed = { isRequired: true, errorMessage: words.none };
  if (choices.length > 0) {
    const isMany = kind === "many";
    const label = isMany ? words.tick : words.pick;
    const text = choices.map((choice) => `- ${choice.label}`).join("\n");
    return control({ ...choiceSet({ id: ANSWER, label }, choices, isMany), ...needed }, text);
  }
  const common = { id: ANSWER, label: words.write, ...needed };
  return control(
    kind === "date" ? { type: "Input.Date", ...common } : { type: "Input.Text", ...common, maxLength: INPUT },
  );
}

function control(element: Element, text = ""): Piece {
  return { elements: [element], text, isControl: true };
}

/** The words that help with a question, said in full to who cannot see it. */
function asidesOf({ text, question }: Prompt, { drawing, words }: Drawing): Element[] {
  const { why, skip, back } = words.prompt;
  const say = (title: string, value: string, tooltip: string) =>
    button(title, { verb: "say", question, drawing, value }, { tooltip });
  return [say(why, "why", `${why} ${text}`), say(skip, "skip", `${skip}: ${text}`), say(back, "back", back)];
}

/** What can be done where nothing is asked. */
export function donePage({ drawing, words }: Drawing, hasStarted: boolean): Page {
  const { asks, advice, review, change, start, help } = words.done;
  const say = (title: string, value: string) => button(title, { verb: "say", question: "", drawing, value });
  if (!hasStarted) return { pieces: [], actions: [say(start, "start"), say(help, "help")] };
  const [asked] = linePieces(undefined, [[run(asks, SUBTLE)]]);
  return {
    pieces: asked ? [{ ...asked, isControl: true }] : [],
    actions: [say(advice, "gaps"), say(review, "review"), say(change, "change"), say(help, "help")],
  };
}
