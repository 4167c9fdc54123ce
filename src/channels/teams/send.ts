/** Sends one card, and says what became of it; where Teams refuses the card, its words go alone. */
import type { Outcome } from "../../chat/channel.ts";
import type { Taken } from "../post/journey.ts";
import type { Pace } from "../post/pace.ts";
import type { Activity, Page } from "./card.ts";
import type { Answer } from "./connector.ts";
import { drawn, wordsOf } from "./message.ts";
import type { Chat } from "./reference.ts";
import type { Teams } from "./world.ts";

export interface Sender extends Teams {
  /** In each conversation, and in each directory. */
  readonly pace: { readonly conversation: Pace; readonly tenant: Pace };
}

export interface Spot {
  readonly tenant: string;
  readonly chat: Chat;
  /** The card that is changed; null for a new one. */
  readonly changed: string | null;
  readonly signal: AbortSignal;
}

/** A card that Teams cannot read, or that is too large: a fault of ours. */
const UNREADABLE = new Set([400, 413]);

export async function sendPage(sender: Sender, spot: Spot, page: Page): Promise<Answer> {
  const answer = await send(sender, spot, drawn(page));
  if (answer.kind !== "refused") return answer;
  const { status, code } = answer;
  // What was to be changed is not there any more.
  if (spot.changed !== null && (status === 404 || status === 405))
    return sendPage(sender, { ...spot, changed: null }, page);
  if (!UNREADABLE.has(status)) return answer;
  sender.complain("Teams refused a card, so its words were sent alone", { status, code });
  sender.count("refused-card");
  let last: Answer = answer;
  for (const words of wordsOf(page)) last = await send(sender, spot, words);
  return last;
}

async function send(sender: Sender, spot: Spot, activity: Activity): Promise<Answer> {
  const { connector, pace } = sender;
  const { tenant, chat, changed, signal } = spot;
  const place = chat.conversation ?? "";
  const seconds = Math.max(pace.conversation.take(place), pace.tenant.take(tenant));
  if (seconds > 0)
    return {
      kind: "later",
      reason: "as many as Teams takes in a moment",
      afterSeconds: seconds,
      isHeld: true,
    };
  const answer = await (changed === null
    ? connector.send(chat, activity, signal)
    : connector.update(chat, changed, activity, signal));
  if (answer.kind === "later" && answer.afterSeconds) pace.conversation.hold(place, answer.afterSeconds);
  return answer;
}

/** `changed`: the id of what was changed, where Teams does not say it. */
export function takenFrom(answer: Answer, changed: string | null): Taken | Outcome {
  if (answer.kind !== "done") return outcomeOf(answer);
  const id = answer.id || changed;
  return { kind: "taken", ...(id === null ? {} : { id }) };
}

export type Undelivered = Exclude<Outcome, { kind: "delivered" }>;

export function outcomeOf(answer: Exclude<Answer, { kind: "done" }>): Undelivered {
  if (answer.kind === "refused") return { kind: "never", reason: `${answer.status} ${answer.code}`.trim() };
  return answer;
}
