/** What a supposition comes to for one person: the events that would have told it, and what is so already. */
import type { Entry } from "../facts/entry.ts";
import { namingField } from "./choices.ts";
import { listed } from "./hear-list.ts";
import { type Interview, questionOf } from "./interview.ts";
import { isSame } from "./join.ts";
import { type Told, withEntries } from "./list.ts";
import type { LoggedAnswer, Said, State } from "./log.ts";
import type { Question } from "./question.ts";
import type { Supposed, Supposition } from "./supposed.ts";
import { answerOf, listTold, patchOf } from "./told.ts";

/** What one part changes. */
export interface Effect {
  readonly part: Supposed;
  /** It is so already, and changes nothing. */
  readonly isAlready: boolean;
  /** What would come into a list. */
  readonly entries: readonly Entry[];
  /** What was named and is in the list already. */
  readonly held: readonly Entry[];
}

/** Nothing is kept: the events are for looking at, behind those of the person. */
export function supposedEvents(
  interview: Interview,
  state: State,
  supposition: Supposition,
): { events: readonly Said[]; effects: readonly Effect[] } {
  const events: Said[] = [];
  const effects: Effect[] = [];
  let now = state;
  for (const part of supposition) {
    const { event, entries, held = [] } = applied(interview, now, part);
    effects.push({ part, entries, held, isAlready: event === null && part.kind !== "move" });
    if (!event) continue;
    events.push(event);
    now = { ...now, answers: new Map([...now.answers, [event.question, event.answer]]) };
  }
  return { events, effects };
}

interface Applied {
  readonly event: Said | null;
  readonly entries: readonly Entry[];
  readonly held?: readonly Entry[];
}

const NOTHING: Applied = { event: null, entries: [] };

function applied(interview: Interview, state: State, part: Supposed): Applied {
  if (part.kind === "move") return NOTHING;
  const question = questionOf(interview, part.question);
  if (!question) return NOTHING;
  if (part.kind === "answer") return answered(interview, state, question, part.answer);
  const told = listTold(interview, state, question);
  return part.kind === "named" ? named(question, told, part) : amount(question, told, part);
}

function answered(
  interview: Interview,
  state: State,
  question: Question,
  given: Extract<Supposed, { kind: "answer" }>["answer"],
): Applied {
  const before = answerOf(interview, state, question) ?? null;
  const members = (answer: LoggedAnswer) => patchOf(interview, question, answer)[question.tells[0] ?? ""];
  const kept = question.kind === "many" ? members(before) : null;
  const answer = [kept ?? [], given].flat() as string[];
  const after = question.kind === "many" ? [...new Set(answer)] : (given as string | boolean);
  if (before !== null && isSame(interview, question, before, after)) return NOTHING;
  return { event: { kind: "answer", question: question.id, answer: after }, entries: [] };
}

/** What is under way is finished; another level takes the place of the one told. */
function named(
  question: Question,
  told: Told | null,
  { entries, assumed }: Extract<Supposed, { kind: "named" }>,
): Applied {
  const { fields = [] } = question;
  const naming = namingField(question)?.id ?? "";
  const before = (entry: Entry) => told?.entries.find((each) => each[naming] === entry[naming]);
  const isNew = (entry: Entry) =>
    fields.some(({ id }) => entry[id] !== undefined && entry[id] !== before(entry)?.[id]);
  const added = entries.filter(isNew).map((entry) => ({ ...assumed, ...known(before(entry)), ...entry }));
  const held = entries.filter((entry) => !isNew(entry)).flatMap((entry): Entry[] => [before(entry) ?? entry]);
  if (added.length === 0) return { ...NOTHING, held };
  const others = (told?.entries ?? []).filter(
    (each) => !added.some((entry) => entry[naming] === each[naming]),
  );
  return { ...withAdded(question, told, others, added, false), held };
}

function known(entry: Entry = {}): Entry {
  return Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== null && value !== undefined),
  );
}

function amount(
  question: Question,
  told: Told | null,
  { entries, isTotal }: Extract<Supposed, { kind: "amount" }>,
): Applied {
  const before = told?.entries ?? [];
  const added = isTotal ? missing(question, before, entries) : entries;
  return added.length > 0 ? withAdded(question, told, before, added, isTotal) : NOTHING;
}

/** What would have to come to what there is to make the total and its parts. */
function missing(question: Question, before: readonly Entry[], entries: readonly Entry[]): readonly Entry[] {
  const { of = "", by = "" } = question.totals ?? {};
  const sum = (some: readonly Entry[]) => some.reduce((total, entry) => total + Number(entry[of] ?? 0), 0);
  const isPart = (entry: Entry) => entry[by] !== undefined;
  const lacking = (entry: Entry, there: number): Entry[] => {
    const amount = Math.round((Number(entry[of]) - there) * 100) / 100;
    return amount > 0 ? [{ ...entry, [of]: amount }] : [];
  };
  const parts = entries
    .filter(isPart)
    .flatMap((entry) => lacking(entry, sum(before.filter((each) => each[by] === entry[by]))));
  const rest = entries.find((entry) => !isPart(entry));
  const whole = rest ? lacking({ ...rest, [of]: sum(entries) }, sum(before) + sum(parts)) : [];
  return [...parts, ...whole];
}

/** A list that was told in full stays told in full, and one of which the total is supposed is. */
function withAdded(
  question: Question,
  told: Told | null,
  before: readonly Entry[],
  added: readonly Entry[],
  isTotal: boolean,
): Applied {
  const { entries } = withEntries({ entries: before, isComplete: false }, added);
  const isComplete = isTotal || (told?.isComplete ?? false);
  return { event: listed(question, { entries, isComplete }), entries: added };
}
