/** The desk: a turn comes in, a reply goes out, and what was said is kept together with the reply, before it is given. */
import type { Kysely } from "kysely";
import type { Home } from "../chat/home.ts";
import { type Part, type Prompt, type Reply, text } from "../chat/reply.ts";
import type { Speaker, Turn } from "../chat/turn.ts";
import { said } from "../interview/words.ts";
import { newCode } from "../store/codes.ts";
import { conversationId, keepMessage } from "../store/conversations.ts";
import { markDelivered, release } from "../store/outbox.ts";
import type { Person } from "../store/people.ts";
import type { Schema } from "../store/schema.ts";
import { findReply } from "../store/transcript.ts";
import { keepTurn } from "../store/turns.ts";
import type { Outcome } from "./commands/command.ts";
import { localDate } from "./date.ts";
import { decided } from "./decided.ts";
import { announce, type Notice } from "./notice.ts";
import { progressRow } from "./progress.ts";
import { openQueue } from "./queue.ts";
import { openRecent } from "./recent.ts";
import { refreshProgress } from "./refreshing.ts";
import { askUntold } from "./reminding/ask.ts";
import { remindDue } from "./reminding/due.ts";
import { homeOf } from "./replies/home.ts";
import { promptOfQuestion } from "./replies/prompt.ts";
import { replyOf } from "./replies/reply.ts";
import { exampleTeamParts } from "./replies/team.ts";
import { type Room, viewAfter, viewOf, type World } from "./room.ts";
import { TooFast, UNLIMITED } from "./too-fast.ts";
import { type Exchange, transcript } from "./transcript.ts";
import type { Desk, View } from "./view.ts";
import { UNWATCHED } from "./watch.ts";

/** A reply, and its place in the outbox. */
export interface Receipt {
  readonly reply: Reply;
  readonly conversation: string;
  readonly number: number;
  /** The turn had been heard before, and this is what was answered then. */
  readonly isAgain: boolean;
}

type Placed = Pick<Receipt, "conversation" | "number">;

export interface Bot {
  /** Throws where something is wrong on our side; nothing of the turn is kept then, and it may be sent again. */
  receive(turn: Turn): Promise<Receipt>;
  /**
   * The reply has reached the person. True where nobody had said so before. `message`: what the channel wants to know of
   * it at the next letter of the conversation, as plain data.
   */
  delivered(receipt: Placed, message?: unknown): Promise<boolean>;
  /** The channel does not show the reply itself after all, so it is delivered like any other. */
  release(receipt: Placed): Promise<void>;
  /** Says what answers no turn, such as a welcome. False where a notice with this id was kept before. */
  announce(notice: Notice): Promise<boolean>;
  /** What a question asks, whether or not it stands open; null where it is not there any more. */
  prompt(from: Speaker, question: string): Promise<Prompt | null>;
  /** The newest exchanges of a conversation, oldest first. */
  transcript(from: Speaker, address: string, limit: number): Promise<Exchange[]>;
  home(from: Speaker): Promise<Home>;
  /** What a manager sees of a team, shown on people who do not exist. */
  exampleTeam(): Promise<Part[]>;
  /** Works out anew how far people are, where that rests on other rules or on an older record; how many it was. */
  refresh(signal?: AbortSignal): Promise<number>;
  /** Writes to who is due now: reminders, and who was asked to join a team; how many it was. */
  remind(): Promise<number>;
  /** What a door says when `receive` has thrown. */
  fault(turn: string): Reply;
}

/** Milliseconds that a channel has to show a reply itself before somebody else delivers it. */
const AT_ONCE = 15_000;

/** Several programs that hear one person at once overtake each other; one of them always gets through. */
const TRIES = 100;

