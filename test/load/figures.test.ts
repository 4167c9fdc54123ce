import { describe, expect, test } from "vitest";
import { isIn, longestWithout } from "../../bench/load/faults.ts";
import { percentilesOf, slopeOf } from "../../bench/load/figures.ts";
import { flatnessOf } from "../../bench/load/flat.ts";

/** One sample a second for so many seconds. */
const sampled = (seconds: number, valueAt: (second: number) => number) =>
  Array.from({ length: seconds + 1 }, (_, second) => ({ at: second * 1_000, value: valueAt(second) }));

describe("percentiles", () => {
  test("are figures that occurred, whatever their order", () => {
    const figures = Array.from({ length: 100 }, (_, place) => 100 - place);
    expect(percentilesOf(figures)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, most: 100 });
  });

  test("of one figure are that figure, and of none are none", () => {
    expect(percentilesOf([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, most: 7 });
    expect(percentilesOf([])).toMatchObject({ count: 0, p50: Number.NaN });
  });
});

describe("memory", () => {
  test("that climbs has the slope of its climb", () => {
    expect(slopeOf(sampled(60, (second) => 100 + 2 * second)) * 1_000).toBeCloseTo(2);
    expect(slopeOf(sampled(60, (second) => 100 + (second % 2)))).toBeCloseTo(0, 5);
  });

  test("is flat where it only grew while the program warmed up", () => {
    const { isFlat, mean } = flatnessOf(sampled(1_000, (second) => Math.min(200, 100 + second)));
    expect([isFlat, mean]).toEqual([true, 200]);
  });

  test("is not flat where it grows by more than a tenth and twenty megabytes", () => {
    const { isFlat, grown } = flatnessOf(sampled(1_000, (second) => 200 + second / 20));
    expect(isFlat).toBe(false);
    expect(grown).toBeCloseTo(40);
  });

  test("is flat where it grows by less than twenty megabytes, though it is little", () => {
    expect(flatnessOf(sampled(1_000, (second) => 50 + second / 60)).isFlat).toBe(true);
  });
});

describe("faults", () => {
  const faults = [
    { name: "one", begin: 100, end: 200 },
    { name: "another", begin: 400, end: 450 },
  ];

  test("are not counted as waiting, and what lies between two of them is not added up", () => {
    expect(longestWithout(faults, 0, 50)).toBe(50);
    expect(longestWithout(faults, 120, 180)).toBe(0);
    expect(longestWithout(faults, 150, 500)).toBe(200);
    expect(longestWithout(faults, 90, 210)).toBe(10);
    expect(longestWithout(faults, 0, 1_000)).toBe(550);
  });

  test("have a time after them in which programs may recover", () => {
    expect([isIn(faults, 150), isIn(faults, 250), isIn(faults, 250, 60)]).toEqual([true, false, true]);
  });
});
