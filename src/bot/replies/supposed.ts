/** What was supposed, in words: what it would change for one person, and what is so already. */
import type { Entry } from "../../facts/entry.ts";
import { type Interview, questionOf } from "../../interview/interview.ts";
import { fieldsNeeded } from "../../interview/needs.ts";
import type { Question } from "../../interview/question.ts";
import { entryShown, inWords } from "../../interview/shown.ts";
import type { Effect } from "../../interview/suppose-events.ts";
import type { Supposed } from "../../interview/supposed.ts";
import { said } from "../../interview/words.ts";
import type { Desk, View } from "../view.ts";

/** What it would change; empty where it changes nothing. */
export function newShown(desk: Desk, { part, entries, isAlready }: Effect): string[] {
  if (isAlready) return [];
  const { edition, interview } = desk;
  const words = interview.words.whatIf;
  if (part.kind === "move") {
    const title = edition.head.qualifications.find(({ id }) => id === part.qualification)?.title ?? "";
    return [said(words.moved, { title })];
  }
  const question = questionOf(interview, part.question);
  if (!question) return [];
  const { title } = question;
  if (part.kind === "answer") return [answerShown(interview, question, part.answer)];
  const added = entriesShown(interview, question, entries);
  if (part.kind === "named" || !part.isTotal) return [said(words.withMore, { title, entries: added })];
  const total = entriesShown(interview, question, part.entries);
  return [said(words.inAll, { title, total, entries: added })];
}

/** What of it is so already; empty where nothing is. */
export function alreadyShown({ interview }: Desk, { part, held, isAlready }: Effect): string[] {
  const question = part.kind === "move" ? undefined : questionOf(interview, part.question);
  if (!question || part.kind === "move" || (!isAlready && held.length === 0)) return [];
  const { title } = question;
  const words = interview.words.whatIf;
  if (part.kind === "answer") return [answerShown(interview, question, part.answer)];
  if (part.kind === "named")
    return [said(words.answered, { title, answer: entriesShown(interview, question, held) })];
  return [said(words.atLeast, { title, total: entriesShown(interview, question, part.entries) })];
}

function answerShown(
  interview: Interview,
  question: Question,
  given: Extract<Supposed, { kind: "answer" }>["answer"],
): string {
  const answer = inWords(interview, question, typeof given === "object" ? [...given] : given);
  return said(interview.words.whatIf.answered, { title: question.title, answer });
}

function entriesShown({ words }: Interview, question: Question, entries: readonly Entry[]): string {
  return entries.map((entry) => entryShown(question, entry, words)).join("; ");
}

/** How words were taken that could mean something else, each once. */
export function notesOf(effects: readonly Effect[]): readonly string[] {
  const notes = effects.flatMap(({ part }) => (part.kind === "answer" && part.note ? [part.note] : []));
  return [...new Set(notes)];
}

/** What the new entries do not say, where something rests on it that is not known then. */
export function notSaid(
  { edition, interview }: Desk,
  after: View,
  effects: readonly Effect[],
  live: readonly string[],
): string[] {
  const { judgements } = after.standing;
  const judged = live.flatMap((id) => judgements.requirements.get(id) ?? []);
  const open = judged.filter(({ judgement }) => judgement.status === "unknown");
  const facts = open.flatMap(({ judgement }) => judgement.open.map(({ fact }) => fact));
  const needed = fieldsNeeded(edition.catalogue, facts);
  const asks = effects.flatMap(({ part, entries }) => {
    const question = part.kind === "amount" ? questionOf(interview, part.question) : undefined;
    const missing = (question?.fields ?? []).filter(
      ({ id }) => needed.get(question?.id ?? "")?.has(id) && entries.some((entry) => entry[id] === undefined),
    );
    return missing.map(({ ask }) => ask);
  });
  if (asks.length === 0) return [];
  return [said(interview.words.whatIf.notSaid, { asks: [...new Set(asks)].join(" ") })];
}
