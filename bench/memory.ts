/** What is kept of each learner: their results, and what an edition remembers to be fast. */
import type { EngineResult } from "json-rules-engine";
import { type Contest, cold, theirs } from "./contest.ts";
import { type Line, lineOf } from "./line.ts";
import { heldBytes, runEach, type Task } from "./measure.ts";

export async function memoryOfResults(contest: Contest): Promise<Line[]> {
  const count = 1_000;
  const ourTasks = cold(contest, count);
  const theirTasks = theirs(contest, contest.plain, count);
  const ours = await heldBytes(() => keepEach(ourTasks, (answer) => answer));
  const plain = await heldBytes(() =>
    keepEach(theirTasks, (answer) => {
      const { results, failureResults } = answer as EngineResult;
      return [results, failureResults];
    }),
  );
  return [bytes("rules.memory-results", contest, ours / count, plain / count)];
}

export async function memoryRemembered(contest: Contest): Promise<Line[]> {
  const count = contest.learners.length;
  const ourTasks = cold(contest, count);
  const theirTasks = theirs(contest, contest.plain, count);
  const ours = await heldBytes(() => runEach(ourTasks));
  const plain = await heldBytes(() => runEach(theirTasks));
  return [bytes("rules.memory-remembered", contest, ours / count, plain / count)];
}

function bytes(bench: string, { plain }: Contest, ours: number, theirs: number): Line {
  return lineOf({ bench, ours, against: plain.name, theirs, unit: "bytes/learner", target: null });
}

async function keepEach(tasks: readonly Task[], kept: (answer: unknown) => unknown): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const task of tasks) all.push(kept(await task()));
  return all;
}
