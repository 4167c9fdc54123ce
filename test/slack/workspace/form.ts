/** What a person's client holds of the inputs on one surface, in the shapes of Slack's `state.values`. */
import { type Block, type Control, controlsOf, type Element, type Json, optionsOf } from "./block.ts";

/** One entry of `state.values`, such as `{ type: "datepicker", selected_date: "2026-03-01" }`. */
export type Value = Json & { readonly type: string };

/** What a person entered or was shown, by block and control; what is not here is as the app first set it. */
export type Entries = Map<string, Value>;

export type Values = Record<string, Record<string, Value>>;

/** The key that holds each kind of control's value, and the key that the app sets it by at first. */
const HELD: Readonly<Record<string, readonly [key: string, initial: string]>> = {
  plain_text_input: ["value", "initial_value"],
  number_input: ["value", "initial_value"],
  email_text_input: ["value", "initial_value"],
  url_text_input: ["value", "initial_value"],
  rich_text_input: ["rich_text_value", "initial_value"],
  static_select: ["selected_option", "initial_option"],
  external_select: ["selected_option", "initial_option"],
  radio_buttons: ["selected_option", "initial_option"],
  users_select: ["selected_user", "initial_user"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  channels_select: ["selected_channel", "initial_channel"],
  multi_static_select: ["selected_options", "initial_options"],
  multi_external_select: ["selected_options", "initial_options"],
  checkboxes: ["selected_options", "initial_options"],
  multi_users_select: ["selected_users", "initial_users"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  datetimepicker: ["selected_date_time", "initial_date_time"],
  file_input: ["files", "initial_files"],
};

/** The key of a control's value, or null where the control holds none, as a button does. */
export function heldBy({ type }: Element): string | null {
  return HELD[type]?.[0] ?? null;
}

/** Whether a control holds a list of values. */
export function isListed({ type }: Element): boolean {
  return type === "checkboxes" || type === "file_input" || type.startsWith("multi_");
}

function entryOf({ block, element }: Control): string {
  return JSON.stringify([block.block_id, element.action_id]);
}

/** What the control holds now. */
export function held(control: Control, entries: Entries): Value {
  const { element } = control;
  const [key, initial] = HELD[element.type] ?? ["value", "initial_value"];
  const first = element[initial] ?? (isListed(element) ? [] : null);
  return entries.get(entryOf(control)) ?? { type: element.type, [key]: first };
}

export function enter(control: Control, entries: Entries, held: unknown): void {
  const key = heldBy(control.element);
  if (!key) throw new Error(`Nothing can be entered in a ${control.element.type}`);
  entries.set(entryOf(control), { type: control.element.type, [key]: held });
}

/** Whether nothing was entered or chosen. */
export function isEmpty(value: Value): boolean {
  const held = Object.entries(value).find(([key]) => key !== "type")?.[1];
  return held === null || held === undefined || held === "" || (Array.isArray(held) && held.length === 0);
}

/** `state.values` of a surface. */
export function valuesOf(blocks: readonly Block[], entries: Entries): Values {
  const values: Values = {};
  for (const control of controlsOf(blocks)) {
    if (!heldBy(control.element)) continue;
    const { block_id } = control.block;
    values[block_id] = { ...values[block_id], [control.element.action_id]: held(control, entries) };
  }
  return values;
}

/**
 * The blocks that a client shows after an update. A control that keeps its block_id and action_id keeps what it
 * held and the options it offered, whatever the update says: only new ids make it new.
 */
export function updated(before: readonly Block[], next: readonly Block[], entries: Entries): Block[] {
  const shown = new Map(controlsOf(before).map((control) => [entryOf(control), control]));
  const kept = new Map<Element, Element>();
  const seen = new Set<string>();
  for (const control of controlsOf(next)) {
    const { element } = control;
    const earlier = shown.get(entryOf(control));
    seen.add(entryOf(control));
    if (!earlier || earlier.element.type !== element.type || !heldBy(element)) continue;
    entries.set(entryOf(control), held(earlier, entries));
    if (optionsOf(element).length > 0) kept.set(element, offering(element, earlier.element));
  }
  for (const entry of entries.keys()) if (!seen.has(entry)) entries.delete(entry);
  const swap = (element: Element) => kept.get(element) ?? element;
  return next.map((block) => ({
    ...block,
    ...(block.element && { element: swap(block.element) }),
    ...(block.accessory && { accessory: swap(block.accessory) }),
    ...(block.type === "actions" && { elements: (block.elements ?? []).map(swap) }),
  }));
}

/** The control with the options of the earlier one. */
function offering({ options: _, option_groups: __, ...element }: Element, earlier: Element): Element {
  const { options, option_groups } = earlier;
  return { ...element, ...(options && { options }), ...(option_groups && { option_groups }) };
}
