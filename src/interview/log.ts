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
]);
export type LoggedAnswer = z.infer<typeof answerSchema>;

export const eventSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("start"), record: z.record(z.string(), z.unknown()).nullable() }),
  z.strictObject({ kind: z.literal("answer"), question: z.string(), answer: answerSchema }),
  z.strictObject({ kind: z.literal("ask"), question: z.string() }),
  z.strictObject({ kind: z.literal("back") }),
]);
export type Event = z.infer<typeof eventSchema>;
export type Said = Extract<Event, { kind: "answer" }>;

/** Where a conversation stands. */
export interface State {
  readonly hasStarted: boolean;
  /** What the conversation began from, where it began from a record. */
  readonly base: LearnerRecord | null;
  /** The latest answer to each question, in the order in which they were last given. */
  readonly answers: ReadonlyMap<string, LoggedAnswer>;
  /** A question that was asked for, by `change` or `back`; it comes before any other. */
  readonly asked: string | null;
}

const NOTHING: State = { hasStarted: false, base: null, answers: new Map(), asked: null };

export function replay(events: readonly Event[]): State {
  const { stack, undone } = unwound(events);
  const state = stack.reduce(after, NOTHING);
  return undone === null ? state : { ...state, asked: undone };
}

/** Is there anything that `back` would take back? */
export function canGoBack(events: readonly Event[]): boolean {
  return unwound(events).stack.length > 1;
}

/** The events that still hold, and the question whose answer the last `back` took back. */
function unwound(events: readonly Event[]): { stack: readonly Event[]; undone: string | null } {
  const stack: Event[] = [];
  let undone: string | null = null;
  for (const event of events) {
    undone = null;
    if (event.kind !== "back") stack.push(event);
    else {
      const last = stack.pop();
      undone = last?.kind === "answer" ? last.question : null;
    }
  }
  return { stack, undone };
}

function after(state: State, event: Event): State {
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
      };
    }
    case "back":
      return state;
  }
}
