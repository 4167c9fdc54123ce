import { describe, expect, test } from "vitest";
import type { Catalogue, Derivation, Derived, Told } from "../../src/facts/catalogue.ts";
import { deriver } from "../../src/facts/derive.ts";
import type { Value } from "../../src/facts/value.ts";

const TOLD: Told[] = [
  { id: "role.directed", type: "boolean" },
  { id: "role.leads", type: "boolean" },
  { id: "role.areas", type: "many", values: ["literacy", "numeracy"] },
];
const LISTS: Catalogue["lists"] = [
  {
    id: "practice",
    question: "practice",
    complete: "practiceComplete",
    fields: [
      { id: "hours", type: "number" },
      { id: "area", type: "choice", values: ["numeracy", "general", "unknown"], notTold: ["unknown"] },
    ],
  },
];

function derivedAs(from: Derivation, whenNotTold?: boolean): Derived {
  return { id: "derived", type: "number", from, ...(whenNotTold === undefined ? {} : { whenNotTold }) };
}

/** The value of the last fact, told ones and `before` it. */
function lastOf(source: object, last: Derived, before: Derived[] = []): Value | undefined {
  const catalogue = { measures: [], told: TOLD, lists: LISTS, derived: [...before, last] };
  return deriver(catalogue)(source as Record<string, unknown>).at(-1);
}

const HOURS = derivedAs({ list: "practice", sum: "hours" });
const NUMERACY = derivedAs({ list: "practice", sum: "hours", where: { area: ["numeracy"] } });

describe("what was told", () => {
  test("is read at its dotted path, and null wherever the path ends early", () => {
    const derive = deriver({ measures: [], told: TOLD, lists: [], derived: [] });
    expect(derive({ role: { directed: false, leads: true } })).toEqual([false, true]);
    expect(derive({ role: null })).toEqual([null, null]);
    expect(derive({})).toEqual([null, null]);
  });
});

describe("a sum over a list", () => {
  test("is not known while the list is not told, and zero when it is told as empty", () => {
    expect([lastOf({}, HOURS), lastOf({ practice: null }, HOURS)]).toEqual([null, null]);
    expect(lastOf({ practice: [] }, HOURS)).toBe(0);
  });

  test("adds up what matches and spans what may match", () => {
    const practice = [
      { hours: 4, area: "numeracy" },
      { hours: 2, area: "unknown" },
      { hours: 1 },
      { hours: 8, area: "general" },
    ];
    expect(lastOf({ practice }, NUMERACY)).toEqual({ least: 4, most: 7 });
    expect(lastOf({ practice }, HOURS)).toBe(15);
  });

  test("has no upper end while an amount is missing or the list is open", () => {
    const missing = { practice: [{ hours: 4 }, { hours: null }] };
    expect(lastOf(missing, HOURS)).toEqual({ least: 4, most: Number.POSITIVE_INFINITY });
    const open = { practice: [{ hours: 4 }], practiceComplete: false };
    expect(lastOf(open, HOURS)).toEqual({ least: 4, most: Number.POSITIVE_INFINITY });
  });

  test("is closed when nothing or null is said about there being more", () => {
    expect(lastOf({ practice: [{ hours: 4 }], practiceComplete: null }, HOURS)).toBe(4);
    expect(lastOf({ practice: [{ hours: 4 }] }, HOURS)).toBe(4);
  });

  test("looks at an open list as if it were closed when only what was told so far matters", () => {
    const soFar = derivedAs({ list: "practice", count: true, soFar: true });
    expect(lastOf({ practice: [{}, {}], practiceComplete: false }, soFar)).toBe(2);
  });

  test("of decimals is what it is on paper", () => {
    expect(lastOf({ practice: [{ hours: 4.6 }, { hours: 12.7 }, { hours: 12.7 }] }, HOURS)).toBe(30);
  });
});

describe("any over a list", () => {
  const any = derivedAs({ list: "practice", any: true, where: { area: ["numeracy"] } });

  test("is true as soon as one entry surely matches, open list or not", () => {
    expect(lastOf({ practice: [{}, { area: "numeracy" }], practiceComplete: false }, any)).toBe(true);
  });

  test("is false only when the list is closed and no entry may match", () => {
    expect(lastOf({ practice: [{ area: "general" }] }, any)).toBe(false);
    expect(lastOf({ practice: [{ area: "general" }, {}] }, any)).toBeNull();
    expect(lastOf({ practice: [{ area: "general" }], practiceComplete: false }, any)).toBeNull();
    expect(lastOf({ practice: [] }, any)).toBe(false);
  });
});
