/** The desk: a turn comes in, a reply goes out, and what was said is kept together with the reply, before it is given. */
import type { Kysely } from "kysely";
import type { Home } from "../chat/home.ts";
import { type Part, type Prompt, type Reply, text } from "../chat/reply.ts";
import type { Speaker, Turn } from "../chat/turn.ts";
import { said } from "../interview/words.ts";
import { newCode } from "../store/codes.ts";
import { conversationId, keepMessage } from "../store/conversations.ts";
import { markDelivered, release } from "../store/outbox.ts";
import type { Schema } from "../store/schema.ts";
import { localDate } from "./date.ts";
import { announce, type Notice } from "./notice.ts";
import { openQueue } from "./queue.ts";
import { type Receipt, receive } from "./receive.ts";
import { openRecent } from "./recent.ts";
import { refreshProgress } from "./refreshing.ts";
import { askUntold } from "./reminding/ask.ts";
import { remindDue } from "./reminding/due.ts";
import { homeOf } from "./replies/home.ts";
import { promptOfQuestion } from "./replies/prompt.ts";
import { exampleTeamParts } from "./replies/team.ts";
import { type Room, viewOf, type World } from "./room.ts";
import { TooFast, UNLIMITED } from "./too-fast.ts";
import { type Exchange, transcript } from "./transcript.ts";
import type { Desk } from "./view.ts";
import { UNWATCHED } from "./watch.ts";

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
  /** From the next turn on everybody sits at this desk; what was begun is finished at the former one. */
  adopt(desk: Desk): void;
  /** Works out anew how far people are, where that rests on other rules or on an older record; how many it was. */
  refresh(signal?: AbortSignal): Promise<number>;
  /** Writes to who is due now: reminders, and who was asked to join a team; how many it was. */
  remind(): Promise<number>;
  /** What a door says when `receive` has thrown. */
  fault(turn: string): Reply;
}

export function openBot(desk: Desk, db: Kysely<Schema>, world: World): Bot {
  // What is going on goes on in the room that it began in, whatever is adopted meanwhile.
  let room: Room = {
    watch: UNWATCHED,
    newCode,
    managers: () => false,
    roster: async () => ({ kind: "unknown" }),
    reach: async () => null,
    gauge: UNLIMITED,
    catchUp: async () => true,
    hours: { quiet: { from: 18 * 60, to: 8 * 60 }, zone: "Europe/London" },
    ...world,
    desk,
    newest: desk,
    db,
    recent: openRecent(),
    inTurn: openQueue(),
  };
  return {
    async receive(turn) {
      const taken = room.gauge(turn.from);
      if (taken === "within") return room.inTurn(keyOf(turn.from), () => receive(() => room, turn));
      room.watch.turn(turn.from.channel, "limited");
      throw new TooFast(room.newest.interview.words.says.tooFast, taken === "first-over");
    },
    adopt(adopted) {
      room = { ...room, desk: adopted, newest: adopted, recent: openRecent() };
    },
    delivered: (receipt, message) => delivered(room, receipt, message),
    release: (receipt) => release(db, receipt, room.now().toISOString()),
    announce: (notice) => announce(room, notice),
    async prompt(from, question) {
      const { view, room: at } = await viewOf(room, from);
      return promptOfQuestion(view, at.desk.interview, question);
    },
    transcript: (from, address, limit) => transcript(room, conversationId(from, address), limit),
    async home(from) {
      const { view, room: at } = await viewOf(room, from);
      return homeOf(at.desk, view);
    },
    exampleTeam: () => exampleTeamParts(room.newest, localDate(room.now())),
    remind: async () => (await remindDue(room)) + (await askUntold(room)),
    refresh: (signal) => refreshProgress(room, signal),
    fault: (turn) => ({
      parts: [text(said(room.newest.interview.words.says.fault, { turn }))],
      prompt: null,
    }),
  };
}

function keyOf({ channel, tenant, user }: Speaker): string {
  return `${channel}:${tenant}:${user}`;
}

/** What the channel leaves goes first, so that the next letter never goes without it. */
async function delivered({ db, now }: Room, receipt: Placed, message: unknown): Promise<boolean> {
  if (message !== undefined) await keepMessage(db, receipt.conversation, JSON.stringify(message));
  return markDelivered(db, receipt, now().toISOString());
}