export function openBot(desk: Desk, db: Kysely<Schema>, world: World): Bot {
  const room: Room = {
    watch: UNWATCHED,
    newCode,
    managers: () => false,
    roster: async () => ({ kind: "unknown" }),
    reach: async () => null,
    gauge: UNLIMITED,
    hours: { quiet: { from: 18 * 60, to: 8 * 60 }, zone: "Europe/London" },
    ...world,
    desk,
    db,
    recent: openRecent(),
    inTurn: openQueue(),
  };
  return {
    async receive(turn) {
      const taken = room.gauge(turn.from);
      if (taken === "within") return room.inTurn(keyOf(turn.from), () => receive(room, turn));
      room.watch.turn(turn.from.channel, "limited");
      throw new TooFast(desk.interview.words.says.tooFast, taken === "first-over");
    },
    delivered: (receipt, message) => delivered(room, receipt, message),
    release: (receipt) => release(db, receipt, room.now().toISOString()),
    announce: (notice) => announce(room, notice),
    prompt: async (from, question) =>
      promptOfQuestion((await viewOf(room, from)).view, desk.interview, question),
    transcript: (from, address, limit) => transcript(room, conversationId(from, address), limit),
    home: async (from) => homeOf(desk, (await viewOf(room, from)).view),
    exampleTeam: () => exampleTeamParts(desk, localDate(room.now())),
    remind: async () => (await remindDue(room)) + (await askUntold(room)),
    refresh: (signal) => refreshProgress(room, signal),
    fault: (turn) => ({
      parts: [text(said(desk.interview.words.says.fault, { turn }))],
      prompt: null,
    }),
  };
}

function keyOf({ channel, tenant, user }: Speaker): string {
  return `${channel}:${tenant}:${user}`;
}

async function receive(room: Room, turn: Turn): Promise<Receipt> {
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const receipt = await receiveOnce(room, turn);
      if (!receipt) continue;
      room.watch.turn(turn.from.channel, receipt.isAgain ? "again" : "answered");
      return receipt;
    }
    throw new Error(
      `The turns of one person kept changing under turn ${turn.id}; it was tried ${TRIES} times`,
    );
  } catch (error) {
    room.watch.turn(turn.from.channel, "failed");
    throw error;
  }
}

/** null where another turn of the person was kept in between. */
async function receiveOnce(room: Room, turn: Turn): Promise<Receipt | null> {
  const { desk, db, recent } = room;
  const now = room.now();
  const today = localDate(now);
  const found = await viewOf(room, turn.from);
  const { person, isNew, view: before, outcome, moving, coding } = await decided(room, turn, found);
  const after = await viewAfter(room, before, outcome, today);
  const reply = await replyOf(desk, before, after, outcome);
  const conversation = conversationId(turn.from, turn.conversation);
  const kept = await keepTurn(db, {
    id: turn.id,
    from: turn.from,
    address: turn.conversation,
    reference: turn.reference === undefined ? null : JSON.stringify(turn.reference),
    said: turn.isTranscribed ? JSON.stringify(turn.said) : null,
    person,
    isNewPerson: isNew,
    moving,
    coding,
    progress: progressAfter(room, person, after, outcome, now),
    also: outcome.keep,
    events: outcome.events.map((event) => JSON.stringify(event)),
    record: JSON.stringify(after.record),
    reply: JSON.stringify(reply),
    isForgetting: outcome.isForgetting === true,
    at: now.toISOString(),
    dueAt: (turn.isAnsweredAtOnce ? new Date(now.getTime() + AT_ONCE) : now).toISOString(),
  });
  if (kept.kind === "overtaken") return null;
  if (kept.kind === "seen") return again(room, turn, conversation);
  if (moving) recent.drop(found.person);
  const version = person.version + outcome.events.length;
  if (outcome.isForgetting) recent.drop(person);
  else recent.keep({ ...person, version }, today, after);
  return { reply, conversation, number: kept.number, isAgain: false };
}

/** Only where the turn told something: else it is as it was. */
function progressAfter({ desk }: Room, person: Person, after: View, { events }: Outcome, now: Date) {
  if (!person.isMember || events.length === 0) return undefined;
  const version = person.version + events.length;
  return progressRow(desk, after, { ...person, version }, now.toISOString());
}

/** A reply that was purged since is not needed any more: nobody waits for it that long. */
async function again({ db }: Room, turn: Turn, conversation: string): Promise<Receipt> {
  const found = await findReply(db, turn.id);
  if (found && found.conversation !== conversation)
    throw new Error(`Turn ${turn.id} was heard before, in another conversation`);
  const reply = found ? (JSON.parse(found.reply) as Reply) : { parts: [], prompt: null };
  return { reply, conversation, number: found?.number ?? 0, isAgain: true };
}

/** What the channel leaves goes first, so that the next letter never goes without it. */
async function delivered({ db, now }: Room, receipt: Placed, message: unknown): Promise<boolean> {
  if (message !== undefined) await keepMessage(db, receipt.conversation, JSON.stringify(message));
  return markDelivered(db, receipt, now().toISOString());
}
