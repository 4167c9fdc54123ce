/** What every crash test needs around it: an empty database, programs that are not started yet, and a sink. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Kysely } from "kysely";
import { expect } from "vitest";
import type { Pace } from "../../src/jobs/deliver.ts";
import { isPostgres } from "../../src/store/database.ts";
import type { Schema } from "../../src/store/schema.ts";
import type { TestDatabase } from "../databases.ts";
import { untilDelivered } from "./calm.ts";
import type { Crowd } from "./crowd.ts";
import { type Dice, openDice, SEED } from "./dice.ts";
import { findWrongs } from "./findings.ts";
import { checkLetters, type Mail } from "./letters.ts";
import { noteMarks } from "./marks.ts";
import { freePort, openProgram, type Program } from "./program.ts";
import { openProxy } from "./proxy.ts";
import { openSink, type Sink } from "./sink.ts";

const HOUSE = fileURLToPath(new URL("../../.crash/test/crash/house.js", import.meta.url));

export interface Setting {
  readonly title: string;
  readonly database: TestDatabase;
  readonly programs: number;
  /** Shorter than in life, so that what a killed program held is soon delivered by another. */
  readonly pace: Pace;
  /** About one letter in so many is answered badly by the sink; 0 for none. */
  readonly sinkFaults: number;
}

export interface Scene {
  readonly dice: Dice;
  readonly programs: readonly Program[];
  /** Where all of them are spoken to, one after the other. */
  readonly address: string;
  /** Opens the database for the test itself, and has it note every mark. */
  watch(): Promise<Kysely<Schema>>;
  /** Waits for everybody and everything, and expects that nothing is wrong. */
  expectRight(crowd: Crowd): Promise<Mail>;
  /** Leaves nothing behind. */
  close(): Promise<void>;
}

export async function openScene({
  title,
  database,
  programs: count,
  sinkFaults,
  pace,
}: Setting): Promise<Scene> {
  const start = performance.now();
  const dice = openDice(SEED).fork(title);
  const sink = await openSink(dice.fork("sink"), sinkFaults);
  const programs: Program[] = [];
  for (let place = 0; place < count; place += 1) {
    const port = await freePort(dice);
    const command = [
      "--enable-source-maps",
      HOUSE,
      sink.address,
      ...[pace.tryFor, pace.leaseFor].map(String),
    ];
    programs.push(openProgram({ command, environment: environmentOf(database.address), port }));
  }
  const proxy = await openProxy(programs.map(({ port }) => port));
  let db: Kysely<Schema> | null = null;
  return {
    address: proxy.address,
    dice,
    programs,
    async watch() {
      db = await database.open();
      await noteMarks(db, database.address);
      return db;
    },
    async expectRight(crowd) {
      if (!db) throw new Error("The scene was not watched");
      const people = await crowd.finish();
      await untilDelivered(db);
      for (const person of people) await person.look();
      for (const program of programs) program.expectAlive();
      const mail = await checkLetters(db, sink, programs, pace);
      const wrongs = [...(await findWrongs(db, people)), ...mail.wrongs];
      expect(wrongs, `seed ${SEED}`).toEqual([]);
      const seconds = Math.round((performance.now() - start) / 1_000);
      report(title, {
        ...crowd.tally,
        people: people.length,
        kills: killsOf(programs),
        ...lettersOf(mail, sink),
        seconds,
      });
      return mail;
    },
    async close() {
      proxy.close();
      for (const program of programs) await program.kill();
      sink.close();
      await database.remove();
    },
  };
}

function environmentOf(address: string): Record<string, string> {
  return isPostgres(address) ? { DATABASE_URL: address } : { SIGNPOST_DATA: dirname(address) };
}

function killsOf(programs: readonly Program[]): number {
  return programs.reduce((sum, { kills }) => sum + kills.size, 0);
}

function lettersOf({ letters, afterKills, afterFaults, afterWaits }: Mail, { refusals }: Sink) {
  return {
    letters,
    refusals,
    "again after a kill": afterKills,
    "again after the sink's fault": afterFaults,
    "again after a slow answer": afterWaits,
  };
}

function report(title: string, figures: Readonly<Record<string, number>>): void {
  const words = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(`${title} (seed ${SEED}): ${words.join(", ")}\n`);
}
