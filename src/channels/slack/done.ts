/** What this program has done already, where it must not be done twice and no database says so. */

export interface Done {
  has(what: string): boolean;
  add(what: string): void;
}

/** How many are remembered; a second time comes soon after the first. */
const MOST = 10_000;

export function openDone(): Done {
  const known = new Set<string>();
  return {
    has: (what) => known.has(what),
    add(what) {
      known.add(what);
      const [oldest] = known;
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    },
  };
}
