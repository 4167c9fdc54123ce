import { setTimeout } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { openBoss } from "../../src/jobs/boss.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Schema } from "../../src/store/schema.ts";
import { type Server, startServer } from "../postgres-server.ts";
import { openCrowd } from "./crowd.ts";
import type { Program } from "./program.ts";
import { openScene, type Scene } from "./scene.ts";

const RESTARTS = 6;
/** Milliseconds. */
const TALK = 1_500;
const AWAY = 700;
const LONGEST_JOB = 20_000;

describe("PostgreSQL that is restarted while people speak", () => {
  let server: Server;
  let scene: Scene;
  afterEach(async () => {
    await scene.close();
    await server.stop();
  });

  test("is answered for with calm words, and the program and its jobs go on by themselves", async () => {
    server = await startServer();
    const database = {
      address: server.address,
      open: () => openDatabase(server.address),
      remove: async () => undefined,
    };
    const pace = { tryFor: 1_000, leaseFor: 4_000 };
    scene = await openScene({ title: "PostgreSQL restarted", database, programs: 1, sinkFaults: 12, pace });
    const [program] = scene.programs as [Program];
    await program.start();
    const db = await scene.watch();
    const crowd = openCrowd(program.address, scene.dice.fork("crowd"));
    for (let restart = 0; restart < RESTARTS; restart += 1) {
      await setTimeout(scene.dice.roll(TALK));
      const { faults } = crowd.tally;
      await server.restart(restart % 2 === 0 ? "SIGINT" : "SIGQUIT", scene.dice.roll(AWAY));
      expect(crowd.tally.faults).toBeGreaterThan(faults);
      program.expectAlive();
    }
    await scene.expectRight(crowd);
    const jobs = await openBoss(server.address, () => undefined);
    await jobs.later("purge", "asked", null, new Date());
    await expect.poll(() => stateOfJob(db), { timeout: LONGEST_JOB }).toBe("completed");
    await jobs.stop();
    expect(program.kills.size).toBe(0);
  });
});

/** Of the purge that the test asked for. */
async function stateOfJob(db: Kysely<Schema>): Promise<string | undefined> {
  const { rows } = await sql<{ state: string }>`
    select state::text from pgboss.job where name = 'purge' and singleton_key = 'asked'
  `.execute(db);
  return rows[0]?.state;
}
