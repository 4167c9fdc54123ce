/** Lengths of time as people type them, where the question asks for hours and where it asks for minutes. */
import { describe, expect, test } from "vitest";
import { durationText, findDurations } from "../../src/interview/reading/duration.ts";
import { ASKS, readBy } from "./reading.ts";

const MOST = { max: 10_000 };

describe("hours", () => {
  test.each([
    ["3 hours", 3],
    ["30", 30],
    ["about 3 hours", 3],
    ["3 hours approx", 3],
    ["over 30 hours", 30],
    ["12 hrs.", 12],
    ["30hours", 30],
    ["THIRTY HOURS", 30],
    ["thirty", 30],
    ["thirty one hours", 31],
    ["thirty-one hours", 31],
    ["a couple of hours", 2],
    ["an hour", 1],
    ["1h", 1],
    ["0 hours", 0],
    ["1,200 hours", 1200],
    ["1.5 hours", 1.5],
    ["1,5 hours", 1.5],
    ["0.5", 0.5],
    ["half an hour", 0.5],
    ["half hour", 0.5],
    ["½ hour", 0.5],
    ["2½ hours", 2.5],
    ["an hour and a half", 1.5],
    ["one and a half hours", 1.5],
    ["two and a half hours", 2.5],
    ["a quarter of an hour", 0.25],
    ["an hour and a quarter", 1.25],
    ["three quarters of an hour", 0.75],
    ["7h30", 7.5],
    ["7h 30m", 7.5],
    ["7 h 30", 7.5],
    ["1:30", 1.5],
    ["1 hr 15", 1.25],
    ["1 hour, 30 minutes", 1.5],
    ["1 hour & 30 minutes", 1.5],
    ["one hour fifteen minutes", 1.25],
    ["an hour and ten minutes", 1.17],
    ["two hours thirty", 2.5],
    ["3h50", 3.83],
    ["3 hours 5 minutes", 3.08],
    ["90 min", 1.5],
    ["90 mins", 1.5],
    ["forty-five minutes", 0.75],
  ])("'%s' is %s hours", (typed, hours) => {
    expect(readBy("hours", typed, MOST)).toBe(hours);
  });

  test.each([
    ["1hr15mins", 1.25],
    ["1hr30", 1.5],
    ["an hour and three quarters", 1.75],
    ["two hours and a quarter", 2.25],
    ["2 1/2 hours", 2.5],
    ["1 1/2 hrs", 1.5],
    ["1/2 hour", 0.5],
    ["one hundred hours", 100],
  ])("'%s' is %s hours, and no part of it is lost", (typed, hours) => {
    expect(readBy("hours", typed, MOST)).toBe(hours);
  });

  test.each([
    "20-25 hours",
    "20 to 25 hours",
    "about 20 or 25 hours",
    "between 20 and 25 hours",
    "ten to fifteen hours",
    "10 hours or 12 hours",
  ])("'%s' is two lengths: the person is asked, none is chosen for them", (typed) => {
    expect(readBy("hours", typed, MOST)).toBe(ASKS);
  });

  test.each(["2 days", "5 weeks", "half a day", "6 hours a week for 5 weeks"])(
    "'%s' has a unit that hours cannot be made of: the person is asked",
    (typed) => {
      expect(readBy("hours", typed, MOST)).toBe(ASKS);
    },
  );

  test.each(["-5 hours", "minus five hours", "-1"])("'%s' cannot be: the person is asked", (typed) => {
    expect(readBy("hours", typed, MOST)).toBe(ASKS);
  });

  test.each([
    "",
    "lots",
    "a few hours",
    "hours",
    "I don't remember",
    "10 hours of 60 minutes",
    "99999 hours",
  ])("'%s' is no length that can be taken: the person is asked", (typed) => {
    expect(readBy("hours", typed, MOST)).toBe(ASKS);
  });
});

describe("minutes", () => {
  test.each([
    ["45", 45],
    ["60", 60],
    ["60 min", 60],
    ["half an hour", 30],
    ["an hour", 60],
    ["an hour and a half", 90],
    ["an hour and twenty minutes", 80],
    ["three quarters of an hour", 45],
    ["1:30", 90],
    ["3h50", 230],
    ["nine hours", 540],
    ["1 hr 15", 75],
  ])("'%s' is %s minutes", (typed, minutes) => {
    expect(readBy("minutes", typed, MOST)).toBe(minutes);
  });

  test.each([
    ["1hr15mins", 75],
    ["an hour and three quarters", 105],
    ["1 1/2 hours", 90],
    ["1/2 hour", 30],
  ])("'%s' is %s minutes, and no part of it is lost", (typed, minutes) => {
    expect(readBy("minutes", typed, MOST)).toBe(minutes);
  });

  test.each(["1", "3", "two", "10"])("a bare '%s' may be hours or minutes: the person is asked", (typed) => {
    expect(readBy("minutes", typed, MOST)).toBe(ASKS);
  });

  test.each(["-60 min", "45 or 60 min", "200 hours", "long"])(
    "'%s' is no length that can be taken: the person is asked",
    (typed) => {
      expect(readBy("minutes", typed, MOST)).toBe(ASKS);
    },
  );
});

describe("lengths within a text", () => {
  test.each([
    ["60 min literacy, 45 min numeracy", [60, 45]],
    ["7h30 and 20 minutes", [450, 20]],
    ["nothing of that sort", []],
    ["level 3", []],
  ])("'%s' holds %j minutes", (typed, minutes) => {
    expect(findDurations(durationText(typed)).map((found) => found.minutes)).toEqual(minutes);
  });
});
