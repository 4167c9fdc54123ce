/** A door: how people come in. */
import type { Kysely } from "kysely";
import type { Bot } from "../bot/bot.ts";
import type { Server } from "../channels/http.ts";
import type { Channel } from "../chat/channel.ts";
import type { Library } from "../content/library.ts";
import type { Limit } from "../limits.ts";
import type { Schema } from "../store/schema.ts";

/** What a door is built into. */
export interface Frame {
  readonly server: Server;
  readonly bot: Bot;
  readonly library: Library;
  readonly db: Kysely<Schema>;
  /** The time in milliseconds, by which everything that is kept goes. */
  now(): number;
  /** Milliseconds since some moment: what passes, whoever sets the clock. */
  passed(): number;
  /** How much is heard of one address. */
  readonly addresses: Limit;
  /** A reply was put into the outbox. */
  poke(): void;
  /** Counts a fault of ours, by the door that caught it. */
  fault(door: string): void;
  /** Counts what came in by a door, by how it ended. */
  request(door: string, outcome: string): void;
  /** Tells whoever runs the program. */
  complain(line: string, detail?: unknown): void;
}

/** Adds its routes to the server. Gives the channel that replies go out by, or null where it only answers. */
export type Door = (frame: Frame) => Promise<Channel | null>;
