/**
 * The time that all programs on one database share, so that none takes what another has in hand, and none keeps anything
 * back, because its own clock is wrong: PostgreSQL's clock where there is one. In between only what passes is counted.
 */
import { type Kysely, sql } from "kysely";
import { isPostgres } from "./database.ts";
import type { Schema } from "./schema.ts";

export interface Time {
  now(): Date;
  /**
   * Asks again what time it is. Gives by how many milliseconds it is later than was thought: below zero, it is earlier. An
   * answer that took too long to come says nothing.
   */
  ask(): Promise<number>;
}

/** Milliseconds that an answer may take. */
const SLOW = 500;
/** At the start, as often as this for a quick answer. */
const TRIES = 3;

/** Of this computer, in milliseconds. `passed` never goes back, whoever sets the clock. */
export interface OwnClock {
  now(): number;
  passed(): number;
}

const OWN: OwnClock = { now: () => Date.now(), passed: () => performance.now() };

/** `address` is the database's. Throws where it does not answer. */
export async function openTime(db: Kysely<Schema>, address: string, own: OwnClock = OWN): Promise<Time> {
  const authority = isPostgres(address) ? () => databaseTime(db, own) : async () => own.now();
  const first = (await quick(authority, own, TRIES)) ?? (await authority());
  let begin = first - own.passed();
  return {
    now: () => new Date(begin + own.passed()),
    async ask() {
      const time = await quick(authority, own, 1);
      if (time === null) return 0;
      const later = time - (begin + own.passed());
      begin += later;
      return later;
    },
  };
}

/** null where no answer came in time. */
async function quick(
  authority: () => Promise<number>,
  { passed }: OwnClock,
  tries: number,
): Promise<number | null> {
  for (let each = 0; each < tries; each += 1) {
    const asked = passed();
    const time = await authority();
    if (passed() - asked < SLOW) return time;
  }
  return null;
}

/** Half of the way is taken to be the answer's. */
async function databaseTime(db: Kysely<Schema>, { passed }: OwnClock): Promise<number> {
  const asked = passed();
  const { rows } = await sql<{ ms: string }>`
    select extract(epoch from clock_timestamp()) * 1000 as ms
  `.execute(db);
  return Number(rows[0]?.ms) + (passed() - asked) / 2;
}
