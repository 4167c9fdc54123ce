/** A fault of ours, in the words that the person hears. */
import type { Bot } from "../../bot/bot.ts";
import { TooFast } from "../../bot/too-fast.ts";
import type { Reply } from "../../chat/reply.ts";

export interface Witness {
  readonly bot: Pick<Bot, "fault">;
  /** Short enough for a person to quote. */
  newId(): string;
  /** Tells whoever runs the program. */
  fault(turn: string, error: unknown): void;
}

/** With what the person can quote; who said too much at once hears just that, and nobody else is told. */
export function faultWords({ bot, newId, fault }: Witness, error: unknown): string {
  if (error instanceof TooFast) return error.words;
  const turn = newId();
  fault(turn, error);
  return wordsOf(bot.fault(turn));
}

/** It was said this minute that more is not heard; to say so each time would make a flood of a flood. */
export function isSaidAlready(error: unknown): boolean {
  return error instanceof TooFast && !error.isFirst;
}

export function wordsOf({ parts }: Reply): string {
  return parts.map((part) => ("text" in part ? part.text : "")).join("\n");
}
