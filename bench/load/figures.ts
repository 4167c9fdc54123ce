/** What is worked out from many figures: percentiles, and how steeply a row of samples climbs. */

export interface Percentiles {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

/** The figure below which this share of all lies, both ends included; NaN where there are none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function percentilesOf(figures: readonly number[]): Percentiles {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (share: number) => percentile(sorted, share);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

/** `at` in milliseconds. */
export interface Sample {
  readonly at: number;
  readonly value: number;
}

export function meanOf(samples: readonly Sample[]): number {
  return samples.reduce((sum, { value }) => sum + value, 0) / samples.length;
}

/** The least-squares slope: how much the value grows in a millisecond; 0 for fewer than two moments. */
export function slopeOf(samples: readonly Sample[]): number {
  const start = samples[0]?.at ?? 0;
  const meanAt = samples.reduce((sum, { at }) => sum + at - start, 0) / samples.length;
  const mean = meanOf(samples);
  let over = 0;
  let under = 0;
  for (const { at, value } of samples) {
    const away = at - start - meanAt;
    over += away * (value - mean);
    under += away * away;
  }
  return under === 0 ? 0 : over / under;
}
