/** Answers read back in words: in a review, and after each one. */
import { type Part, text } from "../../chat/reply.ts";
import { at } from "../../facts/derive.ts";
import type { Entry } from "../../facts/entry.ts";
import type { Interview } from "../../interview/interview.ts";
import { answeredQuestions } from "../../interview/open.ts";
import type { Question } from "../../interview/question.ts";
import { entryShown, inWords } from "../../interview/shown.ts";
import { answerOf } from "../../interview/told.ts";
import { said } from "../../interview/words.ts";
import type { Desk, View } from "../view.ts";

/** What the answer to a question is, in words. */
export function answerShown(interview: Interview, { state }: View, question: Question): string {
  return inWords(interview, question, answerOf(interview, state, question));
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
