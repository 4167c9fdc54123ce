/** Draws choices: as buttons where their words fit on them, else as a list to pick from. */
import type { Choice } from "../../chat/reply.ts";
import { shortened, split } from "../post/split.ts";
import { type Block, plain } from "./block.ts";
import { actionId } from "./ids.ts";
import { BUTTON, OPTION, PLACEHOLDER, RADIO, READABLE_BUTTON, SELECT } from "./limits.ts";

/** Elements of one actions block; the first that is pressed or picked is the answer. */
export function oneOf(choices: readonly Choice[], pick: string): Block[] {
  const isShort = choices.length <= 5 && choices.every(({ label }) => label.length <= READABLE_BUTTON);
  if (isShort) return choices.map(({ id, label }, place) => button(actionId("choose", place), label, id));
  const action_id = actionId("choose");
  if (choices.length <= RADIO.options)
    return [{ type: "radio_buttons", action_id, options: choices.map(option) }];
  return pages(choices).map((page, place) => ({
    type: "static_select",
    action_id: actionId("choose", place),
    placeholder: plain(shortened(pick, PLACEHOLDER)),
    options: page.map(option),
  }));
}

/** Boxes to tick; they are sent by a button of their own. */
export function anyOf(choices: readonly Choice[], pick: string): Block[] {
  const action_id = actionId("tick");
  if (choices.length <= RADIO.options)
    return [{ type: "checkboxes", action_id, options: choices.map(option) }];
  return pages(choices).map((page, place) => ({
    type: "multi_static_select",
    action_id: actionId("tick", place),
    placeholder: plain(shortened(pick, PLACEHOLDER)),
    options: page.map(option),
  }));
}

export function button(action_id: string, text: string, value: string, label?: string): Block {
  return {
    type: "button",
    action_id,
    text: plain(shortened(text, BUTTON.text)),
    value,
    ...(label ? { accessibility_label: shortened(label, BUTTON.label) } : {}),
  };
}

/** Words that do not fit on one line go on in the line beneath. */
export function option({ id, label }: Choice) {
  const [text = label, ...rest] = split(label, OPTION.text);
  const more = shortened(rest.join(" "), OPTION.description);
  return { text: plain(text), value: id, ...(more ? { description: plain(more) } : {}) };
}

/** Is there more in a label than an option shows? */
export function isCut({ label }: Choice): boolean {
  const [, ...rest] = split(label, OPTION.text);
  return rest.join(" ").length > OPTION.description;
}

function pages(choices: readonly Choice[]): Choice[][] {
  const count = Math.ceil(choices.length / SELECT.options);
  return Array.from({ length: count }, (_, page) =>
    choices.slice(page * SELECT.options, (page + 1) * SELECT.options),
  );
}
