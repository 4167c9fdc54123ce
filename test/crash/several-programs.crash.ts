import { afterEach, describe, expect, test } from "vitest";
import { type DatabaseKind, newDatabase } from "../databases.ts";
import { openCrowd } from "./crowd.ts";
import { killInTurn } from "./killer.ts";
import { openScene, type Scene } from "./scene.ts";

interface Case {
  readonly title: string;
  readonly kind: DatabaseKind;
  readonly programs: number;
  readonly kills: number;
}

const CASES: readonly Case[] = [
  { title: "two programs on one SQLite file", kind: "SQLite", programs: 2, kills: 24 },
  { title: "three replicas on one PostgreSQL", kind: "PostgreSQL", programs: 3, kills: 24 },
];

/** Long enough for a busy computer to mark in time what it delivered. */
const PACE = { tryFor: 4_000, leaseFor: 8_000 };

describe.each(CASES)("$title", ({ title, kind, programs: count, kills }) => {
  let scene: Scene;
  afterEach(() => scene.close());

  test("start together on an empty database, and keep each answer once though any may hear it or be killed", async () => {
    const database = await newDatabase(kind);
    // Where the sink never fails, a letter comes twice only from a program that was killed before it could mark it.
    scene = await openScene({ title, database, programs: count, sinkFaults: 0, pace: PACE });
    const { programs, dice } = scene;
    await Promise.all(programs.map((program) => program.start()));
    for (const program of programs) program.expectAlive();
    await scene.watch();
    const crowd = openCrowd(scene.address, dice.fork("crowd"));
    await killInTurn(programs, crowd, dice.fork("killer"), kills);
    const { afterWaits } = await scene.expectRight(crowd);
    expect(afterWaits).toBe(0);
    expect(programs.flatMap((program) => [...program.kills])).toHaveLength(kills);
  });
});
