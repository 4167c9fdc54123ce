import { describe, expect, test } from "vitest";
import type { Field } from "../../src/facts/catalogue.ts";
import { matcher } from "../../src/facts/entry.ts";

const [NO, MAY, YES] = [0, 1, 2];
const FIELDS: Field[] = [
  { id: "area", type: "choice", values: ["numeracy", "general", "unknown"], notTold: ["unknown"] },
  { id: "minutes", type: "number" },
];

describe("an entry against a where", () => {
  test("matches when a field has one of the wanted values", () => {
    const match = matcher({ area: ["numeracy", "literacy"] }, FIELDS);
    expect(match({ area: "literacy" })).toBe(YES);
    expect(match({ area: "general" })).toBe(NO);
  });

  test("may match while the field is absent or null", () => {
    const match = matcher({ area: ["numeracy"] }, FIELDS);
    expect([match({}), match({ area: null }), match({ area: undefined })]).toEqual([MAY, MAY, MAY]);
  });

  test("may match when the field has a value that means the same as not telling", () => {
    expect(matcher({ area: ["numeracy"] }, FIELDS)({ area: "unknown" })).toBe(MAY);
  });

  test("a minimum takes its own value in, and a ceiling leaves its own value out", () => {
    const long = matcher({ minutes: { min: 45 } }, FIELDS);
    expect([44, 44.5, 45, 46].map((minutes) => long({ minutes }))).toEqual([NO, NO, YES, YES]);
    const short = matcher({ minutes: { below: 45 } }, FIELDS);
    expect([44.5, 45].map((minutes) => short({ minutes }))).toEqual([YES, NO]);
  });

  test("a field with several values matches when one of them is wanted", () => {
    const match = matcher({ with: ["groups"] });
    expect(match({ with: ["individuals", "groups"] })).toBe(YES);
    expect(match({ with: ["individuals"] })).toBe(NO);
  });

  test("a field told as holding nothing does not match", () => {
    expect(matcher({ with: ["groups"] })({ with: [] })).toBe(NO);
  });

  test("one field that fails is enough, whatever is not told about the others", () => {
    const match = matcher({ area: ["numeracy"], minutes: { min: 45 } }, FIELDS);
    expect(match({ minutes: 44 })).toBe(NO);
    expect(match({ area: "unknown", minutes: 44 })).toBe(NO);
    expect(match({ area: "numeracy" })).toBe(MAY);
    expect(match({ area: "numeracy", minutes: 45 })).toBe(YES);
  });

  test("false and zero are told", () => {
    expect(matcher({ specialist: [false] })({ specialist: false })).toBe(YES);
    expect(matcher({ minutes: { min: 1 } })({ minutes: 0 })).toBe(NO);
  });

  test("without a where every entry matches", () => {
    expect(matcher()({})).toBe(YES);
  });
});
