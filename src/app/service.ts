/** `signpost start`: serves every door that is configured, delivers what waits, and stops without losing anything. */
import { randomUUID } from "node:crypto";
import { prepare } from "../bot/preparing.ts";
import { closeServer, openServer, type Server } from "../channels/http.ts";
import type { Channel } from "../chat/channel.ts";
import { type Config, readConfig } from "../config.ts";
import type { Clock } from "../jobs/clock.ts";
import { SYSTEM_CLOCK } from "../jobs/clock.ts";
import { openDeliverer, PACE, type Pace } from "../jobs/deliver.ts";
import { every, type Jobs } from "../jobs/jobs.ts";
import { openTimer } from "../jobs/timer.ts";
import { openMetrics } from "../metrics.ts";
import { isPostgres } from "../store/database.ts";
import { findTrouble } from "../store/health.ts";
import { purge } from "../store/purge.ts";
import type { Door } from "./door.ts";
import { doorsOf } from "./doors.ts";
import { watchContent, watchOutbox } from "./figures.ts";
import { type House, openHouse } from "./house.ts";
import { addressesOf, gaugeOf, passed } from "./limiting.ts";
import { reachOf, rosterOf } from "./outreach.ts";
import { openPublished, type Published } from "./published.ts";
import { cutoffsAt } from "./retention.ts";
import { ROOT } from "./root.ts";
import { keepTime } from "./timekeeping.ts";

/** What keeps the doors from opening, with words for the person who started the program. */
export class ServeError extends Error {
  override readonly name = "ServeError";
}

export interface Runner {
  print(text: string): void;
  /** Where log lines go. */
  readonly log: { write(line: string): void };
  untilAskedToStop(): Promise<void>;
}

export interface Service {
  /** Where the server listens, such as http://127.0.0.1:3000 */
  readonly address: string;
  /** Finishes what is in flight. */
  stop(): Promise<void>;
}

/** Milliseconds. */
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Runs until it is asked to stop. */
export async function serve(environment: NodeJS.ProcessEnv, runner: Runner): Promise<void> {
  const config = readConfig(environment);
  // Also who asks before it is open is heard.
  const asked = runner.untilAskedToStop();
  const service = await openService(config, runner.log, await doorsOf(config));
  const door = config.web ? `open ${service.address} in a browser to try the advisor.` : service.address;
  runner.print(`Signpost is ready: ${door}\nPress Ctrl-C to stop.\n`);
  await asked;
  await service.stop();
  runner.print("Signpost has stopped. Everything that was said is kept.\n");
}

/** Opens the house, its doors and its jobs. Throws a ContentError, a StoreError or a ServeError. */
export async function openService(
  config: Config,
  log: Runner["log"],
  doors: readonly Door[],
  pace: Pace = PACE,
): Promise<Service> {
  const metrics = openMetrics();
  const channels: Channel[] = [];
  const { watch } = metrics;
  let published: Published | null = null;
  const house = await openHouse(config, {
    watch,
    roster: rosterOf(channels),
    reach: reachOf(channels),
    gauge: gaugeOf(config),
    catchUp: async () => {
      await published?.look();
      return published?.isCurrent ?? true;
    },
  });
  const { db } = house;
  const addresses = addressesOf(config);
  const server = openServer(
    { metrics, readiness: () => findTrouble(db) },
    { logLevel: config.log, logTo: log, proxies: config.proxies, addresses },
  );
  const complain = (line: string, detail?: unknown) =>
    server.log.warn(detail instanceof Error ? { err: detail } : { detail }, line);
  const clock: Clock = { ...SYSTEM_CLOCK, now: house.time.now };
  const deliverer = openDeliverer({
    db,
    channels,
    by: randomUUID(),
    clock,
    random: Math.random,
    watcher: { delivery: metrics.delivery, complain },
    pace,
  });
  let jobs: Jobs | null = null;
  let refreshing: Promise<void> | null = null;
  let keeping: (() => void) | null = null;
  const stopping = new AbortController();
  const stop = async () => {
    stopping.abort();
    // The doors close first, so that nothing new comes in while what is on its way is finished.
    await closeServer(server);
    keeping?.();
    await published?.stop();
    await Promise.all([deliverer.stop(), jobs?.stop(), refreshing]);
    await Promise.all(channels.map((channel) => channel.close?.()));
    await db.destroy();
  };
  try {
    const { poke } = deliverer;
    const { fault, request } = metrics;
    const { bot, library } = house;
    const now = () => clock.now().getTime();
    const frame = { server, db, bot, library, now, passed, addresses, poke, fault, request, complain };
    for (const open of doors) {
      const channel = await open(frame);
      if (channel) channels.push(channel);
    }
    jobs = await openJobs(config, house, clock, complain);
    const names = channels.map(({ name }) => name);
    const planner = { jobs, clock, complain };
    await every(planner, "purge", DAY, () => {
      const now = clock.now();
      return purge(db, names, cutoffsAt(now, config.keepMonths), now.toISOString());
    });
    const refresh = async () => void (await house.bot.refresh(stopping.signal));
    // New rules are followed at once, but nobody waits for that.
    const refreshNow = () => {
      refreshing = Promise.resolve(refreshing)
        .then(refresh)
        .catch((error: unknown) => complain("progress could not be worked out anew", error));
    };
    await every(planner, "progress", HOUR, refresh);
    await every(planner, "remind", MINUTE, async () => {
      // As long as there is more than one pass can do.
      while (!stopping.signal.aborted && (await house.bot.remind()) > 0) poke();
    });
    watchOutbox(metrics, db, names, clock);
    keeping = await keepTime(house, clock, pace, complain);
    published = openPublished(
      {
        db,
        root: ROOT,
        clock,
        complain,
        async adopt(adopted, number) {
          await house.adopt(adopted);
          server.log.info({ number }, "other rules and words are in use from now on");
          refreshNow();
        },
      },
      house.opened,
    );
    watchContent(metrics, published);
    const address = await listen(server, config);
    void prepare(house.library);
    refreshNow();
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openJobs(
  { database }: Config,
  { db }: House,
  clock: Clock,
  complain: (line: string, error?: unknown) => void,
): Promise<Jobs> {
  if (!isPostgres(database)) return openTimer(db, { clock, random: Math.random, complain });
  return (await import("../jobs/boss.ts")).openBoss(database, complain);
}

async function listen(server: Server, { host, port }: Config): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new ServeError(
        `Port ${port} is in use by another program. Close that one, or choose another port: SIGNPOST_PORT=${port + 1} npm start`,
      );
    throw new ServeError(
      `The server cannot listen on ${host}:${port} (${message}). Set SIGNPOST_HOST or SIGNPOST_PORT.`,
    );
  }
}
