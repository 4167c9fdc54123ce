/** Answers read back in words: in a review, and after each one. */
import { type Part, text } from "../../chat/reply.ts";
import { at } from "../../facts/derive.ts";
import type { Entry } from "../../facts/entry.ts";
import { type Interview, isAnswered, listTold } from "../../interview/interview.ts";
import { type Answer, kindOf } from "../../interview/kinds.ts";
import type { FieldQuestion, Question } from "../../interview/question.ts";
import { said, type Words } from "../../interview/words.ts";
import type { Desk, View } from "../view.ts";

/** The questions answered so far, in file order. */
export function answered(desk: Desk, { state }: View): Question[] {
  return desk.interview.questions.filter((question) => isAnswered(state, question));
}

/** What the answer to a question is, in words. */
export function answerShown(interview: Interview, view: View, question: Question): string {
  const { words } = view.around;
  if (question.kind === "list") return listShown(interview, view, question);
  const logged = view.state.answers.get(question.id);
  if (logged === null) return words.says.notKnown;
  if (logged !== undefined && typeof logged === "object" && "choice" in logged) return logged.typed;
  if (logged !== undefined) return kindOf(question).shown(logged as Answer, question, words);
  return toldShown(view, question, words);
}

/** An answer that came with a record: the choice that would tell the same. */
function toldShown(view: View, question: Question, words: Words): string {
  const told = question.tells.map((fact) => [fact, at(view.record, fact)] as const);
  const choice = question.choices?.find(
    ({ sets }) => sets && told.every(([fact, value]) => (sets[fact] ?? null) === value),
  );
  if (choice) return choice.label;
  const [first] = told;
  const value = first?.[1] ?? null;
  return value === null ? words.says.notKnown : kindOf(question).shown(value as Answer, question, words);
}

function listShown(interview: Interview, view: View, question: Question): string {
  const { words } = view.around;
  const told = listTold(interview, view.state, question);
  if (!told) return words.says.notKnown;
  if (told.entries.length === 0) return words.answers.none.label;
  return told.entries
    .map((entry) => entryShown(question, entry, words))
    .filter((shown) => shown !== "")
    .join("; ");
}

/** One entry of a list, by its place from 0; empty where it holds nothing yet. */
export function itemShown(view: View, question: Question, place: number): string {
  const entries = (at(view.record, question.tells[0] ?? "") ?? []) as readonly Entry[];
  const entry = entries[place];
  return entry ? entryShown(question, entry, view.around.words) : "";
}

export function entryShown(question: Question, entry: Entry, words: Words): string {
  const parts = (question.fields ?? []).flatMap((field) => fieldShown(field, entry[field.id], words));
  return parts.join(", ");
}

function fieldShown(field: FieldQuestion, value: unknown, words: Words): string[] {
  if (value === null || value === undefined) return [];
  const choice = field.choices?.find(({ id, value: kept }) => (kept ?? id) === value);
  if (choice) return [said(field.label, { value: choice.short ?? choice.label })];
  return [said(field.label, { value: kindOf(field).shown(value as Answer, field, words) })];
}

/** What was just told, said back where it is new; and words of it that nothing was made of. */
export function notedParts(
  desk: Desk,
  before: View,
  after: View,
  questionId: string,
  leftOut: string,
): Part[] {
  const { interview } = desk;
  const { says } = after.around.words;
  const question = interview.questions.find(({ id }) => id === questionId);
  if (!question) return [];
  const answer = answerShown(interview, after, question);
  const isNews = answer !== answerShown(interview, before, question);
  return [
    ...(isNews ? [text(said(says.noted, { title: question.title, answer }))] : []),
    ...(leftOut === "" ? [] : [text(said(says.leftOut, { words: leftOut }))]),
  ];
}

/** All that was told, numbered as `change` takes it. */
export function reviewParts(desk: Desk, view: View): Part[] {
  const { says } = view.around.words;
  const questions = answered(desk, view);
  if (questions.length === 0) return [text(says.reviewNothing)];
  const items = questions.map((question) =>
    said(says.reviewLine, {
      title: question.title,
      answer: answerShown(desk.interview, view, question),
    }),
  );
  return [{ kind: "list", title: says.review, isNumbered: true, items }];
}
