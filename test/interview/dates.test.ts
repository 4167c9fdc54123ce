/** Dates as British people type them, on Monday 23 November 2026. */
import { describe, expect, test } from "vitest";
import { findDate, shownDate } from "../../src/interview/reading/date.ts";
import { ASKS, readBy, TODAY } from "./reading.ts";

describe("a date", () => {
  test.each([
    ["2010-03-10", "2010-03-10"],
    ["10/3/2010", "2010-03-10"],
    ["10/03/10", "2010-03-10"],
    ["10.3.2010", "2010-03-10"],
    ["10-3-2010", "2010-03-10"],
    ["3/10/2026", "2026-10-03"],
    ["13/12/2025", "2025-12-13"],
    ["10 March 2010", "2010-03-10"],
    ["10th March 2010", "2010-03-10"],
    ["10 march 26", "2026-03-10"],
    ["1st of May", "2026-05-01"],
    ["4 sept", "2026-09-04"],
    ["sept 4", "2026-09-04"],
    ["it was on 10 Mar in the morning", "2026-03-10"],
  ])("'%s' is %s", (typed, date) => {
    expect(findDate(typed, TODAY)?.date).toBe(date);
  });

  test.each([
    ["10 March", "2026-03-10"],
    ["10/3", "2026-03-10"],
    ["23 November", "2026-11-23"],
    ["24 November", "2025-11-24"],
    ["25 December", "2025-12-25"],
    ["16/11", "2026-11-16"],
    ["March 10", "2026-03-10"],
  ])("'%s' without its year is the latest that is not still to come: %s", (typed, date) => {
    expect(findDate(typed, TODAY)?.date).toBe(date);
  });

  test.each([
    ["today", "2026-11-23"],
    ["yesterday", "2026-11-22"],
    ["3 days ago", "2026-11-20"],
    ["2 weeks ago", "2026-11-09"],
    ["last Tuesday", "2026-11-17"],
    ["Saturday", "2026-11-21"],
    ["Tuesday", "2026-11-17"],
  ])("'%s' is %s: what was done lies behind us", (typed, date) => {
    expect(findDate(typed, TODAY)?.date).toBe(date);
  });

  test.each([
    "30 February 2010",
    "31 November",
    "32/1/2010",
    "12/13/2026",
    "March 2010",
    "2010",
    "10th",
    "May",
    "at 10.30",
    "this morning",
    "-5 hours",
    "-60 min",
    "2 1/2 hours",
    "6 hours a week for 5 weeks",
    "level 3",
    "",
  ])("'%s' names no day", (typed) => {
    expect(findDate(typed, TODAY)).toBeNull();
  });

  test.each(["tomorrow", "10 March 2027", "13/12/2026", "next week", "24/11/2026"])(
    "'%s' is still to come: the person is asked when it was",
    (typed) => {
      expect(readBy("date", typed)).toBe(ASKS);
    },
  );

  test.each(["10 March or 12 March 2010", "I forgot", "a while ago"])(
    "'%s' is not one day: the person is asked",
    (typed) => {
      expect(readBy("date", typed)).toBe(ASKS);
    },
  );

  test("is read back as British people write it", () => {
    expect(shownDate("2010-03-10")).toBe("10 March 2010");
  });
});
