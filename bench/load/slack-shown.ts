/** Reads what can be pressed on a message in Slack. */
import { readBlockId } from "../../src/channels/slack/ids.ts";
import { type Choice, type Json, listOf, type Shown } from "./shown.ts";

/** null where nothing can be pressed. */
export function shownIn(body: Json, message: string): Shown | null {
  const rows = listOf(body.blocks).filter(({ type }) => type === "actions");
  const mark = readBlockId(String(rows.at(-1)?.block_id ?? ""));
  if (!mark) return null;
  const controls = rows.flatMap(({ block_id, elements }) =>
    listOf(elements).map((element): Json => ({ ...element, block_id })),
  );
  const send = controls.find(({ action_id }) => action_id === "send");
  return {
    number: Number(mark.version),
    message,
    text: String(body.text),
    choices: controls.flatMap((control) => choicesOf(control, send)),
    isAsking: !NOTHING_ASKED.has(mark.question),
  };
}

/** What stands for the question where nothing is asked. */
const NOTHING_ASKED = new Set(["start", "done"]);

/** Boxes are ticked, and then sent by a button of their own; else the first that is pressed is the answer. */
function choicesOf(control: Json, send: Json | undefined): Choice[] {
  const id = String(control.action_id);
  const options = listOf(control.options);
  if (id.startsWith("tick") && send)
    return options.map((option) => ({
      value: String(option.value),
      press: {
        action: send,
        values: { [String(control.block_id)]: { [id]: { ...control, selected_options: [option] } } },
      },
    }));
  if (!id.startsWith("choose")) return [];
  if (options.length === 0) return [{ value: String(control.value), press: { action: control } }];
  return options.map((option) => ({
    value: String(option.value),
    press: { action: { ...control, selected_option: option } },
  }));
}
