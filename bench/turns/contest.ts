/** Turns through the bot beside bare commits of the same rows, in one database each, on the same disk. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { openHouse } from "../../src/app/house.ts";
import type { Bot } from "../../src/bot/bot.ts";
import type { Turn } from "../../src/chat/turn.ts";
import { readConfig } from "../../src/config.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Schema } from "../../src/store/schema.ts";
import { type Bare, barePostgres, bareSqlite } from "./bare.ts";
import type { Ground } from "./ground.ts";
import { interviews } from "./people.ts";
import { forPerson, type Rows, rowsOf } from "./rows.ts";

/** As many connections as the store itself uses. */
const CONNECTIONS = 8;

export interface TurnContest {
  /** One person after the other, a turn of ours and a bare commit in turns: both find the same caches and the same disk. */
  inTurns(): Promise<Both>;
  /** So many people at once, ours first and then bare. */
  atOnce(people: number): Promise<Both>;
  close(): Promise<void>;
}

export interface Both {
  readonly ours: Timed;
  readonly bare: Timed;
}

export interface Timed {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Whole interviews in one round. */
const INTERVIEWS = 64;

/** Opens both sides, and checks before anything is timed that they leave the same rows behind. */
export async function openTurnContest(ground: Ground): Promise<TurnContest> {
  const house = await openHouse(readConfig(ground.environment(await ground.newDatabase())));
  const address = await ground.newDatabase();
  const rivals = await openDatabase(address);
  const bare = ground.isPostgres ? barePostgres(address, CONNECTIONS) : bareSqlite(address);
  const [turns = []] = interviews(1, "model");
  const model = await rowsOf(house.bot, house.db, turns);
  await crossCheck(house.db, rivals, bare, model);
  return {
    inTurns: () => alternate(interviews(INTERVIEWS, randomUUID()), copies(model), house.bot, bare),
    async atOnce(people) {
      const ours = await crowd(interviews(INTERVIEWS, randomUUID()), people, (turn) =>
        speak(house.bot, turn),
      );
      return { ours, bare: await crowd(copies(model), people, (rows) => bare.commit(rows)) };
    },
    async close() {
      await bare.close();
      await rivals.destroy();
      await house.db.destroy();
    },
  };
}

async function speak(bot: Bot, turn: Turn): Promise<void> {
  await bot.receive(turn);
}

function copies(model: readonly Rows[]): Rows[][] {
  return Array.from({ length: INTERVIEWS }, () => forPerson(model, randomUUID()));
}

async function alternate(
  interviewed: readonly (readonly Turn[])[],
  copied: readonly (readonly Rows[])[],
  bot: Bot,
  bare: Bare,
): Promise<Both> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const [at, turns] of interviewed.entries()) {
    for (const [place, turn] of turns.entries()) {
      const rows = copied[at]?.[place];
      if (!rows) throw new Error(`Turn ${place} has no rows`);
      ours.push(await took(() => speak(bot, turn)));
      theirs.push(await took(() => bare.commit(rows)));
    }
  }
  const seconds = (times: readonly number[]) => times.reduce((sum, each) => sum + each, 0) / 1_000;
  return { ours: timed(ours, seconds(ours)), bare: timed(theirs, seconds(theirs)) };
}

/** Each person's turns one after the other, so many people at once. */
async function crowd<Said>(
  people: readonly (readonly Said[])[],
  atOnce: number,
  keep: (said: Said) => Promise<void>,
): Promise<Timed> {
  const times: number[] = [];
  const waiting = [...people];
  const start = performance.now();
  const speakOn = async () => {
    for (let turns = waiting.pop(); turns; turns = waiting.pop())
      for (const turn of turns) times.push(await took(() => keep(turn)));
  };
  await Promise.all(Array.from({ length: atOnce }, speakOn));
  return timed(times, (performance.now() - start) / 1_000);
}

async function took(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function timed(times: readonly number[], seconds: number): Timed {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99) };
}

const TABLES = ["people", "identities", "conversations", "turns", "events", "records", "outbox"] as const;

async function crossCheck(
  ours: Kysely<Schema>,
  theirs: Kysely<Schema>,
  bare: Bare,
  model: readonly Rows[],
): Promise<void> {
  for (const rows of model) await bare.commit(rows);
  for (const table of TABLES) {
    const [own, others] = await Promise.all([contents(ours, table), contents(theirs, table)]);
    if (own !== others) throw new Error(`The table ${table} differs:\n${own}\n${others}`);
  }
}

async function contents(db: Kysely<Schema>, table: (typeof TABLES)[number]): Promise<string> {
  const rows = await db.selectFrom(table).selectAll().execute();
  // When a row was made differs; what it holds does not.
  const texts = rows.map((row) =>
    JSON.stringify(Object.fromEntries(Object.entries(row).filter(([name]) => !name.endsWith("_at")))),
  );
  return texts.sort().join("\n");
}
