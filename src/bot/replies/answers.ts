/** Answers read back in words: in a review, and after each one. */
import { type Part, text } from "../../chat/reply.ts";
import { at } from "../../facts/derive.ts";
import type { Entry } from "../../facts/entry.ts";
import type { Interview } from "../../interview/interview.ts";
import { type Answer, kindOf } from "../../interview/kinds.ts";
import { answeredQuestions } from "../../interview/open.ts";
import type { FieldQuestion, Question } from "../../interview/question.ts";
import { choiceTold, listTold } from "../../interview/told.ts";
import { said, type Words } from "../../interview/words.ts";
import type { Desk, View } from "../view.ts";

/** What the answer to a question is, in words. */
export function answerShown(interview: Interview, view: View, question: Question): string {
  const { words } = view.around;
  if (question.kind === "list") return listShown(interview, view, question);
  const logged = view.state.answers.get(question.id);
  if (logged === null) return words.says.notKnown;
  if (logged !== undefined && typeof logged === "object" && "choice" in logged) {
    const { choice, typed } = logged;
    return `${kindOf(question).shown(choice, question, words)} (${typed})`;
  }
  if (logged !== undefined) return kindOf(question).shown(logged as Answer, question, words);
  return toldShown(interview, view, question);
}

/** An answer that came with a record: the choice that would tell the same. */
function toldShown(interview: Interview, view: View, question: Question): string {
  const { says } = view.around.words;
  const choice = choiceTold(view.record, question);
  if (choice) return choice.label;
  const [fact = ""] = question.tells;
  const value = at(view.record, fact);
  if (value === null) return says.notKnown;
  const type = interview.catalogue.told.find(({ id }) => id === fact)?.type;
  if (type === "level") return said(says.level, { level: String(value) });
  // No single choice tells this: the record says two things that do not fit together.
  if (question.kind === "choice") return says.contradictory;
  const shown = kindOf(question).shown(value as Answer, question, view.around.words);
  return shown === "" ? view.around.words.answers.none.label : shown;
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

/** "1) 60 minutes, literacy; 2) 45 minutes" */
export function itemsNumbered(view: View, question: Question): string {
  const entries = (at(view.record, question.tells[0] ?? "") ?? []) as readonly Entry[];
  return entries.map((_, place) => `${place + 1}) ${itemShown(view, question, place)}`).join("; ");
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
  const questions = answeredQuestions(desk.interview, view.state);
  if (questions.length === 0) return [text(says.reviewNothing)];
  const items = questions.map((question) =>
    said(says.reviewLine, {
      title: question.title,
      answer: answerShown(desk.interview, view, question),
    }),
  );
  return [{ kind: "list", title: says.review, isNumbered: true, items }];
}
