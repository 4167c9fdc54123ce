/** What was said, as the record it tells. */

import { at } from "../facts/derive.ts";
import { type Patch, patched } from "../record/patch.ts";
import { emptyRecord, entriesOf, type LearnerRecord } from "../record/record.ts";
import { type Interview, questionOf } from "./interview.ts";
import type { Told } from "./list.ts";
import type { LoggedAnswer, State } from "./log.ts";
import type { Choice, Question } from "./question.ts";

/** What the answers so far tell, on top of the record that the conversation began from. */
export function recordOf(interview: Interview, state: State): LearnerRecord {
  const { edition } = interview;
  // A record that was brought along is judged by this interview's edition from now on.
  let record = state.base ? { ...state.base, edition } : emptyRecord(edition);
  for (const [id, answer] of state.answers) {
    const question = questionOf(interview, id);
    if (question) record = patched(record, patchOf(interview, question, answer));
  }
  return record;
}

/** What an answer tells, fact by fact. */
export function patchOf(interview: Interview, question: Question, answer: LoggedAnswer): Patch {
  const untold = Object.fromEntries(question.tells.map((fact) => [fact, null]));
  if (answer === null) return untold;
  if (typeof answer === "object" && "told" in answer) return { ...untold, ...answer.told };
  const [first] = question.tells as [string];
  if (question.kind === "list") {
    const told = answer as Told;
    const complete = interview.catalogue.lists.find(({ id }) => id === first)?.complete;
    const entries = told.entries.filter((entry) => Object.keys(entry).length > 0);
    return { [first]: entries, ...(complete ? { [complete]: told.isComplete } : {}) };
  }
  if (question.kind !== "choice") return { [first]: answer };
  const { choice, typed } =
    typeof answer === "object" && "choice" in answer ? answer : { choice: answer, typed: null };
  const sets = question.choices?.find(({ id }) => id === choice)?.sets ?? { [first]: choice };
  // A changed answer does not keep the words of the old one.
  return { ...untold, ...sets, ...(question.note ? { [question.note]: typed } : {}) };
}

/** A list as told so far, by answers or by the record the conversation began from; null while not told. */
export function listTold(interview: Interview, state: State, question: Question): Told | null {
  const answer = state.answers.get(question.id);
  if (answer && typeof answer === "object" && "entries" in answer) return answer as Told;
  if (answer === null || !state.base) return null;
  const [list] = question.tells as [string];
  const entries = entriesOf(state.base, list);
  const complete = interview.catalogue.lists.find(({ id }) => id === list)?.complete;
  return entries ? { entries, isComplete: !complete || state.base[complete] !== false } : null;
}

/** Has this question been answered, if only with "not sure", or told by the record? A list may still wait for more. */
export function isAnswered(state: State, question: Question): boolean {
  return state.answers.has(question.id) || (state.base !== null && isTold(state.base, question));
}

function isTold(base: LearnerRecord, question: Question): boolean {
  const told = question.tells.map((fact) => at(base, fact));
  if (told.every((value) => value !== null)) return true;
  // "It varies" tells one of two facts; a record that tells just that has answered the question.
  return told.some((value) => value !== null) && choiceTold(base, question) !== undefined;
}

/** The answer that stands, given or told by the record the conversation began from; undefined where there is none. */
export function answerOf(interview: Interview, state: State, question: Question): LoggedAnswer | undefined {
  const { answers, base } = state;
  if (answers.has(question.id)) return answers.get(question.id);
  if (!base || !isTold(base, question)) return undefined;
  const told = question.kind === "list" ? listTold(interview, state, question) : null;
  if (told) return { entries: told.entries.map((entry) => ({ ...entry })), isComplete: told.isComplete };
  const facts = question.note ? [...question.tells, question.note] : question.tells;
  return { told: Object.fromEntries(facts.map((fact) => [fact, at(base, fact)])) };
}

/** The choice that would tell what a record tells. */
export function choiceTold(record: LearnerRecord, { choices = [], tells }: Question): Choice | undefined {
  const [first = ""] = tells;
  return choices.find(({ id, sets = { [first]: id } }) =>
    tells.every((fact) => (sets[fact] ?? null) === at(record, fact)),
  );
}
