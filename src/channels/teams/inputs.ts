/** Draws inputs: of a form, and of a question that is answered in the card. */
import type { Choice, Input } from "../../chat/reply.ts";
import { type Element, type Run, richText, run } from "./card.ts";
import { EXPANDED, INPUT } from "./limits.ts";

/** The only input beneath a question. */
export const ANSWER = "answer";

/** What is joined by commas when it is sent, so no choice may hold one. */
const BETWEEN = ",";

export interface Entered {
  readonly value?: readonly string[] | undefined;
  /** What was wrong with it. */
  readonly mistake?: string | undefined;
}

/** An input of a form, with what was entered before and what was wrong with that. `needed` is said where it is left empty. */
export function inputElements(input: Input, needed: string, { value, mistake }: Entered): Element[] {
  const kept = (value ?? []).join(BETWEEN);
  const element = { ...elementOf(input), ...(kept === "" ? {} : { value: valueFor(input, kept) }) };
  const flaw: Run[] = mistake === undefined ? [] : [run(mistake, { color: "Attention", weight: "Bolder" })];
  return [
    ...(flaw.length > 0 ? [richText(flaw)] : []),
    { ...element, ...(input.isNeeded ? { isRequired: true } : {}), errorMessage: needed },
  ];
}

/** As the desk takes it: one value, or each that was ticked. */
export function valuesOf({ kind }: Pick<Input, "kind">, value: readonly string[]): string[] {
  return kind === "many" ? value.flatMap((each) => each.split(BETWEEN)) : [...value];
}

function valueFor({ kind }: Input, kept: string): string | number {
  return kind === "number" && Number.isFinite(Number(kept)) ? Number(kept) : kept;
}

function elementOf({ id, label, kind, choices, example }: Input): Element {
  const common = { id, label, ...(example ? { placeholder: example } : {}) };
  switch (kind) {
    case "text":
      return { type: "Input.Text", ...common, maxLength: INPUT };
    case "number":
      return { type: "Input.Number", ...common };
    case "date":
      return { type: "Input.Date", ...common };
    case "choice":
    case "many":
      return choiceSet(common, choices, kind === "many");
  }
}

/** Few choices stand beneath each other, many open as a list. */
export function choiceSet(
  { id, label }: { readonly id: string; readonly label: string },
  choices: readonly Choice[],
  isMany: boolean,
): Element {
  return {
    type: "Input.ChoiceSet",
    id,
    label,
    choices: choices.map((choice) => ({ title: choice.label, value: choice.id })),
    style: choices.length <= EXPANDED ? "expanded" : "compact",
    wrap: true,
    ...(isMany ? { isMultiSelect: true } : {}),
  };
}
