/** A conversation is what was said, in order. Where it stands is worked out from that: there is no stored current step. */
import { z } from "zod";
import type { LearnerRecord } from "../record/record.ts";

const entry = z.record(z.string(), z.unknown());

/** `null` = not sure, or skipped. */
const answerSchema = z.union([
  z.null(),
  z.boolean(),
  z.number(),
  z.string(),
  z.array(z.string()),
  z.strictObject({ choice: z.string(), typed: z.string() }),
  z.strictObject({ entries: z.array(entry), isComplete: z.boolean() }),
  // As a record told it, fact by fact: not every record tells what a choice would.
  z.strictObject({ told: z.record(z.string(), z.unknown()) }),
]);
export type LoggedAnswer = z.infer<typeof answerSchema>;

/** An answer, and the channel in which it was given. */
const tellingSchema = z.strictObject({ channel: z.string(), question: z.string(), answer: answerSchema });
export type Telling = z.infer<typeof tellingSchema>;

export const eventSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("start"), record: z.record(z.string(), z.unknown()).nullable() }),
  z.strictObject({ kind: z.literal("answer"), question: z.string(), answer: answerSchema }),
  z.strictObject({ kind: z.literal("ask"), question: z.string() }),
  z.strictObject({ kind: z.literal("back") }),
  // What somebody told who turned out to be the same person; `into` is the channel of what was told here.
  z.strictObject({
    kind: z.literal("join"),
    into: z.string(),
    answers: z.array(tellingSchema),
    base: z.record(z.string(), z.unknown()).nullable(),
  }),
]);
export type Event = z.infer<typeof eventSchema>;
export type Said = Extract<Event, { kind: "answer" }>;
export type Joining = Extract<Event, { kind: "join" }>;

/** A question that one person answered differently in several places; the answer that stands was given in `into`. */
export interface Conflict {
  readonly question: string;
  readonly into: string;
  readonly others: readonly Telling[];
}

/** Where a conversation stands. */
export interface State {
  readonly hasStarted: boolean;
  /** What the conversation began from, where it began from a record. */
  readonly base: LearnerRecord | null;
  /** The latest answer to each question, in the order in which they were last given. */
  readonly answers: ReadonlyMap<string, LoggedAnswer>;
  /** A question that was asked for, by `change` or `back`; it comes before any other. */
  readonly asked: string | null;
  /** Until one of its answers is chosen, or another is given. */
  readonly conflicts: readonly Conflict[];
}

const NOTHING: State = { hasStarted: false, base: null, answers: new Map(), asked: null, conflicts: [] };

/** Takes over what was told elsewhere; which answers are the same depends on the questions. */
export type Join = (state: State, event: Joining) => State;

export function replay(events: readonly Event[], join: Join): State {
  const { stack, undone } = unwound(events);
  const state = stack.reduce((before, event) => after(before, event, join), NOTHING);
  return undone === null ? state : { ...state, asked: undone };
}

/** Is there anything that `back` would take back? */
export function canGoBack(events: readonly Event[]): boolean {
  return unwound(events).stack.filter(isStep).length > 1;
}

/** `back` goes over what was joined: only `unlink` parts it again. */
function isStep({ kind }: Event): boolean {
  return kind !== "join";
}

/** The events that still hold, and the question whose answer the last `back` took back. */
function unwound(events: readonly Event[]): { stack: readonly Event[]; undone: string | null } {
  const stack: Event[] = [];
  let undone: string | null = null;
  for (const event of events) {
    undone = null;
    if (event.kind !== "back") stack.push(event);
    else {
      const place = stack.findLastIndex(isStep);
      const [last] = place < 0 ? [] : stack.splice(place, 1);
      undone = last?.kind === "answer" ? last.question : null;
    }
  }
  return { stack, undone };
}

function after(state: State, event: Event, join: Join): State {
  switch (event.kind) {
    case "start":
      return { ...NOTHING, hasStarted: true, base: event.record as LearnerRecord | null };
    case "ask":
      return { ...state, hasStarted: true, asked: event.question };
    case "answer": {
      const answers = new Map(state.answers);
      answers.delete(event.question);
      answers.set(event.question, event.answer);
      const isAsked = state.asked === event.question;
      return {
        ...state,
        hasStarted: true,
        answers,
        asked: isAsked ? null : state.asked,
        conflicts: state.conflicts.filter(({ question }) => question !== event.question),
      };
    }
    case "join":
      return join(state, event);
    case "back":
      return state;
  }
}
