/** Chance with a seed: `CRASH_SEED=… npm run test:crash` throws the same again. */
export interface Dice {
  /** A whole number from 0 up to `sides`, without it. */
  roll(sides: number): number;
  /** True about once in `times`. */
  once(times: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Dice of their own for another part of the run, so that the order in which parts throw does not matter. */
  fork(name: string): Dice;
}

/** One for the whole run: see `setup.ts`. */
export const SEED = Number(process.env.CRASH_SEED);

export function openDice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (sides: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
  return {
    roll,
    once: (times) => roll(times) === 0,
    pick: (items) => items[roll(items.length)] as (typeof items)[number],
    fork: (name) =>
      openDice([...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed)),
  };
}
