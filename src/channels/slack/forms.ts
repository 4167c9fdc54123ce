/** Draws the forms: one entry of a list, an answer in one's own words, a question about a message, and a hint. */
import type { Input, Prompt } from "../../chat/reply.ts";
import type { SlackWords } from "../../chat/slack.ts";
import { shortened } from "../post/split.ts";
import { type Block, plain } from "./block.ts";
import { option } from "./choices.ts";
import { INPUT, PLACEHOLDER, RADIO, SELECT, VIEW } from "./limits.ts";
import { piecesOf } from "./parts.ts";

/** What a form is for; it comes back with what was filled in. */
export const FORMS = ["fill", "write", "ask"] as const;
export type Form = (typeof FORMS)[number];

export interface Modal {
  readonly type: "modal";
  readonly callback_id: string;
  readonly blocks: readonly Block[];
  readonly [key: string]: unknown;
}

/** The input in a form of one input. */
export const ONLY = "words";
/** Each block has one input. */
export const VALUE = "value";

/** `origin` comes back with the form: where its reply goes. */
export function entryForm({ form }: Prompt, origin: string, { form: words, prompt }: SlackWords): Modal {
  const blocks = form.map((input) => inputBlock(input, prompt.pick));
  return modal("fill", { title: words.title, submit: words.send, close: words.close }, blocks, origin);
}

export function answerForm(open: Prompt, origin: string, { form: words, prompt }: SlackWords): Modal {
  const kind = open.kind === "date" ? "date" : "text";
  const { text, example } = open;
  const input: Input = { id: ONLY, label: text, kind, choices: [], example, isNeeded: true };
  const titles = { title: words.writeTitle, submit: words.writeSend, close: words.close };
  return modal("write", titles, [inputBlock(input, prompt.pick)], origin);
}

/** `about` is the message that it is about. */
export function questionForm(about: string, origin: string, { ask }: SlackWords): Modal {
  const block = labelled(
    { id: ONLY, label: ask.label, example: null, isNeeded: true },
    {
      ...textInput(true),
      ...(about === "" ? {} : { initial_value: shortened(about, INPUT.text) }),
    },
  );
  return modal("ask", { title: ask.title, submit: ask.send, close: ask.close }, [block], origin);
}

/** Says something to somebody who is nowhere that it could be said. */
export function hint({ go }: SlackWords, words: string): Modal {
  const blocks = piecesOf({ kind: "text", text: words }).map(({ block }) => block);
  return { type: "modal", callback_id: "hint", title: plain(go.title), close: plain(go.close), blocks };
}

function modal(
  form: Form,
  { title, submit, close }: { title: string; submit: string; close: string },
  blocks: readonly Block[],
  origin: string,
): Modal {
  return {
    type: "modal",
    callback_id: form,
    title: plain(shortened(title, VIEW.title)),
    submit: plain(shortened(submit, VIEW.button)),
    close: plain(shortened(close, VIEW.button)),
    private_metadata: origin,
    blocks,
  };
}

function inputBlock(input: Input, pick: string): Block {
  const { kind, choices } = input;
  switch (kind) {
    case "text":
      return labelled(input, textInput(false));
    case "number":
      return labelled(input, { type: "number_input", is_decimal_allowed: true });
    case "date":
      return labelled(input, { type: "datepicker" });
    case "choice":
      return labelled(input, { type: "static_select", ...picking(choices, pick) });
    case "many":
      return choices.length <= RADIO.options
        ? labelled(input, { type: "checkboxes", options: choices.map(option) })
        : labelled(input, { type: "multi_static_select", ...picking(choices, pick) });
  }
}

function picking(choices: Input["choices"], pick: string) {
  return {
    placeholder: plain(shortened(pick, PLACEHOLDER)),
    options: choices.slice(0, SELECT.options).map(option),
  };
}

function textInput(multiline: boolean) {
  return { type: "plain_text_input", multiline, max_length: INPUT.text };
}

function labelled(
  { id, label, example, isNeeded }: Pick<Input, "id" | "label" | "example" | "isNeeded">,
  element: Block,
): Block {
  return {
    type: "input",
    block_id: id,
    optional: !isNeeded,
    label: plain(shortened(label, INPUT.label)),
    ...(example ? { hint: plain(shortened(example, INPUT.hint)) } : {}),
    element: { ...element, action_id: VALUE },
  };
}
