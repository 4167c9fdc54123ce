/** Faults while people speak: each for a while, one after the other, over and over in a long run. */
import { setTimeout } from "node:timers/promises";
import type { Program } from "../../test/crash/program.ts";
import type { Server } from "../../test/postgres-server.ts";
import type { Platform } from "./platform.ts";

export interface Fault {
  readonly name: string;
  /** Milliseconds since 1970: from its beginning to when all is well again. */
  readonly begin: number;
  readonly end: number;
}

export interface Ground {
  readonly programs: readonly Program[];
  /** null where it is no server. */
  readonly postgres: Server | null;
  readonly platforms: readonly Platform[];
}

export interface Harm {
  readonly name: string;
  /** Resolves when all is well again. */
  inflict(): Promise<void>;
}

/** Milliseconds. */
const AWAY = 3_000;
const REFUSAL = 30_000;
const MOVED = 30_000;
const HOUR = 3_600_000;
/** A round of all faults takes so long, or as long as the run where that is shorter. */
const ROUND = 10 * 60_000;
/** Of its share of a round a fault takes so much at most, so that there is time to recover. */
const SHARE = 0.4;

/** The first replica is never killed and never has another clock, where there are several. */
export function harmsOf({ programs, postgres, platforms }: Ground, round: number, share: number): Harm[] {
  const most = (milliseconds: number) => Math.min(milliseconds, share * SHARE);
  const killed = programs[programs.length > 1 ? 1 + (round % (programs.length - 1)) : 0];
  const moved = programs.at(-1);
  // A single process is killed once, at the beginning, so that its memory can be watched for the rest.
  const isKilling = programs.length > 1 || round === 0;
  const trouble = async (status: 429 | 503) => {
    for (const platform of platforms) platform.trouble = { status };
    await setTimeout(most(2 * REFUSAL) / 2);
    for (const platform of platforms) platform.trouble = null;
  };
  const kill: Harm = {
    name: "a replica killed and started",
    async inflict() {
      await killed?.kill();
      await setTimeout(most(AWAY));
      await killed?.start();
    },
  };
  const restart: Harm = {
    name: "PostgreSQL restarted",
    inflict: async () => postgres?.restart(round % 2 === 0 ? "SIGINT" : "SIGQUIT", most(AWAY)),
  };
  const refuse: Harm = {
    name: "platforms answer 429, then 503",
    async inflict() {
      await trouble(429);
      await trouble(503);
    },
  };
  const move: Harm = {
    name: "a replica's clock an hour ahead",
    async inflict() {
      moved?.tell(String(HOUR));
      await setTimeout(most(MOVED));
      moved?.tell("0");
    },
  };
  return [...(isKilling ? [kill] : []), ...(postgres ? [restart] : []), refuse, move];
}

/** Resolves when all of them are over, or soon after `signal` when no new one begins. `all` grows meanwhile. */
export async function inflictAll(
  ground: Ground,
  milliseconds: number,
  signal: AbortSignal,
  all: Fault[],
): Promise<void> {
  const rounds = Math.max(1, Math.floor(milliseconds / ROUND));
  const start = Date.now();
  for (let round = 0; round < rounds; round += 1) {
    const count = harmsOf(ground, round, 0).length;
    // Room for a beginning without faults.
    const share = milliseconds / rounds / (count + 1);
    for (const [place, { name, inflict }] of harmsOf(ground, round, share).entries()) {
      const due = start + (milliseconds * round) / rounds + share * (place + 1);
      const isOver = await setTimeout(Math.max(0, due - Date.now()), false, { signal }).catch(() => true);
      if (isOver) return;
      const begin = Date.now();
      // While it lasts, it has no end yet.
      all.push({ name, begin, end: Number.POSITIVE_INFINITY });
      await inflict();
      all[all.length - 1] = { name, begin, end: Date.now() };
    }
  }
}

/** Was this moment in a fault, or so many milliseconds after one? */
export function isIn(faults: readonly Fault[], at: number, after = 0): boolean {
  return faults.some(({ begin, end }) => begin <= at && at <= end + after);
}

/** Of the time from one moment to another the longest part in which there was no fault; milliseconds. */
export function longestWithout(faults: readonly Fault[], from: number, to: number): number {
  let longest = 0;
  let free = from;
  for (const { begin, end } of faults.toSorted((a, b) => a.begin - b.begin)) {
    if (end <= from || begin >= to) continue;
    longest = Math.max(longest, begin - free);
    free = Math.max(free, end);
  }
  return Math.max(longest, to - free);
}
