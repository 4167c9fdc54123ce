/** A turn that came in: worked out and kept, or answered as it was before. */

import type { Reply } from "../chat/reply.ts";
import type { Turn } from "../chat/turn.ts";
import { conversationId } from "../store/conversations.ts";
import type { Person } from "../store/people.ts";
import { findReply } from "../store/transcript.ts";
import { keepTurn } from "../store/turns.ts";
import type { Outcome } from "./commands/command.ts";
import { localDate } from "./date.ts";
import { decided } from "./decided.ts";
import { progressRow } from "./progress.ts";
import { replyOf } from "./replies/reply.ts";
import { type Room, UnknownEdition, viewAfter, viewOf } from "./room.ts";
import type { View } from "./view.ts";

/** A reply, and its place in the outbox. */
export interface Receipt {
  readonly reply: Reply;
  readonly conversation: string;
  readonly number: number;
  /** The turn had been heard before, and this is what was answered then. */
  readonly isAgain: boolean;
}

/** Milliseconds that a channel has to show a reply itself before somebody else delivers it. */
const AT_ONCE = 15_000;

/** Several programs that hear one person at once overtake each other; one of them always gets through. */
const TRIES = 100;

/** `entering` gives the room as it is at each try. Throws where something is wrong on our side; nothing of the turn is kept then. */
export async function receive(entering: () => Room, turn: Turn): Promise<Receipt> {
  const { watch } = entering();
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const receipt = await receiveOnce(entering(), turn).catch((error: unknown) =>
        caughtUp(entering, turn, error),
      );
      if (!receipt) continue;
      watch.turn(turn.from.channel, receipt.isAgain ? "again" : "answered");
      return receipt;
    }
    throw new Error(
      `The turns of one person kept changing under turn ${turn.id}; it was tried ${TRIES} times`,
    );
  } catch (error) {
    watch.turn(turn.from.channel, "failed");
    throw error;
  }
}

/** Who began under rules that another program published a moment ago is answered by them, too. */
async function caughtUp(entering: () => Room, turn: Turn, error: unknown): Promise<Receipt | null> {
  if (!(error instanceof UnknownEdition)) throw error;
  if (!(await entering().catchUp())) throw error;
  return receiveOnce({ ...entering(), isLenient: true }, turn);
}

/** null where another turn of the person was kept in between. */
async function receiveOnce(entered: Room, turn: Turn): Promise<Receipt | null> {
  const now = entered.now();
  const today = localDate(now);
  const found = await viewOf(entered, turn.from);
  const { room, person, isNew, view: before, outcome, moving, coding } = await decided(turn, found);
  const { desk, db, recent } = room;
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
    edition: desk.edition.id,
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
