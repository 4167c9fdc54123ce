/** Turns through the bot beside bare commits of the same rows, in one database each, on the same disk. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { openHouse } from "../../src/app/house.ts";
import type { Bot } from "../../src/bot/bot.ts";
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
  /** Milliseconds of each turn, spoken by so many people at once. */
  ours(peopleAtOnce: number): Promise<Timed>;
  bare(peopleAtOnce: number): Promise<Timed>;
  close(): Promise<void>;
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
    ours: (people) => timed(interviews(INTERVIEWS, randomUUID()), people, (turn) => speak(house.bot, turn)),
    bare: (people) => timed(copies(model), people, (rows) => bare.commit(rows)),
    async close() {
      await bare.close();
      await rivals.destroy();
      await house.db.destroy();
    },
  };
}

async function speak(bot: Bot, turn: Parameters<Bot["receive"]>[0]): Promise<void> {
  await bot.receive(turn);
}

function copies(model: readonly Rows[]): Rows[][] {
  return Array.from({ length: INTERVIEWS }, () => forPerson(model, randomUUID()));
}

/** Each person's turns one after the other, so many people at once. */
async function timed<Turn>(
  people: readonly (readonly Turn[])[],
  atOnce: number,
  keep: (turn: Turn) => Promise<void>,
): Promise<Timed> {
  const took: number[] = [];
  const waiting = [...people];
  const start = performance.now();
  const speakOn = async () => {
    for (let turns = waiting.pop(); turns; turns = waiting.pop()) {
      for (const turn of turns) {
        const before = performance.now();
        await keep(turn);
        took.push(performance.now() - before);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, speakOn));
  const seconds = (performance.now() - start) / 1_000;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)] ?? Number.NaN;
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) };
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
