import { describe, expect, test } from "vitest";
import { fill, placeholdersOf } from "../../src/facts/template.ts";

describe("a wording with placeholders", () => {
  test("has each of them filled, as often as it stands there", () => {
    expect(fill("{actual} of {required}; {actual} so far.", { actual: 3, required: "4 hours" })).toBe(
      "3 of 4 hours; 3 so far.",
    );
  });

  test("fills zero and the empty text like anything else", () => {
    expect(fill("{remaining}{gates} left", { remaining: 0, gates: "" })).toBe("0 left");
  });

  test("does not fill what a value brings along", () => {
    expect(fill("{unit}", { unit: "{level} $& $1" })).toBe("{level} $& $1");
  });

  test("throws when a placeholder has no value, and names it", () => {
    expect(() => fill("{remaning} left", { remaining: 1 })).toThrow("{remaning}");
  });

  test("leaves braces alone that hold no name", () => {
    expect(fill("{} { a } {1}", {})).toBe("{} { a } {1}");
  });

  test("tells its placeholders in order", () => {
    expect(placeholdersOf("{a} and {b.c-d}, {a}")).toEqual(["a", "b.c-d", "a"]);
    expect(placeholdersOf("none")).toEqual([]);
  });
});
