/** Numbers as people type them. */
import { describe, expect, test } from "vitest";
import { readNumber, withDigits } from "../../src/interview/reading/number.ts";
import { ASKS, readBy } from "./reading.ts";

describe("a number", () => {
  test.each([
    ["3", 3],
    ["three", 3],
    ["about 3", 3],
    ["twenty-one", 21],
    ["twenty one", 21],
    ["ninety nine", 99],
    ["1,000", 1000],
    ["7,5", 7.5],
    ["1.5", 1.5],
    ["one and a half", 1.5],
    ["a couple", 2],
    ["none", 0],
    ["zero", 0],
    ["one hundred", 100],
    ["two hundred", 200],
  ])("'%s' is %s", (typed, number) => {
    expect(readNumber(typed)).toBe(number);
  });

  test.each(["", "many", "3 or 4", "3-4", "1 000", "12 of 30"])(
    "'%s' is not one number that can be taken",
    (typed) => {
      expect(readNumber(typed)).toBeNull();
    },
  );

  test.each(["-3", "minus three", "-0.5"])("'%s' is below nothing: the person is asked", (typed) => {
    expect(readBy("number", typed)).toBe(ASKS);
  });

  test.each([
    ["Twenty Five and a half hours", "25.5 hours"],
    ["a couple of hours", "2 hours"],
    ["2½", "2.5"],
    ["1,200", "1200"],
  ])("'%s' in digits is '%s'", (typed, digits) => {
    expect(withDigits(typed)).toBe(digits);
  });
});
