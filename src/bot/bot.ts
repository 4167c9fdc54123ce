/** The desk: a turn comes in, a reply goes out, and what was said is kept before the reply is given. */
import type { Kysely } from "kysely";
import { advise } from "../advice/advise.ts";
import { liveQualifications } from "../advice/standing.ts";
import { type Part, type Reply, text } from "../chat/reply.ts";
import { cleaned, LONGEST_TEXT, type Turn } from "../chat/turn.ts";
import { hear } from "../interview/answer.ts";
import { isAnswerTo, type Saying } from "../interview/choices.ts";
import type { Heard } from "../interview/hear-list.ts";
import { type Event, eventSchema } from "../interview/log.ts";
import { acknowledged, CHANGE, type Open, openById, openId } from "../interview/open.ts";
import { matchingChoices } from "../interview/reading/choice.ts";
import { said } from "../interview/words.ts";
import type { LearnerRecord } from "../record/record.ts";
import { findEvents, forget, keepTurn } from "../store/conversations.ts";
import type { Schema } from "../store/schema.ts";
import { asking } from "./commands/changing.ts";
import { type Command, type Outcome, saying } from "./commands/command.ts";
import { findCommand } from "./commands/commands.ts";
import { start } from "./commands/going.ts";
import { adviceParts } from "./replies/advice.ts";
import { notedParts, reviewParts } from "./replies/answers.ts";
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

async function decide(desk: Desk, view: View, { said: saidNow }: Turn): Promise<Outcome> {
  if ("choose" in saidNow) return decideChosen(desk, view, saidNow);
  const { open, around, state } = view;
  const { says } = around.words;
  const { text: raw } = saidNow;
  if (raw.length > LONGEST_TEXT)
    return saying(text(said(says.tooLong, { length: raw.length, most: LONGEST_TEXT })));
  const typed = cleaned(raw);
  const found = open && isAnswerTo(open, typed, around) ? null : findCommand(typed, around.words);
  if (found) return unlessForgetting(view, found.command, await found.command.run(desk, view, found.rest));
  if (!state.hasStarted) return start.run(desk, view, "");
  if (!/[\p{L}\p{N}?]/u.test(typed)) return saying(text(says.empty));
  return open ? hearOpen(desk, view, open, { typed }) : hearOffer(desk, view, { typed });
}

/** Any other command than "forget me for good" means that nothing is to be forgotten. */
function unlessForgetting({ open }: View, { word }: Command, outcome: Outcome): Outcome {
  if (open?.kind !== "forget" || word === "forget" || word === "back") return outcome;
  return { ...outcome, events: [{ kind: "back" }, ...outcome.events] };
}

function decideChosen(
  desk: Desk,
  view: View,
  { choose, question }: { choose: readonly string[]; question?: string },
): Outcome | Promise<Outcome> {
  if (!view.state.hasStarted) return start.run(desk, view, "");
  const { open } = view;
  if (open && (question === undefined || openId(open) === question))
    return hearOpen(desk, view, open, { chosen: choose });
  const late = question === undefined ? null : openById(desk.interview, view.state, question);
  if (late) return hearOpen(desk, view, late, { chosen: choose });
  return open ? saying(text(view.around.words.says.late)) : hearOffer(desk, view, { chosen: choose });
}

function hearOpen(desk: Desk, view: View, open: Open, saidNow: Saying): Outcome {
  const { says } = view.around.words;
  if (open.kind === "forget") return { events: [{ kind: "back" }], parts: () => [text(says.keptAll)] };
  const heard = hear(desk.interview, view.state, open, saidNow, view.around);
  if ("problem" in heard) return saying(text(heard.problem));
  const { answer } = heard.answer.event;
  if (open.kind === "change") return asking(String(answer), says.changing);
  if (open.kind === "review" && answer === "change") return asking(CHANGE, says.changeAsked);
  if (open.kind === "check") {
    if (answer === "right")
      return { events: [acknowledged(open.problem)], parts: () => [text(says.checkNoted)] };
    return asking(open.problem.question, says.changing);
  }
  return heardOutcome(desk, view, heard.answer);
}

function heardOutcome(desk: Desk, before: View, { event, leftOut }: Heard): Outcome {
  return { events: [event], parts: (after) => notedParts(desk, before, after, event.question, leftOut) };
}

/** After advice that recommends nothing, an answer that could change it may be tapped, or told in one's own words. */
function hearOffer(desk: Desk, view: View, saidNow: Saying): Outcome {
  const offers = view.standing.chosen.row.event.params.offers ?? [];
  const labels = offers.map(({ choice, label }) => ({ id: choice, label }));
  const named = "typed" in saidNow ? matchingChoices(saidNow.typed, labels, view.around.words.doubts) : [];
  const meant = named.length === 1 ? { chosen: named.map(({ id }) => id) } : saidNow;
  for (const id of new Set(offers.map(({ question }) => question))) {
    const open = openById(desk.interview, view.state, id);
    const heard = open && hear(desk.interview, view.state, open, meant, view.around);
    if (heard && "answer" in heard) return heardOutcome(desk, view, heard.answer);
  }
  return saying(text(view.around.words.says.nothingOpen));
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
  return { parts, prompt: after.state.hasStarted ? promptOf(after) : null };
}

/** What an answer brought about: the recommendation is clear, everything is told, or the advice is ready. */
async function newsParts(desk: Desk, before: View, after: View): Promise<Part[]> {
  const { edition, interview } = desk;
  if (after.open === null) {
    const advice = await advise(edition, after.record, after.around.today);
    return adviceParts(edition, advice, liveQualifications(after.standing.chosen), interview.words.advice);
  }
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
