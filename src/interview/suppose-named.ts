/** Reads entries with names, such as units: "did O06 and O07". They are supposed to be finished. */
import type { Entry } from "../facts/entry.ts";
import { namingField } from "./choices.ts";
import type { Surroundings, Understood } from "./kinds.ts";
import { readEntries } from "./line.ts";
import type { Choice, FieldQuestion, Question } from "./question.ts";
import { plain } from "./reading/phrase.ts";
import { type Clause, type Supposable, type Supposition, supposing } from "./supposed.ts";

export function readNames({ typed }: Clause, scope: Supposable): Understood<Supposition> | null {
  // Bare numbers pick what a list shows, and nothing is shown here.
  if (!/\p{L}/u.test(plain(typed).replace(/\band\b/g, ""))) return null;
  for (const question of scope.interview.questions) {
    const entries = namesIn(typed, question, supposing(scope));
    if (entries.length === 0) continue;
    return { answer: [{ kind: "named", question: question.id, entries, assumed: assumed(question) }] };
  }
  return null;
}

/** None where anything in the words is left over. */
function namesIn(typed: string, question: Question, around: Surroundings): Entry[] {
  const naming = namingField(question);
  if (!naming) return [];
  const read = readEntries(typed, withNames(question, naming), around);
  if ("problem" in read || read.answer.leftOut !== "") return [];
  const byName = new Map(read.answer.entries.map((entry) => [entry[naming.id], entry]));
  return [...byName.values()].map((entry) => ({ ...entry, ...defaults(question) }));
}

/** The question, with the names that its choices have behind "what if". */
function withNames({ fields = [], suppose, ...rest }: Question, naming: FieldQuestion): Question {
  const named = (choice: Choice): Choice => ({
    ...choice,
    also: [...(choice.also ?? []), ...(suppose?.choices?.[choice.id] ?? [])],
  });
  const withChoices = { ...naming, choices: (naming.choices ?? []).map(named) };
  return { ...rest, fields: fields.map((field) => (field === naming ? withChoices : field)) };
}

/** What is "planned" or "under way" would change nothing: a question about it is about its end. */
function defaults({ fields = [] }: Question): Entry {
  return Object.fromEntries(
    fields.flatMap(({ id, default: kept }) => (kept === undefined ? [] : [[id, kept]])),
  );
}

/** The highest of what can be chosen, where it is a figure: a unit is taken at the highest level. */
function assumed({ fields = [] }: Question): Entry {
  return Object.fromEntries(
    fields.flatMap(({ id, choices = [] }) => {
      const figures = choices.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
      return figures.length > 0 ? [[id, Math.max(...figures)]] : [];
    }),
  );
}
