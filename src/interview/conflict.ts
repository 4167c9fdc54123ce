/** A question that was answered differently in two places: the answers between which the person chooses. */
import type { Interview } from "./interview.ts";
import { together } from "./join.ts";
import { kindOf } from "./kinds.ts";
import type { Told } from "./list.ts";
import type { Conflict, LoggedAnswer, State } from "./log.ts";
import type { Choice, Question } from "./question.ts";
import { inWords } from "./shown.ts";
import { answerOf } from "./told.ts";
import { said, type Words } from "./words.ts";

/** A choice, and the answer that it keeps. */
export interface Option extends Choice {
  readonly answer: LoggedAnswer;
}

/** The one that stands comes first. For a list, the last is all entries together. */
export function optionsOf(
  interview: Interview,
  state: State,
  conflict: Conflict,
  question: Question,
): readonly Option[] {
  const { words } = interview;
  const mine = answerOf(interview, state, question) ?? null;
  const given = [{ channel: conflict.into, answer: mine }, ...conflict.others];
  const options = given.map(({ channel, answer }, place) => {
    const where = words.channels[channel] ?? channel;
    const shown = inWords(interview, question, answer);
    const label = said(words.says.conflictAnswer, { channel: where, answer: shown });
    const also = [where, shown, ...phrasesFor(shown, question, words)];
    return { id: place === 0 ? "stands" : `other-${place}`, label, also, answer };
  });
  const lists = given.flatMap(({ answer }) => listOf(answer) ?? []);
  if (lists.length < given.length) return options;
  const { entries, isComplete } = together(lists);
  const all = { entries: entries.map((entry) => ({ ...entry })), isComplete };
  return [...options, { id: "together", ...words.answers.together, answer: all }];
}

/** Other words for the choice that was the answer. */
function phrasesFor(shown: string, question: Question, words: Words): readonly string[] {
  const choices = question.kind === "list" ? [] : kindOf(question).choices(question, words);
  return choices.find(({ label }) => label === shown)?.also ?? [];
}

function listOf(answer: LoggedAnswer): Told | null {
  const isList =
    typeof answer === "object" && answer !== null && "entries" in answer && "isComplete" in answer;
  return isList ? answer : null;
}
