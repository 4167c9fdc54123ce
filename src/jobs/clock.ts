/** Time, passed in: a test has a clock of its own and turns it by hand. */

export interface Clock {
  now(): Date;
  /** Does the work again and again, this many milliseconds apart, until the function that it gives is called. */
  every(milliseconds: number, work: () => void): () => void;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => new Date(),
  every(milliseconds, work) {
    const timer = setInterval(work, milliseconds);
    // What is left to do is in the database; waiting for it keeps no program alive.
    timer.unref();
    return () => clearInterval(timer);
  },
};

export function later(now: Date, milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString();
}
