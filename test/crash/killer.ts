/** Kills a program again and again, at moments that nobody chooses: at its start, while it is spoken to, in a turn. */
import { setTimeout } from "node:timers/promises";
import type { Crowd } from "./crowd.ts";
import type { Dice } from "./dice.ts";
import type { Program } from "./program.ts";

/** Milliseconds. */
const START = 650;
const TURN = 12;
const LONGEST_TALK = 3_000;
/** Lines that are heard between two kills, at most: counted rather than timed, so that a slow computer hears as many. */
const LINES = 24;
/** One talk in so many is as long as it may be: the slower doors are heard, too, before the next kill. */
const LONG_TALKS = 8;

/** It runs at the beginning and at the end. */
export async function killOften(program: Program, crowd: Crowd, dice: Dice, times: number): Promise<void> {
  let started = Promise.resolve();
  for (let kill = 0; kill < times; kill += 1) {
    if (dice.once(3)) await setTimeout(dice.roll(START));
    else {
      await started;
      await someTurns(crowd, dice);
    }
    await program.kill();
    program.expectAlive();
    started = program.start();
  }
  await started;
}

/** Kills one after the other, sometimes before the last is back; all run at the beginning and at the end. */
export async function killInTurn(
  programs: readonly Program[],
  crowd: Crowd,
  dice: Dice,
  times: number,
): Promise<void> {
  const started = new Map<Program, Promise<void>>();
  for (let kill = 0; kill < times; kill += 1) {
    const program = programs[kill % programs.length] as Program;
    await someTurns(crowd, dice);
    await program.kill();
    for (const each of programs) each.expectAlive();
    started.set(program, program.start());
    if (!dice.once(3)) await started.get(program);
  }
  await Promise.all(started.values());
}

/** Kills it while it starts, as often as is said, and before anybody speaks to it. */
export async function killStarts(program: Program, dice: Dice, times: number): Promise<void> {
  for (let kill = 0; kill < times; kill += 1) {
    const started = program.start();
    await setTimeout(START / 3 + dice.roll(START));
    await program.kill();
    await started;
    program.expectAlive();
  }
}

/** The next line has just left, and may or may not have been kept yet. */
async function someTurns(crowd: Crowd, dice: Dice): Promise<void> {
  const heard =
    crowd.tally.acknowledged + (dice.once(LONG_TALKS) ? Number.POSITIVE_INFINITY : dice.roll(LINES));
  const end = Date.now() + LONGEST_TALK;
  while (crowd.tally.acknowledged < heard && Date.now() < end) await setTimeout(5);
  await crowd.untilSent();
  await setTimeout(dice.roll(TURN));
}
