/** What stands open for an answer: one question, one field of an entry, a problem, or the review. */
import type { Problem } from "../record/problem.ts";
import { type Option, optionsOf } from "./conflict.ts";
import { type Interview, questionOf } from "./interview.ts";
import { type Waiting, waitingFor } from "./list.ts";
import type { Said, State } from "./log.ts";
import type { Need } from "./needs.ts";
import type { Question } from "./question.ts";
import { isAnswered, listTold } from "./told.ts";

export type Open =
  | { readonly kind: "question"; readonly question: Question }
  | { readonly kind: "list"; readonly question: Question; readonly waiting: Waiting; readonly isAgain?: true }
  | { readonly kind: "check"; readonly problem: Problem }
  /** Which of several answers, given in several places, holds. The first of them stands until then. */
  | { readonly kind: "conflict"; readonly question: Question; readonly options: readonly Option[] }
  | { readonly kind: "review" }
  /** Which of the answers is to be changed. */
  | { readonly kind: "change"; readonly questions: readonly Question[] }
  /** Whether everything is really to be deleted. */
  | { readonly kind: "forget" };

/** What the interview has to know of the advice to choose the next question. */
export interface Outlook {
  readonly needs: ReadonlyMap<string, Need>;
  /** The fields worth asking for in each list, by question id. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  readonly problems: readonly Problem[];
  /** Whether a question's `when` leaves room for it. */
  isFitting(question: Question): boolean;
}

/** Ids of what is asked beside the questions of the file; no question may have one of them. */
export const REVIEW = "review";
export const CHANGE = "change";
export const FORGET = "forget-me";

/** What to ask now; null when everything worth asking was asked and looked over. */
export function openNow(interview: Interview, state: State, outlook: Outlook): Open | null {
  if (state.asked === CHANGE) return { kind: "change", questions: answeredQuestions(interview, state) };
  if (state.asked === FORGET) return { kind: "forget" };
  const asked = state.asked === null ? undefined : questionOf(interview, state.asked);
  const conflict = conflictAbout(interview, state, asked?.id ?? state.conflicts[0]?.question);
  if (conflict) return conflict;
  if (asked) return openAt(interview, state, asked, outlook, true);
  const begun = [...state.answers.keys()].flatMap((id) => questionOf(interview, id) ?? []).at(-1);
  const continued = begun?.kind === "list" ? openAt(interview, state, begun, outlook, false) : null;
  // A field that was just begun comes before a problem, or the problem could not be mended.
  if (continued?.kind === "list" && continued.waiting.kind === "field") return continued;
  const problem = outlook.problems.find((each) => !isAcknowledged(state, each));
  if (problem) return { kind: "check", problem };
  return (
    continued ??
    nextQuestion(interview, state, outlook) ??
    (isReviewed(interview, state) ? null : { kind: "review" })
  );
}

/** The questions answered so far, in file order. */
export function answeredQuestions({ questions }: Interview, state: State): Question[] {
  return questions.filter((question) => isAnswered(state, question));
}

/** Looked over, with nothing told since. */
function isReviewed(interview: Interview, state: State): boolean {
  const last = [...state.answers.keys()].filter((id) => id === REVIEW || questionOf(interview, id)).at(-1);
  return last === REVIEW;
}

/** What decides the route comes first; the rest goes topic by topic, as the file has them. */
function nextQuestion(interview: Interview, state: State, outlook: Outlook): Open | null {
  const open = interview.questions.flatMap((question) => {
    const need = outlook.needs.get(question.id);
    if (!need || !outlook.isFitting(question)) return [];
    const waits = openAt(interview, state, question, outlook, false);
    return waits ? [{ need, waits }] : [];
  });
  return (open.find(({ need }) => need.isRoute) ?? open[0])?.waits ?? null;
}

/** What a question waits for; null when it is settled as far as it can be. `isAgain` asks even what was answered. */
function openAt(
  interview: Interview,
  state: State,
  question: Question,
  outlook: Outlook,
  isAgain: boolean,
): Open | null {
  if (question.kind !== "list") {
    return isAgain || !isAnswered(state, question) ? { kind: "question", question } : null;
  }
  const told = listTold(interview, state, question);
  if (told === null && isAnswered(state, question) && !isAgain) return null;
  if (told && isAgain) return { kind: "list", question, waiting: { kind: "more" }, isAgain };
  const waiting = waitingFor(question, told, outlook.fields.get(question.id) ?? new Set());
  return waiting ? { kind: "list", question, waiting } : null;
}

/** null where the answers to a question do not differ. */
function conflictAbout(interview: Interview, state: State, id: string | undefined): Open | null {
  const conflict = state.conflicts.find((each) => each.question === id);
  const question = conflict && questionOf(interview, conflict.question);
  return question
    ? { kind: "conflict", question, options: optionsOf(interview, state, conflict, question) }
    : null;
}

const CONFLICT = "conflict:";

function checkId({ code, place }: Problem): string {
  return `check:${code}@${place}`;
}

/** The answer that leaves a problem as it is. It goes with the words of the problem: told anew, it is asked again. */
export function acknowledged(problem: Problem): Said {
  return { kind: "answer", question: checkId(problem), answer: { choice: "right", typed: problem.says } };
}

function isAcknowledged(state: State, problem: Problem): boolean {
  const answer = state.answers.get(checkId(problem));
  return typeof answer === "object" && answer !== null && "typed" in answer && answer.typed === problem.says;
}

/** The id that a prompt carries, so that an answer that comes late still finds its question. */
export function openId(open: Open): string {
  switch (open.kind) {
    case "question":
      return open.question.id;
    case "list": {
      const { question, waiting } = open;
      if (waiting.kind === "field") return `${question.id}.${waiting.at + 1}.${waiting.field.id}`;
      return waiting.kind === "more" ? `${question.id}.more` : question.id;
    }
    case "check":
      return checkId(open.problem);
    case "conflict":
      return `${CONFLICT}${open.question.id}`;
    case "review":
      return REVIEW;
    case "change":
      return CHANGE;
    case "forget":
      return FORGET;
  }
}

/** The question that an id belongs to, as the conversation stands now; null for an id that is no longer there. */
export function openById(interview: Interview, state: State, id: string): Open | null {
  if (id.startsWith(CONFLICT)) return conflictAbout(interview, state, id.slice(CONFLICT.length));
  const [name = "", place, fieldId] = id.split(".");
  const question = questionOf(interview, name);
  if (!question) return null;
  if (question.kind !== "list") return { kind: "question", question };
  if (place === undefined) return { kind: "list", question, waiting: { kind: "first" } };
  if (place === "more") return { kind: "list", question, waiting: { kind: "more" } };
  const field = question.fields?.find((each) => each.id === fieldId);
  const at = Number(place) - 1;
  const entry = listTold(interview, state, question)?.entries[at];
  return field && entry ? { kind: "list", question, waiting: { kind: "field", at, field } } : null;
}
