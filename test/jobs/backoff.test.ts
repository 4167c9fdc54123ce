import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backoff } from "../../src/jobs/backoff.ts";

const tries = fc.nat(1_000);
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("the wait before the next try", () => {
  test("is longer after each try, up to half a minute, so that what waited is said soon after the other side is back", () => {
    const waits = [0, 1, 2, 3, 20, 1_000].map((count) => backoff(count, 0.999_999));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 30_000, 30_000]);
  });

  test("is spread, so that those who failed together do not come back together", () => {
    expect(backoff(3, 0)).toBe(4_000);
    expect(backoff(3, 0.5)).toBe(6_000);
  });

  test("is never shorter than the platform asked for", () => {
    fc.assert(
      fc.property(tries, random, fc.nat(3_600), (count, dice, asked) => {
        expect(backoff(count, dice, asked)).toBeGreaterThanOrEqual(asked * 1_000);
      }),
    );
  });

  test("is always a time that can be waited", () => {
    fc.assert(
      fc.property(tries, random, (count, dice) => {
        const wait = backoff(count, dice);
        expect(wait).toBeGreaterThanOrEqual(500);
        expect(wait).toBeLessThanOrEqual(30_000);
      }),
    );
  });
});
