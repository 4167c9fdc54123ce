/** The desk: a turn comes in, a reply goes out, and what was said is kept before the reply is given. */
import type { Kysely } from "kysely";
import { advise, liveQualifications } from "../advice/advise.ts";
import { type Part, type Reply, text } from "../chat/reply.ts";
import { cleaned, LONGEST_TEXT, type Turn } from "../chat/turn.ts";
import { hear } from "../interview/answer.ts";
import type { Saying } from "../interview/choices.ts";
import type { Heard } from "../interview/hear-list.ts";
import { type Open, openById, openId } from "../interview/interview.ts";
import { type Event, eventSchema } from "../interview/log.ts";
import { matchingChoices } from "../interview/reading/choice.ts";
import { said } from "../interview/words.ts";
import type { LearnerRecord } from "../record/record.ts";
import { findEvents, forget, keepTurn } from "../store/conversations.ts";
import type { Schema } from "../store/schema.ts";
import { numberedTitles } from "./commands/changing.ts";
import { type Outcome, saying } from "./commands/command.ts";
import { findCommand } from "./commands/commands.ts";
import { start } from "./commands/going.ts";
import { adviceParts } from "./replies/advice.ts";
import { answered, notedParts, reviewParts } from "./replies/answers.ts";
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
  const { says } = view.around.words;
  if ("choose" in saidNow) return decideChosen(desk, view, saidNow);
  if (saidNow.text.length > LONGEST_TEXT) {
    return saying(text(said(says.tooLong, { length: saidNow.text.length, most: LONGEST_TEXT })));
  }
  const typed = cleaned(saidNow.text);
  const found = findCommand(typed, view.around.words);
  if (found) return found.command.run(desk, view, found.rest);
  if (!view.state.hasStarted) return start.run(desk, view, "");
  if (!/[\p{L}\p{N}?]/u.test(typed)) return saying(text(says.empty));
  const offer = view.open ? null : offerMeant(desk, view, typed);
  if (offer) return hearOpen(desk, view, offer.open, { chosen: [offer.choice] });
  return view.open ? hearOpen(desk, view, view.open, { typed }) : saying(text(says.nothingOpen));
}

async function decideChosen(
  desk: Desk,
  view: View,
  { choose, question }: { choose: readonly string[]; question?: string },
): Promise<Outcome> {
  const { says } = view.around.words;
  if (!view.state.hasStarted) return start.run(desk, view, "");
  const isOpen = question === undefined || (view.open && openId(view.open) === question);
  const open = isOpen ? view.open : openById(desk.interview, view.state, question);
  if (open) return hearOpen(desk, view, open, { chosen: choose });
  const offer = view.open ? null : offerMeant(desk, view, choose.join(" "));
  if (offer) return hearOpen(desk, view, offer.open, { chosen: [offer.choice] });
  return saying(text(view.open ? says.late : says.nothingOpen));
}

function hearOpen(desk: Desk, view: View, open: Open, saidNow: Saying): Outcome {
  const heard = hear(desk.interview, view.state, open, saidNow, view.around);
  if ("problem" in heard) return saying(text(heard.problem));
  const { says } = view.around.words;
  const { answer } = heard.answer.event;
  if (open.kind === "review" && answer === "change") {
    return saying(text(said(says.changeWhich, { list: numberedTitles(answered(desk, view)) })));
  }
  if (open.kind === "check") {
    if (answer === "right") return { events: [heard.answer.event], parts: () => [text(says.checkNoted)] };
    return { events: [{ kind: "ask", question: open.problem.question }], parts: () => [text(says.changing)] };
  }
  return heardOutcome(desk, view, heard.answer);
}

function heardOutcome(desk: Desk, before: View, { event, leftOut }: Heard): Outcome {
  return { events: [event], parts: (after) => notedParts(desk, before, after, event.question, leftOut) };
}

/** After advice that recommends nothing, the answers it offers to think about again can be typed as well. */
function offerMeant(
  desk: Desk,
  { standing, state }: View,
  typed: string,
): { open: Open; choice: string } | null {
  const offers = standing.chosen.row.event.params.offers ?? [];
  const [meant] = matchingChoices(
    typed,
    offers.map(({ choice, label }) => ({ id: choice, label })),
  );
  const offer = offers.find(({ choice }) => choice === meant?.id);
  const open = offer ? openById(desk.interview, state, offer.question) : null;
  return offer && open ? { open, choice: offer.choice } : null;
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
