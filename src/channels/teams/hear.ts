/** Gives the desk what somebody said, and sees to it that the reply goes out. */
import type { Receipt } from "../../bot/receive.ts";
import { type Reply, text } from "../../chat/reply.ts";
import type { Turn, Utterance } from "../../chat/turn.ts";
import { faultWords } from "../post/fault.ts";
import { wordsActivity } from "./card.ts";
import { type Heard, placeReference } from "./read.ts";
import { type Own, speakerOf, TEAMS } from "./reference.ts";
import type { Teams } from "./world.ts";

/** What is answered to the request itself. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export const TAKEN: Answer = { status: 200 };

export interface Saying {
  /** The same when Teams sends the same thing again. */
  readonly id: string;
  readonly said: Utterance;
  readonly reference: Own;
  readonly isAnsweredAtOnce?: true;
}

/** Throws where nothing was kept. */
export async function hear(
  teams: Teams,
  { tenant, user }: Heard,
  { id, said, reference, isAnsweredAtOnce }: Saying,
): Promise<Receipt> {
  const turn: Turn = {
    id: `${TEAMS}:${tenant}:${id}`,
    from: speakerOf(tenant, user),
    conversation: user,
    reference,
    said,
    ...(isAnsweredAtOnce ? { isAnsweredAtOnce } : {}),
  };
  const receipt = await teams.bot.receive(turn);
  teams.count(receipt.isAgain ? "again" : "heard");
  if (!isAnsweredAtOnce) teams.poke();
  return receipt;
}

/** Says something where it was heard, once for each id, for all who read there. */
export async function announce(teams: Teams, heard: Heard, id: string, reply: Reply): Promise<void> {
  const { tenant, user, isOwn, chat, incoming } = heard;
  const own = { ...chat, kind: "own", user: incoming.from.id, pressed: null, asked: null };
  await teams.bot.announce({
    id: `${TEAMS}:${tenant}:${id}`,
    channel: TEAMS,
    tenant,
    conversation: isOwn ? user : (chat.conversation ?? ""),
    reference: isOwn ? own : placeReference(heard),
    reply,
  });
  teams.count("heard");
  teams.poke();
}

/** A reply of some words alone; what nobody asked for is rather not said than said twice. */
export function words(...said: readonly string[]): Reply {
  return { parts: said.map(text), prompt: null, isFarewell: true };
}

/** Says it at once, since there may be no database to keep it. */
export function sayFault(teams: Teams, { chat }: Heard, error: unknown): void {
  const said = faultWords(teams, error);
  teams.after(() => teams.connector.send(chat, wordsActivity(said)));
}
