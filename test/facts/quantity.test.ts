import { describe, expect, test } from "vitest";
import type { Catalogue } from "../../src/facts/catalogue.ts";
import { quantity } from "../../src/facts/quantity.ts";

const CATALOGUE: Catalogue = {
  measures: [
    { id: "hours", one: "hour", other: "hours", hoursEach: 1 },
    { id: "credits", one: "credit", other: "credits", hoursEach: 10 },
  ],
  told: [],
  lists: [],
  derived: [],
};

describe("a quantity", () => {
  test.each([
    [7.5, "hours", "7.5 hours"],
    [1, "credits", "1 credit"],
    [0, "hours", "0 hours"],
    [0.5, "hours", "0.5 hours"],
    [1234, "hours", "1,234 hours"],
    [1 / 3, "hours", "0.33 hours"],
    [2, "bananas", "2"],
    [2, undefined, "2"],
  ])("of %j in %s is written %j", (amount, unit, text) => {
    expect(quantity(CATALOGUE, amount, unit)).toBe(text);
  });

  test("that shows as 1 takes the word for one", () => {
    expect(quantity(CATALOGUE, 0.999, "hours")).toBe("1 hour");
  });
});
