/** Changing what was told: change one answer, log an entry, forget everything. */
import { text } from "../../chat/reply.ts";
import { hear } from "../../interview/answer.ts";
import type { Open } from "../../interview/interview.ts";
import type { Question } from "../../interview/question.ts";
import { matchingChoices } from "../../interview/reading/choice.ts";
import { hasPhrase, plain } from "../../interview/reading/phrase.ts";
import { said } from "../../interview/words.ts";
import { answered, notedParts } from "../replies/answers.ts";
import type { Desk, View } from "../view.ts";
import { type Command, type Outcome, saying } from "./command.ts";

export const change: Command = {
  word: "change",
  run(desk, view, rest) {
    const { says } = view.around.words;
    const questions = answered(desk, view);
    if (questions.length === 0) return saying(text(says.reviewNothing));
    if (rest === "") return saying(text(said(says.changeWhich, { list: numberedTitles(questions) })));
    const choices = questions.map(({ id, title, topic, log = [] }) => ({
      id,
      label: title,
      also: [topic, ...log],
    }));
    const [first] = matchingChoices(rest, choices);
    if (!first) {
      const sorry = said(says.changeNotFound, { words: rest });
      return saying(text(sorry), text(said(says.changeWhich, { list: numberedTitles(questions) })));
    }
    return { events: [{ kind: "ask", question: first.id }], parts: () => [text(says.changing)] };
  },
};

export function numberedTitles(questions: readonly Question[]): string {
  return questions.map(({ title }, place) => `${place + 1} ${title}`).join(" · ");
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
    return logged(desk, view, question, typed);
  },
};

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
  const { event, leftOut } = heard.answer;
  return { events: [event], parts: (after) => notedParts(desk, view, after, question.id, leftOut) };
}

export const forget: Command = {
  word: "forget",
  run(_, { around: { words } }, rest) {
    if (plain(rest) !== "for good") return { ...saying(text(words.says.forgetAsk)), isQuiet: true };
    return {
      events: [],
      parts: () => [text(words.says.forgotten)],
      isForgetting: true,
      isQuiet: true,
      isFarewell: true,
    };
  },
};
