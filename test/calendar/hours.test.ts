import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterQuiet, dayIn, isZone, nextWeekly, type Quiet, timeShown } from "../../src/calendar/hours.ts";

const QUIET: Quiet = { from: 18 * 60, to: 8 * 60 };
const NOON: Quiet = { from: 12 * 60, to: 13 * 60 };
const LONDON = "Europe/London";
const at = (hour: number, minute = 0) => hour * 60 + minute;

describe("a weekly time", () => {
  test.each([
    ["is later on the same day", 1, at(10), LONDON, "2026-11-23T09:00Z", "2026-11-23T10:00Z"],
    ["is in a week where it is over", 1, at(10), LONDON, "2026-11-23T10:00Z", "2026-11-30T10:00Z"],
    ["is on the coming day of that name", 5, at(16), LONDON, "2026-11-23T09:00Z", "2026-11-27T16:00Z"],
    [
      "stays at 10:00 where the clocks go forward",
      1,
      at(10),
      LONDON,
      "2026-03-24T00:00Z",
      "2026-03-30T09:00Z",
    ],
    ["stays at 10:00 where they go back", 1, at(10), LONDON, "2026-10-20T00:00Z", "2026-10-26T10:00Z"],
    [
      "is the evening before in London for somebody in Auckland",
      2,
      at(9),
      "Pacific/Auckland",
      "2026-11-22T00:00Z",
      "2026-11-23T20:00Z",
    ],
    [
      "is late in the day in London for somebody in Vancouver",
      2,
      at(9),
      "America/Vancouver",
      "2026-11-22T00:00Z",
      "2026-11-24T17:00Z",
    ],
    ["in quiet hours waits for their end", 2, at(19), LONDON, "2026-11-23T09:00Z", "2026-11-25T08:00Z"],
    [
      "early in the morning waits for the same day",
      2,
      at(6),
      LONDON,
      "2026-11-23T09:00Z",
      "2026-11-24T08:00Z",
    ],
    ["on a Saturday waits for Monday", 6, at(10), LONDON, "2026-11-23T09:00Z", "2026-11-30T08:00Z"],
  ])("%s", (_, weekday, minute, zone, after, next) => {
    const found = nextWeekly({ weekday, minute, zone }, new Date(after), QUIET);
    expect(found.toISOString()).toBe(new Date(next).toISOString());
  });

  test("in an hour that is skipped comes once, after it", () => {
    const never: Quiet = { from: 0, to: 0 };
    // 29 March 2026 is a Sunday; the rule that weekends are quiet moves it to Monday.
    expect(
      nextWeekly({ weekday: 7, minute: at(1, 30), zone: LONDON }, new Date("2026-03-28T12:00Z"), never),
    ).toEqual(new Date("2026-03-29T23:00Z"));
    // In Cairo the clocks go forward on Friday, 24 April 2026, at midnight.
    expect(
      nextWeekly(
        { weekday: 5, minute: at(0, 30), zone: "Africa/Cairo" },
        new Date("2026-04-22T12:00Z"),
        never,
      ),
    ).toEqual(new Date("2026-04-23T22:30Z"));
  });

  test("is never quiet, never in the past, always within ten days, and on a day of its own", () => {
    const zones = fc.constantFrom(
      LONDON,
      "Pacific/Auckland",
      "America/St_Johns",
      "Asia/Kathmandu",
      "Pacific/Chatham",
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 1_439 }),
        zones,
        fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true }),
        fc.constantFrom(QUIET, NOON),
        (weekday, minute, zone, after, quiet) => {
          const weekly = { weekday, minute, zone };
          const first = nextWeekly(weekly, after, quiet);
          const second = nextWeekly(weekly, first, quiet);
          expect(afterQuiet(first, zone, quiet)).toEqual(first);
          expect(first > after).toBe(true);
          expect(first.getTime() - after.getTime()).toBeLessThan(10.1 * 86_400_000);
          expect(dayIn(zone, second) > dayIn(zone, first)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test("zones are known by their names", () => {
  expect(["Europe/London", "America/New_York", "UTC"].map(isZone)).toEqual([true, true, true]);
  expect(["Europe/Lundon", "London", "", "10:00"].map(isZone)).toEqual([false, false, false, false]);
});

test("a time is shown as it is there", () => {
  expect(timeShown("Europe/Paris", new Date("2026-11-30T10:00Z"))).toBe("Monday, 30 November 2026 at 11:00");
});
