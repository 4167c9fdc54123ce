/** One entry of a list as a form: its inputs, and what they hold when it is sent. */
import type { Entry } from "../facts/entry.ts";
import { namingField, readChoices } from "./choices.ts";
import { type Heard, listed } from "./hear-list.ts";
import type { Interview } from "./interview.ts";
import { kindOf, type Surroundings } from "./kinds.ts";
import { withEntries } from "./list.ts";
import type { State } from "./log.ts";
import { entriesOf } from "./named.ts";
import type { Open } from "./open.ts";
import type { FieldQuestion, Question } from "./question.ts";
import { listTold } from "./told.ts";
import { said } from "./words.ts";

/** What was put into each input, by field id. */
export type Filled = Readonly<Record<string, readonly string[]>>;

/** What was wrong with single inputs, by field id, or with the form as a whole. */
export type HeardForm =
  | { readonly answer: Heard }
  | { readonly problem: string; readonly mistakes: Mistakes };
type Mistakes = Readonly<Record<string, string>>;

/** The fields that a form asks for: none where a single field or a choice is open. */
export function formFields(open: Open): readonly FieldQuestion[] {
  if (open.kind !== "list" || open.waiting.kind === "field") return [];
  return (open.question.fields ?? []).filter((field) => field.default === undefined);
}

/** Reads a form as one more entry of the list. Inputs that were left empty are not told yet. */
export function hearForm(
  interview: Interview,
  state: State,
  open: Extract<Open, { kind: "list" }>,
  filled: Filled,
  around: Surroundings,
): HeardForm {
  const { question } = open;
  const values: Record<string, unknown> = {};
  const mistakes: Record<string, string> = {};
  for (const field of formFields({ ...open, waiting: { kind: "more" } })) {
    const given = (filled[field.id] ?? []).map((each) => each.trim()).filter((each) => each !== "");
    if (given.length === 0) continue;
    const read = readInput(given, field, around);
    if ("problem" in read) mistakes[field.id] = read.problem;
    else values[field.id] = field.choices?.find(({ id }) => id === read.answer)?.value ?? read.answer;
  }
  const [first] = Object.values(mistakes);
  if (first !== undefined) return { problem: first, mistakes };
  const entries = entriesIn(question, filled, values);
  if (entries.length === 0) {
    const problem = said(around.words.problems.item, { example: question.example ?? "" });
    return { problem, mistakes: {} };
  }
  const told = withEntries(listTold(interview, state, question), entries);
  return { answer: { event: listed(question, told), leftOut: "" } };
}

function readInput(given: readonly string[], field: FieldQuestion, around: Surroundings) {
  const isChosen = kindOf(field).choices(field, around.words).length > 0;
  return readChoices(isChosen ? { chosen: given } : { typed: given.join(" ") }, field, around);
}

/** A choice that names a whole entry, such as an award for its unit, brings the rest of it along. */
function entriesIn(question: Question, filled: Filled, values: Readonly<Record<string, unknown>>): Entry[] {
  const naming = namingField(question);
  const choice = naming?.choices?.find(({ id }) => filled[naming.id]?.includes(id));
  if (!naming || !choice) return naming || Object.keys(values).length === 0 ? [] : [values];
  const { [naming.id]: _, ...others } = values;
  return entriesOf(choice, naming, question.fields ?? []).map((entry) => ({ ...entry, ...others }));
}
