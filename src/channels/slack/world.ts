/** What everything in this room works with. */
import type { Bot } from "../../bot/bot.ts";
import type { SlackWords } from "../../chat/slack.ts";
import type { Api } from "./api.ts";
import type { Done } from "./done.ts";
import type { Installations } from "./installations.ts";

/** The name of this channel, as people are kept under it. */
export const SLACK = "slack";

/** What varies from run to run. */
export interface Outside {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since some moment: what passes, whoever sets the clock. */
  passed(): number;
  /** Short enough for a person to quote. */
  newId(): string;
  /** A reply was put into the outbox. */
  poke(): void;
  /** Counts what came in, by how it ended, such as `foreign` or `401`. */
  count(outcome: string): void;
  /** A fault of ours, caught at this door. */
  fault(turn: string, error: unknown): void;
  /** Something that whoever runs the program should know. */
  complain(line: string, detail?: Readonly<Record<string, unknown>>): void;
}

export interface Slack extends Outside {
  readonly bot: Bot;
  readonly words: SlackWords;
  readonly api: Api;
  readonly installations: Installations;
  readonly done: Done;
  /** Does something that Slack need not wait for. What it throws is a fault of ours. */
  after(work: () => Promise<unknown>): void;
}
