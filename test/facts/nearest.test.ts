import { describe, expect, test } from "vitest";
import { didYouMean, nearest } from "../../src/facts/nearest.ts";

const KNOWN = ["hours", "kind", "area", "with", "date", "observationsComplete"];

describe("the nearest known word", () => {
  test.each([
    ["hour", "hours"],
    ["HOURS", "hours"],
    ["dates", "date"],
    ["kidn", null],
    ["observationComplete", "observationsComplete"],
    ["observatonsComplet", "observationsComplete"],
    ["minutes", null],
    ["", null],
  ])("to %j is %j", (typed, found) => {
    expect(nearest(typed, KNOWN)).toBe(found);
  });

  test("is none where two are equally near", () => {
    expect(nearest("mat", ["cat", "hat"])).toBeNull();
  });

  test("is none where nothing is known", () => {
    expect(nearest("hours", [])).toBeNull();
  });
});

describe("did you mean", () => {
  test("names the nearest word in quotes", () => {
    expect(didYouMean("hour", KNOWN)).toContain('"hours"');
  });

  test("names everything that is known where nothing is near and little is known", () => {
    for (const word of KNOWN) expect(didYouMean("minutes", KNOWN)).toContain(word);
  });

  test("says nothing where nothing is near and much is known", () => {
    expect(
      didYouMean(
        "minutes",
        Array.from({ length: 40 }, (_, i) => `known-word-${i}`),
      ),
    ).toBe("");
  });
});
