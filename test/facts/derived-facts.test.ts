import { describe, expect, test } from "vitest";
import type { Derivation, Derived, Told } from "../../src/facts/catalogue.ts";
import { deriver } from "../../src/facts/derive.ts";
import type { Value } from "../../src/facts/value.ts";

const TOLD: Told[] = [
  { id: "directed", type: "boolean" },
  { id: "leads", type: "boolean" },
  { id: "areas", type: "many", values: ["literacy", "numeracy"] },
  { id: "setting", type: "choice", values: ["none", "college"] },
  { id: "paid", type: "number" },
  { id: "free", type: "number" },
];

function derive(source: object, ...derived: Derived[]): Value | undefined {
  return deriver({ measures: [], told: TOLD, lists: [], derived })(source as Record<string, unknown>).at(-1);
}

function fact(id: string, from: Derivation): Derived {
  return { id, type: "number", from };
}

describe("a fact derived from told facts", () => {
  test("says whether a choice, or one of several answers, is among the included ones", () => {
    const numeracy = fact("numeracy", { told: "areas", includes: ["numeracy"] });
    expect(derive({ areas: ["literacy", "numeracy"] }, numeracy)).toBe(true);
    expect(derive({ areas: [] }, numeracy)).toBe(false);
    expect(derive({}, numeracy)).toBeNull();
    expect(derive({ setting: "none" }, fact("none", { told: "setting", includes: ["none"] }))).toBe(true);
  });

  test("takes its stand-in value only while nothing is told", () => {
    const none: Derived = { ...fact("none", { told: "setting", includes: ["none"] }), whenNotTold: false };
    expect([derive({}, none), derive({ setting: "none" }, none)]).toEqual([false, true]);
    const started: Derived = {
      ...fact("started", { told: "setting", includes: ["college"] }),
      whenNotTold: true,
    };
    expect([derive({}, started), derive({ setting: "none" }, started)]).toEqual([true, false]);
  });

  test("is not known when all that denies it holds", () => {
    const clearly = fact("clearly", { fact: "directed", unlessAll: { directed: true, leads: true } });
    expect(derive({ directed: true, leads: true }, clearly)).toBeNull();
    expect(derive({ directed: true, leads: false }, clearly)).toBe(true);
    expect(derive({ directed: true }, clearly)).toBe(true);
    expect(derive({ directed: false, leads: true }, clearly)).toBe(false);
  });

  test("is a difference of two in one measure, and not known while either is not", () => {
    const over = fact("over", { difference: ["paid", "free"], times: [1, 60] });
    expect(derive({ paid: 200, free: 3 }, over)).toBe(20);
    expect(derive({ paid: 200 }, over)).toBeNull();
  });

  test("may be a constant", () => {
    expect(derive({}, fact("zero", { constant: 0 }))).toBe(0);
  });

  test("reads usable credits where the advice has put them", () => {
    const usable = fact("usable", { usable: "certificate.optional" });
    expect(derive({ usable: { "certificate.optional": 3 } }, usable)).toBe(3);
    expect(derive({ usable: null }, usable)).toBeNull();
  });

  test("may rest on another derived fact above it in the file", () => {
    const base = fact("base", { difference: ["paid", "free"], times: [1, 1] });
    const doubled = fact("doubled", { difference: ["base", "free"], times: [2, 0] });
    expect(derive({ paid: 5, free: 1 }, base, doubled)).toBe(8);
  });

  test("may not rest on a fact below it in the file, so that there can be no circle", () => {
    const early = fact("early", { fact: "late", unlessAll: { leads: true } });
    const late = fact("late", { constant: 5 });
    const open = () => deriver({ measures: [], told: TOLD, lists: [], derived: [early, late] });
    expect(open).toThrow('"late", which is no fact that stands above it');
  });
});

describe("a derivation that rests on nothing", () => {
  const reading = (from: Derivation) => () => derive({}, fact("derived", from));

  test("throws with the name of the list that is not there", () => {
    expect(reading({ list: "practise", count: true })).toThrow("practise");
  });

  test("throws with the name of the fact that is not there", () => {
    expect(reading({ fact: "directt", unlessAll: { leads: true } })).toThrow("directt");
    expect(reading({ fact: "directed", unlessAll: { leeds: true } })).toThrow("leeds");
    expect(reading({ difference: ["paid", "fre"], times: [1, 1] })).toThrow("fre");
  });

  test("throws with the name of the told fact that is not there", () => {
    expect(reading({ told: "aeras", includes: ["numeracy"] })).toThrow("aeras");
  });
});
