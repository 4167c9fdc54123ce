/**
 * The time that all programs on one database share, so that none takes what another has in hand, and none keeps anything
 * back, because its own clock is wrong: PostgreSQL's clock where there is one. In between only what passes is counted.
 */
import { type Kysely, sql } from "kysely";
import { isPostgres } from "./database.ts";
import type { Schema } from "./schema.ts";

export interface Time {
  now(): Date;
  /** Asks again what time it is. Gives by how many milliseconds it is later than was thought: below zero, it is earlier. */
  ask(): Promise<number>;
}

/** Of this computer, in milliseconds. `passed` never goes back, whoever sets the clock. */
export interface OwnClock {
  now(): number;
  passed(): number;
}

const OWN: OwnClock = { now: () => Date.now(), passed: () => performance.now() };

/** `address` is the database's. Throws where it does not answer. */
export async function openTime(db: Kysely<Schema>, address: string, own: OwnClock = OWN): Promise<Time> {
  const authority = isPostgres(address) ? () => databaseTime(db, own) : async () => own.now();
  let begin = (await authority()) - own.passed();
  return {
    now: () => new Date(begin + own.passed()),
    async ask() {
      const later = (await authority()) - (begin + own.passed());
      begin += later;
      return later;
    },
  };
}

/** Half of the way is taken to be the answer's. */
async function databaseTime(db: Kysely<Schema>, { passed }: OwnClock): Promise<number> {
  const asked = passed();
  const { rows } = await sql<{ ms: string }>`
    select extract(epoch from clock_timestamp()) * 1000 as ms
  `.execute(db);
  return Number(rows[0]?.ms) + (passed() - asked) / 2;
}
