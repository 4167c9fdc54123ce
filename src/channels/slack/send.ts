/** Sends one message, and says what became of it; where Slack refuses the blocks, the words go alone. */
import type { Outcome } from "../../chat/channel.ts";
import type { Taken } from "../post/journey.ts";
import type { Pace } from "../post/pace.ts";
import type { Answer } from "./api.ts";
import type { Message } from "./block.ts";
import { textMessages } from "./message.ts";
import { type Ephemeral, inThread } from "./origin.ts";
import type { Slack } from "./world.ts";

export interface Sender extends Slack {
  readonly pace: Pace;
}

/** How one message is brought somewhere: as a new one, as a change, or as an answer to a click. */
export type Way = (message: Message) => Promise<Answer>;

/** What Slack says of blocks that it does not take. */
const BLOCKS_REFUSED = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "msg_blocks_too_long",
  "msg_too_long",
  "invalid_arguments",
]);

/** Nobody will ever get it there. */
const GONE = new Set([
  "not_installed",
  "account_inactive",
  "token_revoked",
  "user_not_found",
  "users_not_found",
  "user_disabled",
  "user_not_visible",
  "cannot_dm_bot",
]);

/** `place`: what has a pace of its own, such as a direct message. Words are shown where the blocks were refused. */
export async function send(sender: Sender, place: string, message: Message, way: Way): Promise<Answer> {
  const seconds = sender.pace.take(place);
  if (seconds > 0)
    return { kind: "later", reason: "one message a second", afterSeconds: seconds, isHeld: true };
  const answer = held(sender, place, await way(message));
  if (answer.kind !== "refused" || !BLOCKS_REFUSED.has(answer.error) || message.blocks.length === 0)
    return answer;
  const { error, messages } = answer;
  sender.complain("Slack refused the blocks of a message, so its words were sent alone", { error, messages });
  sender.count("refused-blocks");
  const [words] = textMessages(message);
  return words ? held(sender, place, await way(words)) : answer;
}

function held({ pace }: Sender, place: string, answer: Answer): Answer {
  if (answer.kind === "later" && answer.afterSeconds !== undefined) pace.hold(place, answer.afterSeconds);
  return answer;
}

export function outcomeOf(answer: Exclude<Answer, { kind: "done" }>): Outcome {
  if (answer.kind === "later") return answer;
  const { error } = answer;
  return { kind: GONE.has(error) ? "never" : "later", reason: error };
}

/** `ts`: of the message, where Slack does not say it. */
export function takenFrom(answer: Answer, changed: string | null): Taken | Outcome {
  if (answer.kind !== "done") return outcomeOf(answer);
  const id = answer.value.ts ?? changed;
  return { kind: "taken", ...(id === null ? {} : { id: String(id) }) };
}

/** An answer to a click or a command, that only the person sees. */
export function answering(message: Message, { thread }: Ephemeral, isReplacing: boolean) {
  const at = isReplacing ? {} : inThread(thread);
  return { response_type: "ephemeral", replace_original: isReplacing, ...message, ...at };
}
