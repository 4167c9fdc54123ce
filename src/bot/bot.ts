/** The desk: a turn comes in, a reply goes out, and what was said is kept before the reply is given. */
import type { Kysely } from "kysely";
import { type Part, type Reply, text } from "../chat/reply.ts";
import type { Turn } from "../chat/turn.ts";
import { type Event, eventSchema } from "../interview/log.ts";
import { said } from "../interview/words.ts";
import type { LearnerRecord } from "../record/record.ts";
import { findEvents, forget, keepTurn } from "../store/conversations.ts";
import type { Schema } from "../store/schema.ts";
import type { Outcome } from "./commands/command.ts";
import { decide } from "./decide.ts";
import { adviceOn } from "./replies/advice.ts";
import { reviewParts } from "./replies/answers.ts";
import { promptOf } from "./replies/prompt.ts";
import { type Desk, look, type View } from "./view.ts";

export interface Bot {
  /** Throws where something is wrong on our side; nothing of the turn is kept then. */
  receive(turn: Turn): Promise<Reply>;
  /** Begins a person's conversation anew from a record. */
  begin(person: string, record: LearnerRecord, turn: string): Promise<Reply>;
  /** What a door says when `receive` has thrown. */
  fault(turn: string): Reply;
}

/** A person who speaks on two machines at once is heard in turn; this often is far more than two machines need. */
const TRIES = 20;

/** `now` gives the present time; it is passed in so that a test can say what day it is. */
export function openBot(desk: Desk, db: Kysely<Schema>, now: () => Date): Bot {
  const answer = async (person: string, turn: string, decide: Decide): Promise<Reply> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const reply = await answerOnce(desk, db, now(), person, turn, decide);
      if (reply) return reply;
    }
    throw new Error(`The turns of ${person} kept changing under turn ${turn}; it was tried ${TRIES} times`);
  };
  const { says } = desk.interview.words;
  return {
    receive: (turn) => answer(turn.person, turn.id, (view) => decide(desk, view, turn)),
    begin: (person, record, turn) =>
      answer(person, turn, async () => ({
        events: [{ kind: "start", record }],
        parts: () => [text(says.startedFrom)],
      })),
    fault: (turn) => ({ parts: [text(said(says.fault, { turn }))], prompt: null }),
  };
}

type Decide = (view: View) => Promise<Outcome>;

/** null where another turn of the person was kept in between. */
async function answerOnce(
  desk: Desk,
  db: Kysely<Schema>,
  now: Date,
  person: string,
  turn: string,
  decide: Decide,
): Promise<Reply | null> {
  const today = localDate(now);
  const kept = await findEvents(db, person);
  const events = kept.map((event): Event => eventSchema.parse(JSON.parse(event)));
  const before = await look(desk, events, today);
  const outcome = await decide(before);
  if (outcome.isForgetting) await forget(db, person);
  else {
    const added = outcome.events.map((event) => JSON.stringify(event));
    const isKept = await keepTurn(db, {
      person,
      turn,
      events: added,
      after: kept.length,
      at: now.toISOString(),
    });
    if (!isKept) return null;
  }
  const after = outcome.events.length > 0 ? await look(desk, [...events, ...outcome.events], today) : before;
  return replyOf(desk, before, after, outcome);
}

async function replyOf(desk: Desk, before: View, after: View, outcome: Outcome): Promise<Reply> {
  const parts: Part[] = [...(await outcome.parts(after))];
  if (outcome.isQuiet) return { parts, prompt: null, ...(outcome.isFarewell ? { isFarewell: true } : {}) };
  if (outcome.events.length > 0) parts.push(...(await newsParts(desk, before, after)));
  if (after.open && after.state.hasStarted && outcome.events.length > 0) {
    const { done, of } = after.progress;
    if (of > 0 && done > 0)
      parts.push({ kind: "progress", done, of, text: said(after.around.words.says.progress, { done, of }) });
  }
  return { parts, prompt: after.state.hasStarted ? promptOf(after, desk.interview) : null };
}

/** What an answer brought about: the recommendation is clear, everything is told, or the advice is ready. */
async function newsParts(desk: Desk, before: View, after: View): Promise<Part[]> {
  if (after.open === null) return adviceOn(desk, after.record, after.standing);
  if (after.open.kind === "review" && before.open?.kind !== "review") return reviewParts(desk, after);
  const { row, open } = after.standing.chosen;
  const isNews =
    open.length === 0 && before.standing.chosen.open.length > 0 && row.event.params.recommended.length > 0;
  return isNews ? [text(said(after.around.words.says.soFar, { why: row.event.params.why }))] : [];
}

/** The date where the program runs, as ISO. */
export function localDate(now: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
