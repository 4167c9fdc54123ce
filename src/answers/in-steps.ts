/** Work that takes longer than a program may hold its breath: it stops now and then, and others have their turn. */

/** Milliseconds that a step may take before others have their turn. */
const STEP = 10;

/** What it comes to in the end. */
export async function inSteps<Result>(work: Generator<void, Result>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < STEP) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}
