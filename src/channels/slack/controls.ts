/** Draws what stands open: the question, its choices and what else can be done, or what to do where nothing is asked. */
import { filled } from "../../chat/filled.ts";
import type { Prompt } from "../../chat/reply.ts";
import type { SlackWords } from "../../chat/slack.ts";
import { shortened, split } from "../post/split.ts";
import { type Block, type Piece, plain, richText, run, section } from "./block.ts";
import { anyOf, button, isCut, oneOf } from "./choices.ts";
import { actionId, blockId, type Mark } from "./ids.ts";
import { BLOCK_TEXT, BUTTON } from "./limits.ts";
import { piecesOf } from "./parts.ts";

/** For whom something is drawn, and which drawing of it this is. */
export type Drawing = Omit<Mark, "question"> & {
  readonly words: SlackWords;
  /** Whether people can simply type here, as in a direct message. */
  readonly canType: boolean;
};

/** Of all choices together; longer ones are written out, since what is pressed stays in one message. */
const CHOICES_TEXT = 1_500;

/** What stands open, with everything that answers it. */
export function promptPieces(prompt: Prompt, drawing: Drawing): Piece[] {
  const { words, canType } = drawing;
  const { choices, question, form, kind } = prompt;
  const mark = { ...drawing, question };
  const labels = choices.map(({ label }) => label);
  const list = labels.map((label) => `- ${label}`).join("\n");
  const isLong = choices.some(isCut) || list.length > CHOICES_TEXT;
  const isCommand = kind === "command";
  const canWrite = !canType || choices.length === 0;
  const menu = [
    ...(form.length > 0 ? [button(actionId("form"), words.prompt.form, question)] : []),
    ...(canWrite ? [button(actionId("write"), words.prompt.write, question)] : []),
    ...asides(prompt, words),
  ];
  return [
    ...askedPieces(prompt, words),
    ...(isLong ? piecesOf({ kind: "list", items: labels }) : []),
    ...(choices.length > 0
      ? [control(choiceBlock(prompt, mark, words), isCommand && !isLong ? list : "")]
      : []),
    ...(isCommand ? [] : [control(actions(mark, 2, menu), isLong ? "" : list)]),
  ];
}

/** The question and its example. */
function askedPieces({ text, example }: Prompt, words: SlackWords): Piece[] {
  const asked = split(text, BLOCK_TEXT).map((piece) => ({
    block: richText(section(run(piece, "bold"))),
    text: piece,
  }));
  if (!example) return asked;
  const shown = filled(words.prompt.example, { example });
  return [...asked, { block: context(shown), text: shown }];
}

function choiceBlock({ kind, choices }: Prompt, mark: Mark, { prompt: { pick, send } }: SlackWords): Block {
  if (kind !== "many") return actions(mark, 1, oneOf(choices, pick));
  return actions(mark, 1, [...anyOf(choices, pick), button(actionId("send"), send, "send")]);
}

/** The commands that help with a question. Their short words are said in full to who cannot see the question. */
function asides({ text }: Prompt, { prompt: { why, skip, back } }: SlackWords): Block[] {
  const inFull = (words: string) => shortened(`${words} ${text}`, BUTTON.label);
  return [
    button(actionId("say", 1), why, "why", inFull(why)),
    button(actionId("say", 2), skip, "skip", inFull(skip)),
    button(actionId("say", 3), back, "back"),
  ];
}

/** What can be done where nothing is asked. */
export function donePieces(drawing: Drawing, hasStarted: boolean): Piece[] {
  const { asks, advice, review, change, start } = drawing.words.done;
  if (!hasStarted) {
    const begin = { ...button(actionId("say"), start, "start"), style: "primary" };
    return [control(actions({ ...drawing, question: "start" }, 1, [begin]))];
  }
  const buttons = [
    button(actionId("say", 1), advice, "gaps"),
    button(actionId("say", 2), review, "review"),
    button(actionId("say", 3), change, "change"),
  ];
  return [control(context(asks), asks), control(actions({ ...drawing, question: "done" }, 1, buttons))];
}

/** Something to press. What cannot be seen of it is said by `text`. */
export function control(block: Block, text = ""): Piece {
  return { block, text, isControl: true };
}

export function actions(mark: Mark, place: number, elements: readonly Block[]): Block {
  return { type: "actions", block_id: blockId(mark, place), elements };
}

export function context(text: string): Block {
  return { type: "context", elements: [plain(shortened(text, BLOCK_TEXT))] };
}
