/** The house that a channel is tried in: the real desk, database, server and outbox, on a day of the test's own. */
import { fileURLToPath } from "node:url";
import type { Kysely } from "kysely";
import { onTestFinished } from "vitest";
import { reachOf, rosterOf } from "../../src/app/outreach.ts";
import type { Bot } from "../../src/bot/bot.ts";
import type { Managers } from "../../src/bot/room.ts";
import { openGauge } from "../../src/bot/too-fast.ts";
import { closeServer, openServer, type Server } from "../../src/channels/http.ts";
import type { Channel } from "../../src/chat/channel.ts";
import { openLibrary } from "../../src/content/library.ts";
import { SYSTEM_CLOCK } from "../../src/jobs/clock.ts";
import { type Deliverer, openDeliverer } from "../../src/jobs/deliver.ts";
import { type Limits, openLimit } from "../../src/limits.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Schema } from "../../src/store/schema.ts";
import { botFor } from "../desk.ts";
import { keepLog } from "../logs.ts";

export const library = openLibrary(fileURLToPath(new URL("../..", import.meta.url)));

/** What a test does with an app, whatever its channel. */
export interface App {
  readonly bot: Bot;
  readonly deliverer: Deliverer;
  /** How requests ended, in order. */
  readonly counted: string[];
  /** What whoever runs the program was told, and faults of ours. */
  readonly complaints: string[];
  /** Time goes by, for the platform and for us. */
  pass(seconds: number): void;
  /** Somebody sets our clock by so many seconds, and nothing passes. */
  setClock(seconds: number): void;
  /** Everything that was to be sent is sent, or waits for its next try. */
  settled(): Promise<void>;
}

export interface Settling extends Channel {
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly today: string;
  /** Milliseconds. */
  readonly now?: (() => number) | undefined;
  /** Who may make teams. */
  readonly managers?: Managers;
  /** How much is heard in a minute; everything where it is not given. */
  readonly limits?: Limits | undefined;
  /** The desk that is spoken to, made from the real one. */
  readonly bot?: ((bot: Bot) => Bot) | undefined;
}

export interface TestHouse {
  readonly server: Server;
  readonly db: Kysely<Schema>;
  readonly bot: Bot;
  readonly now: () => number;
  /** What every door is told of the world outside. */
  readonly outside: {
    now(): number;
    passed(): number;
    newId(): string;
    poke(): void;
    count(outcome: string): void;
    fault(turn: string, error: unknown): void;
    complain(line: string, detail?: unknown): void;
  };
  /** Replies go out by these channels from now on. Gives the server's address, and what a test does with it. */
  listen(...channels: readonly Settling[]): Promise<{ address: string; app: App }>;
}

/** Open until the test that asks for it is finished. */
export async function openTestHouse({
  today,
  bot: made,
  managers,
  limits,
  ...options
}: HouseOptions): Promise<TestHouse> {
  let ahead = 0;
  let set = 0;
  const passed = options.now ?? (() => Date.now() + ahead);
  const now = () => passed() + set;
  // What the desk dates by its day is delivered by the same day, whenever the tests run.
  const noon = Date.parse(`${today}T12:00:00`);
  const opened = now();
  const db = await openDatabase(":memory:");
  const channels: Settling[] = [];
  const real = botFor(library, db, today, {
    ...(managers ? { managers } : {}),
    ...(limits ? { gauge: openGauge(limits, now) } : {}),
    roster: rosterOf(channels),
    reach: reachOf(channels),
  });
  const bot = made?.(real) ?? real;
  const counted: string[] = [];
  const complaints: string[] = [];
  const server = openServer(
    { readiness: async () => null, metrics: { read: async () => "", contentType: "text/plain" } },
    {
      logLevel: "trace",
      logTo: { write: keepLog },
      ...(limits ? { addresses: openLimit(limits.address, now) } : {}),
    },
  );
  const complain = (line: string, detail?: unknown) =>
    void complaints.push(detail === undefined ? line : `${line} ${JSON.stringify(detail)}`);
  const deliverer = openDeliverer({
    db,
    channels,
    by: "test",
    clock: { ...SYSTEM_CLOCK, now: () => new Date(noon + now() - opened) },
    random: () => 0,
    watcher: { delivery: () => undefined, complain: (line, error) => complain(line, String(error ?? "")) },
  });
  let turns = 0;
  onTestFinished(async () => {
    await closeServer(server);
    await deliverer.stop();
    for (const channel of channels) await channel.close();
    await db.destroy();
  });
  return {
    server,
    db,
    bot,
    now,
    outside: {
      now,
      passed,
      newId: () => `TURN${++turns}`,
      poke: deliverer.poke,
      count: (outcome) => void counted.push(outcome),
      fault: (turn, error) => complain(`fault ${turn}: ${String(error)}`),
      complain,
    },
    async listen(...opened) {
      channels.push(...opened);
      const address = await server.listen({ host: "127.0.0.1", port: 0 });
      const settled = async () => {
        await deliverer.settled();
        for (const channel of channels) await channel.settled();
        await deliverer.settled();
      };
      const pass = (seconds: number) => {
        ahead += seconds * 1_000;
        deliverer.poke();
      };
      const setClock = (seconds: number) => {
        set += seconds * 1_000;
      };
      return { address, app: { bot, deliverer, counted, complaints, pass, setClock, settled } };
    },
  };
}
