/** Answers in words, as they are read back. */
import { at } from "../facts/derive.ts";
import type { Entry } from "../facts/entry.ts";
import { patched } from "../record/patch.ts";
import { emptyRecord, type LearnerRecord } from "../record/record.ts";
import type { Interview } from "./interview.ts";
import { type Answer, kindOf } from "./kinds.ts";
import type { LoggedAnswer } from "./log.ts";
import type { FieldQuestion, Question } from "./question.ts";
import { choiceTold } from "./told.ts";
import { said, type Words } from "./words.ts";

/** An answer to a question in words; an answer that there is not is not known. */
export function inWords(interview: Interview, question: Question, answer: LoggedAnswer | undefined): string {
  const { words } = interview;
  if (answer === null || answer === undefined) return words.says.notKnown;
  if (typeof answer !== "object" || Array.isArray(answer))
    return kindOf(question).shown(answer, question, words);
  if ("entries" in answer) return entriesShown(question, answer.entries, words);
  if ("told" in answer)
    return toldShown(interview, question, patched(emptyRecord(interview.edition), answer.told));
  return `${kindOf(question).shown(answer.choice, question, words)} (${answer.typed})`;
}

/** An answer that came with a record: the choice that would tell the same. */
function toldShown({ catalogue, words }: Interview, question: Question, record: LearnerRecord): string {
  const { says } = words;
  const choice = choiceTold(record, question);
  if (choice) return choice.label;
  const [fact = ""] = question.tells;
  const value = at(record, fact);
  if (value === null) return says.notKnown;
  const type = catalogue.told.find(({ id }) => id === fact)?.type;
  if (type === "level") return said(says.level, { level: String(value) });
  // No single choice tells this: the record says two things that do not fit together.
  if (question.kind === "choice") return says.contradictory;
  const shown = kindOf(question).shown(value as Answer, question, words);
  return shown === "" ? words.answers.none.label : shown;
}

function entriesShown(question: Question, entries: readonly Entry[], words: Words): string {
  if (entries.length === 0) return words.answers.none.label;
  return entries
    .map((entry) => entryShown(question, entry, words))
    .filter((shown) => shown !== "")
    .join("; ");
}

/** One entry of a list; empty where it holds nothing yet. */
export function entryShown({ fields = [] }: Question, entry: Entry, words: Words): string {
  return fields.flatMap((field) => fieldShown(field, entry[field.id], words)).join(", ");
}

function fieldShown(field: FieldQuestion, value: unknown, words: Words): string[] {
  if (value === null || value === undefined) return [];
  const choice = field.choices?.find(({ id, value: kept }) => (kept ?? id) === value);
  if (choice) return [said(field.label, { value: choice.short ?? choice.label })];
  return [said(field.label, { value: kindOf(field).shown(value as Answer, field, words) })];
}
