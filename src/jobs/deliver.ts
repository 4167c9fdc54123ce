/** Delivers what waits in the outbox: in the order of each conversation, again and again until it is taken or given up. */
import { setTimeout } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Channel, Outcome } from "../chat/channel.ts";
import { remember } from "../store/audit.ts";
import { keepMessage } from "../store/conversations.ts";
import { leaseDue } from "../store/leases.ts";
import { giveUp, markDelivered, postpone, type Waiting } from "../store/outbox.ts";
import type { Schema } from "../store/schema.ts";
import { committed } from "../store/shared-commit.ts";
import { nameOf, tried } from "./attempt.ts";
import { backoff } from "./backoff.ts";
import { type Clock, later } from "./clock.ts";

/** In milliseconds. */
export interface Pace {
  /** How long one try may take. */
  readonly tryFor: number;
  /** How long nobody else may begin one: what a program that was killed had in its hands waits as long. */
  readonly leaseFor: number;
}

/** A lease is longer than its try by what the database may take to lease it and to mark it, even on a bad day. */
export const PACE: Pace = { tryFor: 10_000, leaseFor: 20_000 };
/** How often somebody looks for what is due, besides when something was just put in. */
const LOOK = 1_000;
/** A reply that nobody took for a day has lost its sense: it becomes a dead letter. */
const WORTH = 24 * 3_600_000;
const AT_ONCE = 16;
/** How long a stop waits for what is being delivered, before it is put off. */
const LAST_TRIES = 3_000;
/** How long to wait before a mark is tried again. */
const REMARK = 250;

export interface Watcher {
  delivery(channel: string, outcome: Outcome["kind"] | "dead"): void;
  /** A fault of ours, or a letter that was given up. */
  complain(line: string, error?: unknown): void;
}

export interface Deliverer {
  /** Something was put into the outbox: look now. */
  poke(): void;
  /** Nothing is on its way any more. */
  settled(): Promise<void>;
  /** Delivers what is being delivered to its end, and begins nothing new. */
  stop(): Promise<void>;
}

export interface Post {
  readonly db: Kysely<Schema>;
  readonly channels: readonly Channel[];
  /** Who delivers; every running program has a name of its own. */
  readonly by: string;
  readonly clock: Clock;
  /** From 0 up to 1. */
  random(): number;
  readonly watcher: Watcher;
  readonly pace?: Pace;
}

export function openDeliverer(post: Post): Deliverer {
  const flights = new Set<Promise<void>>();
  let looking: Promise<void> | null = null;
  let isPoked = false;
  let isStopped = false;
  const stopping = new AbortController();
  const { complain } = post.watcher;

  const fly = (leased: Leased) => {
    const flight = deliver({ ...post, stopping: stopping.signal }, leased)
      .catch((error: unknown) => complain("a delivery could not be marked; it is tried again", error))
      .finally(() => {
        flights.delete(flight);
        poke();
      });
    flights.add(flight);
  };
  const look = async () => {
    while (isPoked && !isStopped && flights.size < AT_ONCE) {
      isPoked = false;
      for (const leased of await leaseNext(post, AT_ONCE - flights.size)) fly(leased);
    }
  };
  const poke = () => {
    isPoked = true;
    if (isStopped || post.channels.length === 0) return;
    looking ??= look()
      .catch((error: unknown) => complain("the outbox could not be read; it is tried again", error))
      .finally(() => {
        looking = null;
        // Somebody may have poked after the last look and before this.
        if (isPoked && flights.size < AT_ONCE) poke();
      });
  };
  const settled = async () => {
    while (looking || flights.size > 0) await Promise.all([looking, ...flights]);
  };
  const end = post.clock.every(LOOK, poke);
  return {
    poke,
    settled,
    async stop() {
      isStopped = true;
      end();
      const giveUpWaiting = globalThis.setTimeout(() => stopping.abort(), LAST_TRIES);
      await settled();
      clearTimeout(giveUpWaiting);
    },
  };
}

interface Delivering extends Post {
  /** The program stops, and waits no longer. */
  readonly stopping: AbortSignal;
}

interface Leased extends Waiting {
  /** Until when nobody else delivers it. */
  readonly until: Date;
}

/** Each is the first of its conversation, so they can go at the same time; one that is slow holds up no other. */
async function leaseNext({ db, channels, by, clock, pace = PACE }: Post, most: number): Promise<Leased[]> {
  const now = clock.now();
  const until = new Date(now.getTime() + pace.leaseFor);
  const lease = { by, now: now.toISOString(), until: until.toISOString() };
  const names = channels.map(({ name }) => name);
  const leased = await leaseDue(db, names, lease, most);
  return leased.map((waiting) => ({ ...waiting, until }));
}

async function deliver(post: Delivering, leased: Leased): Promise<void> {
  const { db, clock, watcher } = post;
  if (leased.worthUntil !== null && clock.now().toISOString() > leased.worthUntil)
    return bury(post, leased, "it was not worth saying so late");
  const outcome = await tried(post.channels, leased, limitOf(post, leased), post.stopping);
  watcher.delivery(leased.channel, outcome.kind);
  const now = clock.now();
  if (outcome.kind === "delivered") await mark(post, leased, now, outcome.message);
  else if (outcome.kind === "never") await bury(post, leased, outcome.reason);
  else if (now.getTime() - Date.parse(leased.createdAt) >= WORTH)
    await bury(post, leased, `not delivered within a day: ${outcome.reason}`);
  else {
    if (outcome.message !== undefined)
      await keepMessage(db, leased.conversation, JSON.stringify(outcome.message));
    const { isHeld, afterSeconds = 0, reason } = outcome;
    const wait = isHeld ? afterSeconds * 1_000 : backoff(leased.tries, post.random(), afterSeconds);
    const tries = isHeld ? leased.tries : leased.tries + 1;
    await postpone(db, { ...leased, tries }, later(now, wait), reason);
  }
}

/** Again and again about as long as the lease lasts: where the database is away, somebody would get it twice. */
async function mark(
  { db, stopping, pace = PACE }: Delivering,
  leased: Leased,
  at: Date,
  left: unknown,
): Promise<void> {
  for (let time = pace.leaseFor - pace.tryFor; ; time -= REMARK) {
    try {
      // Together, so that the next letter never goes without it.
      await committed(db, async (transaction) => {
        if (left !== undefined) await keepMessage(transaction, leased.conversation, JSON.stringify(left));
        await markDelivered(transaction, leased, at.toISOString());
      });
      return;
    } catch (error) {
      if (time <= 0 || stopping.aborted) throw error;
      await setTimeout(REMARK);
    }
  }
}

/** Milliseconds. A try never outlives its lease, so that nobody else begins while it may still succeed. */
function limitOf({ clock, pace = PACE }: Post, { until }: Leased): number {
  return Math.min(pace.tryFor, Math.max(0, until.getTime() - clock.now().getTime()));
}

/** A dead letter stays in the outbox with its reason; the next of the conversation may go. */
async function bury({ db, clock, watcher }: Post, waiting: Waiting, reason: string): Promise<void> {
  const at = clock.now().toISOString();
  const subject = nameOf(waiting);
  if (!(await giveUp(db, waiting, at, reason))) return;
  await remember(db, { at, actor: "system", act: "dead-letter", subject, detail: reason });
  watcher.delivery(waiting.channel, "dead");
  watcher.complain(`reply ${subject} was given up: ${reason}`);
}
