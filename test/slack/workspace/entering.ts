/** What a person enters into a control, and what their client refuses before anything is sent. */
import { type Control, type Element, type Option, optionsOf } from "./block.ts";
import { type Entries, held, isEmpty, isListed } from "./form.ts";

/** Words typed, the label of an option, a day as `2026-03-01`, a list of them, or null for nothing. */
export type Entered = string | number | readonly string[] | null;

/** What the control would hold. Throws with words where the client does not offer it. */
export function heldFor(element: Element, entered: Entered): unknown {
  if (entered === null) return isListed(element) ? [] : null;
  const words = [entered].flat().map(String);
  const one = words[0] ?? "";
  if (optionsOf(element).length > 0) {
    const chosen = words.map((label) => optionOf(element, label));
    return isListed(element) ? chosen : (chosen[0] ?? null);
  }
  if (isListed(element)) return words;
  if (element.type === "datepicker" && !isDay(one)) throw new Error(`"${one}" is no day of the calendar`);
  if (element.type === "timepicker" && !/^([01]\d|2[0-3]):[0-5]\d$/.test(one))
    throw new Error(`"${one}" is no time of day`);
  if (element.type === "datetimepicker") return Number(one);
  if (element.type === "rich_text_input") return richText(one);
  return one === "" ? null : one;
}

/** The option with this label or value. */
export function optionOf(element: Element, label: string): Option {
  const options = optionsOf(element);
  const found = options.find(({ text, value }) => text.text === label || value === label);
  if (found) return { text: found.text, value: found.value };
  throw new Error(`There is no option "${label}"; there are ${options.map((o) => o.text.text).join(" | ")}`);
}

/** Words as the rich text that Slack makes of them: nothing in it is escaped. */
export function richText(text: string) {
  const section = { type: "rich_text_section", elements: [{ type: "text", text }] };
  return { type: "rich_text", elements: [section] };
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text.length === 10;
}

/** Why the client does not send what stands in this control, or null. */
export function refusalOf(control: Control, entries: Entries): string | null {
  const { block, element } = control;
  if (block.type !== "input") return null;
  const value = held(control, entries);
  if (isEmpty(value)) return block.optional === true ? null : "is required";
  const text = value.value;
  if (typeof text !== "string") return null;
  const { min_length, max_length, min_value, max_value, is_decimal_allowed } = element;
  if (element.type === "number_input") {
    if (!/^-?\d+(\.\d+)?$/.test(text)) return "must be a number";
    if (is_decimal_allowed !== true && text.includes(".")) return "must be a whole number";
    if (min_value !== undefined && Number(text) < Number(min_value)) return `must be at least ${min_value}`;
    if (max_value !== undefined && Number(text) > Number(max_value)) return `must be at most ${max_value}`;
  }
  if (element.type === "email_text_input" && !/^\S+@\S+\.\S+$/.test(text)) return "must be an email address";
  if (element.type === "url_text_input" && !URL.canParse(text)) return "must be an address";
  if (typeof min_length === "number" && text.length < min_length) return `is shorter than ${min_length}`;
  if (text.length > (typeof max_length === "number" ? max_length : LONGEST_TEXT)) return "is too long";
  return null;
}

/** Characters that any input takes. */
const LONGEST_TEXT = 3_000;
