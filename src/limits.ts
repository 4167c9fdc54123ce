/**
 * How much is heard in a minute of one person, one tenant or one address. Each program counts for itself, in memory: a limit
 * keeps one program from being swamped, so it need not be the same for all of them. The libraries for it read the clock
 * themselves and keep a timer for each key, so this counts by a clock that it is given.
 */

export interface Limits {
  /** Each: how much in a minute. */
  readonly person: number;
  readonly tenant: number;
  readonly address: number;
}

export const USUAL_LIMITS: Limits = { person: 60, tenant: 3_000, address: 1_200 };

export type Taken = "within" | "first-over" | "over";

export interface Limit {
  /** Counts `cost` more for this key. `first-over`: it is over from now on until the minute ends. */
  take(key: string, cost?: number): Taken;
  /** It is over already. */
  isOver(key: string): boolean;
}

export const NO_LIMIT: Limit = { take: () => "within", isOver: () => false };

/** Milliseconds. */
const MINUTE = 60_000;

/** `now`: milliseconds. The minutes are the same for all keys, so that the old ones go all at once. */
export function openLimit(most: number, now: () => number): Limit {
  const counts = new Map<string, number>();
  let since = now();
  const countOf = (key: string) => {
    const at = now();
    // Also where the clock was put back.
    if (at - since >= MINUTE || at < since) {
      counts.clear();
      since = at;
    }
    return counts.get(key) ?? 0;
  };
  return {
    take(key, cost = 1) {
      const before = countOf(key);
      const after = before + cost;
      counts.set(key, after);
      if (after <= most) return "within";
      return before <= most ? "first-over" : "over";
    },
    isOver: (key) => countOf(key) > most,
  };
}
