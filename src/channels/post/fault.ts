/** A fault of ours, in the words that the person hears. */
import type { Bot } from "../../bot/bot.ts";
import type { Reply } from "../../chat/reply.ts";

export interface Witness {
  readonly bot: Pick<Bot, "fault">;
  /** Short enough for a person to quote. */
  newId(): string;
  /** Tells whoever runs the program. */
  fault(turn: string, error: unknown): void;
}

/** With what the person can quote. */
export function faultWords({ bot, newId, fault }: Witness, error: unknown): string {
  const turn = newId();
  fault(turn, error);
  return wordsOf(bot.fault(turn));
}

export function wordsOf({ parts }: Reply): string {
  return parts.map((part) => ("text" in part ? part.text : "")).join("\n");
}
