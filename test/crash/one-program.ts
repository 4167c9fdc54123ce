/** One program that is killed, the same on each database; each has a file of its own, so that they run side by side. */
import { afterEach, expect, test } from "vitest";
import { type DatabaseKind, newDatabase } from "../databases.ts";
import { openCrowd } from "./crowd.ts";
import { killOften, killStarts } from "./killer.ts";
import type { Program } from "./program.ts";
import { openScene, type Scene } from "./scene.ts";

const STARTS = 8;
const KILLS = 100;

export function killAndTell(kind: DatabaseKind): void {
  let scene: Scene;
  afterEach(() => scene.close());

  test("keeps each answer once and delivers each reply, killed at a hundred moments", async () => {
    const database = await newDatabase(kind);
    scene = await openScene({
      title: `One program on ${kind}`,
      database,
      programs: 1,
      sinkFaults: 12,
      pace: { tryFor: 500, leaseFor: 1_000 },
    });
    const { dice } = scene;
    const [program] = scene.programs as [Program];
    await killStarts(program, dice, STARTS);
    await scene.watch();
    await program.start();
    const crowd = openCrowd(program.address, dice.fork("crowd"));
    await killOften(program, crowd, dice.fork("killer"), KILLS);
    await scene.expectRight(crowd);
    expect(program.kills.size).toBeGreaterThanOrEqual(KILLS);
  });
}
