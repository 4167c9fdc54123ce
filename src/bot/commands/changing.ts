/** Changing what was told: change one answer, log an entry, forget everything. */
import { text } from "../../chat/reply.ts";
import { hear } from "../../interview/answer.ts";
import { choicesOf } from "../../interview/choices.ts";
import type { Said } from "../../interview/log.ts";
import { answeredQuestions, CHANGE, FORGET, type Open } from "../../interview/open.ts";
import type { Question } from "../../interview/question.ts";
import { matchingChoices } from "../../interview/reading/choice.ts";
import { hasPhrase, plain } from "../../interview/reading/phrase.ts";
import { listTold } from "../../interview/told.ts";
import { said } from "../../interview/words.ts";
import { notedParts } from "../replies/answers.ts";
import type { Desk, View } from "../view.ts";
import { type Command, type Outcome, saying } from "./command.ts";

export const change: Command = {
  word: "change",
  run(desk, { state, around }, rest) {
    const { says } = around.words;
    const open: Open = { kind: "change", questions: answeredQuestions(desk.interview, state) };
    if (open.questions.length === 0) return saying(text(says.reviewNothing));
    if (rest === "") return { events: [{ kind: "ask", question: CHANGE }], parts: () => [] };
    const [only, ...others] = matchingChoices(rest, choicesOf(open, around));
    if (only && others.length === 0) return asking(only.id, says.changing);
    const titles = open.questions.map(({ title }) => title);
    return saying(text(said(says.changeNotFound, { words: rest })), {
      kind: "list",
      title: says.changeWhich,
      isNumbered: true,
      items: titles,
    });
  },
};

/** Asks a question, again where it was answered; that answer stays until there is a new one. */
export function asking(question: string, words: string | null): Outcome {
  return { events: [{ kind: "ask", question }], parts: () => (words === null ? [] : [text(words)]) };
}

export const log: Command = {
  word: "log",
  run(desk, view, rest) {
    const { says } = view.around.words;
    const question = listMeant(desk, rest);
    if (rest === "" || !question) return saying(text(says.logHow));
    const typed =
      question.log?.reduce((left, word) => left.replace(new RegExp(`^\\s*${word}\\b:?`, "i"), ""), rest) ??
      rest;
    if (plain(typed) === "") return { ...asking(question.id, null), isForm: true };
    return logged(desk, view, question, typed);
  },
};

function completed(event: Said): Said {
  const { answer } = event;
  if (answer === null || typeof answer !== "object" || !("entries" in answer)) return event;
  return { ...event, answer: { ...answer, isComplete: true } };
}

function listMeant({ interview }: Desk, rest: string): Question | undefined {
  const words = plain(rest);
  const lists = interview.questions.filter(({ kind }) => kind === "list");
  const first = lists.find(({ log: names = [] }) => names.some((name) => words.startsWith(plain(name))));
  return first ?? lists.find(({ log: names = [] }) => names.some((name) => hasPhrase(words, plain(name))));
}

function logged(desk: Desk, view: View, question: Question, typed: string): Outcome {
  const open: Open = { kind: "list", question, waiting: { kind: "more" } };
  const heard = hear(desk.interview, view.state, open, { typed }, view.around);
  if ("problem" in heard) return saying(text(heard.problem));
  const { leftOut } = heard.answer;
  // What is added to a list that was told in full leaves it told in full.
  const wasComplete = listTold(desk.interview, view.state, question)?.isComplete ?? false;
  const event = wasComplete ? completed(heard.answer.event) : heard.answer.event;
  return { events: [event], parts: (after) => notedParts(desk, view, after, question.id, leftOut) };
}

export const forget: Command = {
  word: "forget",
  run(_, { around: { words } }, rest) {
    if (plain(rest) === "for good") return forgetting(words.says.forgotten);
    return { events: [{ kind: "ask", question: FORGET }], parts: () => [text(words.says.forgetAsk)] };
  },
};

function forgetting(words: string): Outcome {
  return { events: [], parts: () => [text(words)], isForgetting: true, isQuiet: true, isFarewell: true };
}
