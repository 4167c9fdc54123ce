/** The interview: from what was said so far to the record it tells, and to what is asked next. */
import type { Catalogue } from "../facts/catalogue.ts";
import { at } from "../facts/derive.ts";
import type { Entry } from "../facts/entry.ts";
import { type Patch, patched } from "../record/patch.ts";
import type { Problem } from "../record/problem.ts";
import { emptyRecord, entriesOf, type LearnerRecord } from "../record/record.ts";
import { type Told, type Waiting, waitingFor } from "./list.ts";
import type { LoggedAnswer, State } from "./log.ts";
import type { Need } from "./needs.ts";
import type { InterviewContent, Question } from "./question.ts";
import type { Words } from "./words.ts";

export interface Interview {
  readonly edition: string;
  readonly catalogue: Catalogue;
  readonly topics: InterviewContent["topics"];
  readonly questions: readonly Question[];
  readonly words: Words;
}

/** What stands open for an answer. */
export type Open =
  | { readonly kind: "question"; readonly question: Question }
  | { readonly kind: "list"; readonly question: Question; readonly waiting: Waiting }
  | { readonly kind: "check"; readonly problem: Problem }
  | { readonly kind: "review" };

/** What the interview has to know of the advice to choose the next question. */
export interface Outlook {
  readonly needs: ReadonlyMap<string, Need>;
  /** The fields worth asking for in each list, by question id. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  readonly problems: readonly Problem[];
  /** Whether a question's `when` leaves room for it. */
  isFitting(question: Question): boolean;
}

export function questionOf(interview: Interview, id: string): Question | undefined {
  return interview.questions.find((question) => question.id === id);
}

/** What the answers so far tell, on top of the record that the conversation began from. */
export function recordOf(interview: Interview, state: State): LearnerRecord {
  let record = state.base ?? emptyRecord(interview.edition);
  for (const [id, answer] of state.answers) {
    const question = questionOf(interview, id);
    if (question) record = patched(record, patchOf(interview, question, answer));
  }
  return record;
}

function patchOf(interview: Interview, question: Question, answer: LoggedAnswer): Patch {
  const untold = Object.fromEntries(question.tells.map((fact) => [fact, null]));
  if (answer === null) return untold;
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
  return { ...untold, ...sets, ...(question.note && typed ? { [question.note]: typed } : {}) };
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
  if (state.answers.has(question.id)) return true;
  if (!state.base) return false;
  const record = state.base;
  return question.tells.every((fact) => at(record, fact) !== null);
}

/** What a question waits for; null when it is settled as far as it can be. `again` asks even what was answered. */
export function openAt(
  interview: Interview,
  state: State,
  question: Question,
  outlook: Outlook,
  again: boolean,
): Open | null {
  if (question.kind !== "list") {
    return again || !isAnswered(state, question) ? { kind: "question", question } : null;
  }
  const told = listTold(interview, state, question);
  if (told === null && isAnswered(state, question) && !again) return null;
  const waiting = waitingFor(question, told, outlook.fields.get(question.id) ?? new Set());
  if (waiting) return { kind: "list", question, waiting };
  return again ? { kind: "list", question, waiting: { kind: "more" } } : null;
}

/** What to ask now; null when everything worth asking was asked and looked over. */
export function openNow(interview: Interview, state: State, outlook: Outlook): Open | null {
  const asked = state.asked === null ? undefined : questionOf(interview, state.asked);
  if (asked) return openAt(interview, state, asked, outlook, true);
  const problem = outlook.problems.find((each) => !state.answers.has(checkId(each)));
  if (problem) return { kind: "check", problem };
  const begun = state.last === null ? undefined : questionOf(interview, state.last);
  const continued = begun?.kind === "list" ? openAt(interview, state, begun, outlook, false) : null;
  if (continued) return continued;
  const best = bestQuestion(interview, state, outlook);
  if (best) return best;
  return state.answers.has(REVIEW) ? null : { kind: "review" };
}

export const REVIEW = "review";

/** A problem is asked about once for each wording of it: told again with other figures, it is asked again. */
export function checkId({ code, place, says }: Problem): string {
  return `check:${code}@${place}:${says}`;
}

/**
 * What decides the route comes first, in file order. Then the topic in hand goes on while it has a question of the same
 * rank; then the weightiest question, and the rest of its topic in file order.
 */
function bestQuestion(interview: Interview, state: State, outlook: Outlook): Open | null {
  const open = interview.questions.flatMap((question) => {
    const need = outlook.needs.get(question.id);
    if (!need || !outlook.isFitting(question)) return [];
    const waits = openAt(interview, state, question, outlook, false);
    return waits ? [{ question, need, waits }] : [];
  });
  const rank = Math.min(...open.map(({ need }) => need.rank));
  const urgent = open.filter(({ need }) => need.rank === rank);
  if (rank === 0) return urgent[0]?.waits ?? null;
  const inHand = state.last === null ? undefined : questionOf(interview, state.last)?.topic;
  const [weightiest] = [...urgent].sort((a, b) => b.need.weight - a.need.weight);
  const topic = urgent.some(({ question }) => question.topic === inHand)
    ? inHand
    : weightiest?.question.topic;
  return urgent.find(({ question }) => question.topic === topic)?.waits ?? null;
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
    case "review":
      return REVIEW;
  }
}

/** What an id stands for, as the conversation stands now; null for an id that is not, or no longer, there. */
export function openById(interview: Interview, state: State, id: string): Open | null {
  if (id === REVIEW) return { kind: "review" };
  const [name = "", place, fieldId] = id.split(".");
  const question = questionOf(interview, name);
  if (!question) return null;
  if (question.kind !== "list") return { kind: "question", question };
  if (place === undefined) return { kind: "list", question, waiting: { kind: "first" } };
  if (place === "more") return { kind: "list", question, waiting: { kind: "more" } };
  const field = question.fields?.find((each) => each.id === fieldId);
  const entry: Entry | undefined = listTold(interview, state, question)?.entries[Number(place) - 1];
  return field && entry
    ? { kind: "list", question, waiting: { kind: "field", at: Number(place) - 1, field } }
    : null;
}
