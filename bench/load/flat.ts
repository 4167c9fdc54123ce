/** Whether a process went on needing more and more memory. */
import { meanOf, type Sample, slopeOf } from "./figures.ts";

export interface Flatness {
  /** Megabytes, on average after the warm-up. */
  readonly mean: number;
  /** Megabytes by which it grew since then, along the straight line that fits best. */
  readonly grown: number;
  readonly isFlat: boolean;
}

/** Of the time, at the beginning: code is compiled then, and what is asked often is remembered. */
const WARM_UP = 0.2;
const LARGEST_SHARE = 0.1;
/** Megabytes. */
const LEAST = 20;

/** `value` in megabytes. */
export function flatnessOf(samples: readonly Sample[]): Flatness {
  const [first, last] = [samples[0]?.at ?? 0, samples.at(-1)?.at ?? 0];
  const begin = first + (last - first) * WARM_UP;
  const after = samples.filter(({ at }) => at >= begin);
  const mean = meanOf(after);
  const grown = slopeOf(after) * (last - begin);
  return { mean, grown, isFlat: grown < Math.max(LEAST, mean * LARGEST_SHARE) };
}
