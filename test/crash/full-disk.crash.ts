import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { openCrowd } from "./crowd.ts";
import { type Disk, openDisk } from "./disk.ts";
import type { Program } from "./program.ts";
import { openScene, type Scene } from "./scene.ts";

const ROUNDS = 4;
/** Milliseconds. */
const TALK = 1_500;
const FULL = 800;
const LONGEST = 30_000;

describe("a disk that is full while people speak, on SQLite", () => {
  let disk: Disk;
  let scene: Scene;
  afterEach(async () => {
    await scene.close();
    disk.remove();
  });

  test("is answered for with calm words, loses nothing, and is written again as soon as there is room", async () => {
    disk = openDisk();
    const address = join(disk.folder, "signpost.db");
    const database = { address, open: () => openDatabase(address), remove: async () => undefined };
    const pace = { tryFor: 1_000, leaseFor: 4_000 };
    const title = `A full disk (${disk.kind})`;
    scene = await openScene({ title, database, programs: 1, sinkFaults: 12, pace });
    const [program] = scene.programs as [Program];
    await program.start();
    const db = await scene.watch();
    const crowd = openCrowd(program.address, scene.dice.fork("crowd"));
    for (let round = 0; round < ROUNDS; round += 1) {
      await setTimeout(scene.dice.roll(TALK));
      disk.fill(program);
      await expect.poll(() => crowd.tally.faults, { timeout: LONGEST }).toBeGreaterThan(round * 40 + 20);
      await setTimeout(FULL);
      program.expectAlive();
      disk.free(program);
      const { acknowledged } = crowd.tally;
      await expect.poll(() => crowd.tally.acknowledged, { timeout: LONGEST }).toBeGreaterThan(acknowledged);
    }
    await scene.expectRight(crowd);
    await db.destroy();
  });
});
