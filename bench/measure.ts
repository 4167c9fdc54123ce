/** Clocks and scales: rounds taken in turn, medians, the longest block of the event loop, bytes held. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** One learner to judge. Not awaited where it answers at once, so that a synchronous rival is not slowed. */
export type Task = () => unknown;

/** How often ours lets the event loop turn, as a server that judges a whole team has to. */
export const YIELD_EVERY = 100;

type Measure = () => Promise<number>;

/**
 * Measures in turn, ours before each of theirs: A B A C A B A C, so that a slow moment hits all alike; then medians.
 * The first round also warms up: with three rounds or more it is no median.
 */
export async function besideEach(
  rounds: number,
  ours: Measure,
  theirs: readonly Measure[],
): Promise<{ ours: number; theirs: number[] }> {
  const own: number[] = [];
  const others: number[][] = theirs.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, measure] of theirs.entries()) {
      own.push(await ours());
      others[at]?.push(await measure());
    }
  }
  return { ours: median(own), theirs: others.map(median) };
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Every task once. `yieldEvery` lets the event loop turn after so many. */
export async function runEach(tasks: readonly Task[], yieldEvery = Number.POSITIVE_INFINITY): Promise<void> {
  let left = yieldEvery;
  for (const task of tasks) {
    const answer = task();
    if (answer instanceof Promise) await answer;
    left -= 1;
    if (left > 0) continue;
    left = yieldEvery;
    await turn();
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Tasks a second, over and over for about `milliseconds`. */
export async function rate(tasks: readonly Task[], milliseconds: number): Promise<number> {
  const start = performance.now();
  let done = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    await runEach(tasks);
    done += tasks.length;
    elapsed = performance.now() - start;
  }
  return (done / elapsed) * 1_000;
}

/** Milliseconds that the work takes. No garbage is collected before: that shrinks the heap, and slows who comes next. */
export async function duration(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The longest time, in milliseconds, that nothing else could have run while the work was done. */
export async function worstBlock(work: () => Promise<void>): Promise<number> {
  let worst = 0;
  let last = performance.now();
  let isDone = false;
  const beat = () => {
    const now = performance.now();
    worst = Math.max(worst, now - last);
    last = now;
    if (!isDone) setImmediate(beat);
  };
  setImmediate(beat);
  await turn();
  await work();
  isDone = true;
  await turn();
  return worst;
}

/** Bytes of the heap that are still held after the work, together with what it returns. */
export async function heldBytes(work: () => Promise<unknown>): Promise<number> {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const kept = [await work()];
  collectGarbage();
  const after = process.memoryUsage().heapUsed;
  return kept.length > 0 ? Math.max(0, after - before) : 0;
}

let collector: (() => void) | null = null;

/** The flag is set from within, so that `node bench.js` needs no --expose-gc. */
function collectGarbage(): void {
  if (!collector) {
    setFlagsFromString("--expose-gc");
    collector = runInNewContext("gc") as () => void;
  }
  collector();
}
