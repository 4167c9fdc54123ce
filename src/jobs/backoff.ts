/** How long to wait before the next try: longer each time, never the same for all, and at least as long as was asked. */

/** Milliseconds. */
const FIRST = 1_000;
/** Whoever was away is back for half a minute at most before what waited is tried again: no reply waits a minute after that. */
const LONGEST = 30_000;

/**
 * Milliseconds to wait after `tries` tries that failed before this one. `random` is from 0 up to 1; it spreads those
 * who failed together. A wait that the platform asked for is kept in full.
 */
export function backoff(tries: number, random: number, askedSeconds = 0): number {
  const wait = Math.min(LONGEST, FIRST * 2 ** Math.min(tries, 20));
  const spread = wait / 2 + (wait / 2) * random;
  return Math.round(Math.max(spread, askedSeconds * 1_000 + FIRST * random));
}
