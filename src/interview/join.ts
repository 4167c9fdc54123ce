/** What one person told in two places, brought together: nothing is dropped, and what differs is asked about. */
import type { Entry } from "../facts/entry.ts";
import type { LearnerRecord } from "../record/record.ts";
import { type Interview, questionOf } from "./interview.ts";
import type { Told } from "./list.ts";
import type { Conflict, Join, Joining, LoggedAnswer, State, Telling } from "./log.ts";
import type { Question } from "./question.ts";
import { answerOf, patchOf } from "./told.ts";

/** Whether anything was told that holds now. */
export function hasTold({ answers, base }: State): boolean {
  return answers.size > 0 || base !== null;
}

/** All that was told in `channel`, as the event that brings it to what the same person told in `into`. */
export function joiningOf(interview: Interview, state: State, channel: string, into: string): Joining {
  const given = [...state.answers.keys()].flatMap((id) => questionOf(interview, id) ?? []);
  const all = [...new Set([...given, ...interview.questions])];
  const standing = all.flatMap((question) => {
    const answer = answerOf(interview, state, question);
    return answer === undefined ? [] : [{ channel, question: question.id, answer }];
  });
  const open = state.conflicts.flatMap(({ others }) => others);
  return { kind: "join", into, answers: [...standing, ...open], base: state.base };
}

/** Answers to other questions are taken over, the same ones change nothing, and different ones are a conflict. */
export function joinBy(interview: Interview): Join {
  return (state, { into, answers, base }) => {
    const begun = { ...state, hasStarted: true };
    const joined = answers.reduce((before, telling) => withTelling(interview, before, telling, into), begun);
    return { ...joined, base: state.base ?? (base as LearnerRecord | null) };
  };
}

function withTelling(interview: Interview, state: State, telling: Telling, into: string): State {
  const question = questionOf(interview, telling.question);
  if (!question) return state;
  const mine = answerOf(interview, state, question);
  // "Not sure" gives way to any answer.
  if (mine === undefined || (mine === null && telling.answer !== null)) {
    const others = [...state.answers].filter(([id]) => id !== question.id);
    return { ...state, answers: new Map([...others, [question.id, telling.answer]]) };
  }
  const before = state.conflicts.find((each) => each.question === question.id);
  const known = [mine, ...(before?.others ?? []).map(({ answer }) => answer)];
  const isKnown = known.some((answer) => isSame(interview, question, answer, telling.answer));
  if (telling.answer === null || isKnown) return state;
  const conflict: Conflict = {
    question: question.id,
    into: before?.into ?? into,
    others: [...(before?.others ?? []), telling],
  };
  return { ...state, conflicts: [...state.conflicts.filter((each) => each !== before), conflict] };
}

/** Do both tell the same? The words that were typed beside a choice, and the order of entries, do not matter. */
export function isSame(
  interview: Interview,
  question: Question,
  one: LoggedAnswer,
  other: LoggedAnswer,
): boolean {
  const [first, second] = [one, other].map((answer) => {
    const patch = patchOf(interview, question, answer);
    // Each fact with its name: two of them told the other way round are not the same.
    return ordered(Object.fromEntries(question.tells.map((fact) => [fact, patch[fact]])));
  });
  return first === second;
}

/** Of the entries of several lists all, and those once that stand in more than one. */
export function together(lists: readonly Told[]): Told {
  const entries: Entry[] = [];
  for (const list of lists) entries.push(...beyond(entries, list.entries));
  return { entries, isComplete: lists.every(({ isComplete }) => isComplete) };
}

/** The entries that are not matched, one by one, by those before: two alike on one side are two. */
function beyond(before: readonly Entry[], more: readonly Entry[]): readonly Entry[] {
  const unmatched = before.map(ordered);
  return more.filter((entry) => {
    const place = unmatched.indexOf(ordered(entry));
    if (place >= 0) unmatched.splice(place, 1);
    return place < 0 && Object.keys(entry).length > 0;
  });
}

/** One text for values that are alike. Neither the order of keys nor that of members matters, nor what is not known. */
function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).toSorted().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const known = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  const fields = known.map(([key, each]) => `${JSON.stringify(key)}:${ordered(each)}`);
  return `{${fields.toSorted().join()}}`;
}
