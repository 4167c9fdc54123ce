/** What everything in this room works with. */
import type { Bot } from "../../bot/bot.ts";
import type { TeamsWords } from "../../chat/teams.ts";
import type { Connector } from "./connector.ts";
import type { Typing } from "./typing.ts";

/** What varies from run to run. */
export interface Outside {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since some moment: what passes, whoever sets the clock. */
  passed(): number;
  /** Does something after so many milliseconds, unless what it gives is called before. */
  later(milliseconds: number, work: () => void): () => void;
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

/** How each person's own chat is reached, kept in the database. */
export interface References {
  /** null where it is not known, or where the person does not want to be written to. */
  find(tenant: string, user: string): Promise<unknown>;
  keep(tenant: string, user: string, reference: unknown): Promise<void>;
  drop(tenant: string, user: string): Promise<void>;
}

export interface Teams extends Outside {
  readonly bot: Bot;
  readonly words: TeamsWords;
  /** What people say for help, and the lines of what help says. */
  readonly help: { readonly phrases: readonly string[]; readonly lines: readonly string[] };
  readonly connector: Connector;
  readonly references: References;
  readonly typing: Typing;
  /** Does something that Teams need not wait for. What it throws is a fault of ours. */
  after(work: () => Promise<unknown>): void;
}
