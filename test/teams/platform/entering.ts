/** What a person enters into the inputs of a card, what is sent of it, and what their client refuses. */
import type { Input } from "./action.ts";
import { wordsOf } from "./element.ts";

/** Words typed, a figure, a tick, or the title or value of a choice; several where several may be chosen. */
export type Entered = string | number | boolean | readonly string[];

/** What to enter, by the id or label of the input. */
export type Entries = Readonly<Record<string, Entered>>;

/**
 * What is sent, by id, each a string: what was entered, else what stood there at first; nothing of an empty input.
 * Throws where there is no such input, or where the client keeps the card and shows why.
 */
export function sentFrom(inputs: readonly Input[], entries: Entries): Record<string, string> {
  const named = (input: Input) => [input.id, input.label];
  for (const name of Object.keys(entries)) {
    const shown = inputs.filter(({ isShown }) => isShown).map(named);
    if (!shown.some((names) => names.includes(name)))
      throw new Error(`There is no input "${name}"; there are ${shown.join(" | ")}`);
  }
  const held = inputs.map((input) => {
    const entered = entries[input.id] ?? entries[input.label];
    const value = entered === undefined ? firstOf(input) : heldAs(input, entered);
    const refused = refusalOf(input, value);
    if (!refused) return [input.id, value] as const;
    throw new Error(`The client keeps the card: "${input.id}" ${refused}: ${input.errorMessage}`);
  });
  return Object.fromEntries(held.filter(([, value]) => value !== ""));
}

function firstOf(input: Input): string {
  return input.kind === "Toggle" ? input.value || valueOff(input) : input.value;
}

function heldAs(input: Input, entered: Entered): string {
  if (typeof entered === "boolean" && input.kind === "Toggle")
    return entered ? valueOn(input) : valueOff(input);
  if (input.kind !== "ChoiceSet") return String(entered);
  const chosen = [entered].flat().map(String);
  if (chosen.length > 1 && input.element.isMultiSelect !== true)
    throw new Error(`Only one of "${input.id}" can be chosen`);
  return chosen.map((each) => choiceOf(input, each)).join(",");
}

function choiceOf({ id, choices }: Input, chosen: string): string {
  const found = choices.find(({ title, value }) => title === chosen || value === chosen);
  if (found) return found.value;
  const there = choices.map(({ title }) => title).join(" | ");
  throw new Error(`"${id}" has no choice "${chosen}"; there are ${there}`);
}

/** Why the client does not send this, or null. */
function refusalOf(input: Input, value: string): string | null {
  const { kind, isRequired, element } = input;
  if (isRequired && (value === "" || (kind === "Toggle" && value !== valueOn(input)))) return "is required";
  if (value === "") return null;
  const { regex, maxLength, min, max } = element;
  if (kind === "Text") {
    if (typeof regex === "string" && !new RegExp(regex).test(value)) return `must look like ${regex}`;
    return typeof maxLength === "number" && value.length > maxLength ? `is longer than ${maxLength}` : null;
  }
  const form = FORMS[kind];
  if (!form) return null;
  if (!form.test(value)) return `takes no "${value}"`;
  if (wordsOf(min) !== "" && isBefore(kind, value, wordsOf(min))) return `must be at least ${min}`;
  return wordsOf(max) !== "" && isBefore(kind, wordsOf(max), value) ? `must be at most ${max}` : null;
}

const FORMS: Readonly<Record<string, RegExp>> = {
  Number: /^-?\d+(\.\d+)?$/,
  Date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  Time: /^([01]\d|2[0-3]):[0-5]\d$/,
};

function isBefore(kind: string, one: string, other: string): boolean {
  return kind === "Number" ? Number(one) < Number(other) : one < other;
}

function valueOn({ element }: Input): string {
  return wordsOf(element.valueOn) || "true";
}

function valueOff({ element }: Input): string {
  return wordsOf(element.valueOff) || "false";
}
