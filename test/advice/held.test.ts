import { describe, expect, test } from "vitest";
import { type ClaimedUnit, heldUnits } from "../../src/advice/held.ts";
import { LLUK, loadContent } from "../editions/load.ts";

const { units, problems: words } = loadContent(LLUK);

function held(...claims: ClaimedUnit[]) {
  return heldUnits(units, claims, words.units, "modules");
}

function achieved(unit: string, level?: number | null): ClaimedUnit {
  return level === undefined ? { unit, status: "achieved" } : { unit, level, status: "achieved" };
}

describe("held units", () => {
  test("are not known while nothing about units is told, and none when told as none", () => {
    expect(heldUnits(units, null, words.units, "modules")).toEqual({ units: null, problems: [] });
    expect(held()).toEqual({ units: [], problems: [] });
  });

  test("carry the credits of the source and every group that asks for them", () => {
    expect(held(achieved("M1", 3), achieved("O03", 2)).units).toMatchObject([
      {
        unit: "M1",
        level: 3,
        credits: 6,
        group: ["certificate.mandatory", "certificate-lln.mandatory", "award.mandatory"],
      },
      { unit: "O03", level: 2, credits: 2, group: ["certificate.optional"] },
    ]);
  });

  test("take the level of the source where it lists one, and none where it lists two", () => {
    expect(
      held(achieved("M2"), achieved("M1"), achieved("O03", null)).units?.map(({ level }) => level),
    ).toEqual([3, null, 2]);
  });

  test("at a level that is not listed do not count, and are a problem", () => {
    const { units: counted, problems } = held(achieved("M1", 3), achieved("O01", 2));
    expect(counted?.map(({ unit }) => unit)).toEqual(["M1"]);
    expect(problems).toMatchObject([{ code: "unit-at-unlisted-level", unit: "O01", place: "units[1]" }]);
    expect(problems[0]?.says).toContain("Equality and Diversity");
    expect(problems[0]?.says).toMatch(/3.*2/);
  });

  test("count once, and the second claim is a problem", () => {
    const { units: counted, problems } = held(achieved("O06", 3), achieved("M2", 3), achieved("O06", 3));
    expect(counted?.map(({ unit }) => unit)).toEqual(["O06", "M2"]);
    expect(problems).toMatchObject([
      { code: "unit-twice", unit: "O06", place: "units[2]", question: "modules" },
    ]);
  });

  test("claimed twice, one of them at a level not listed, are one unit and one problem", () => {
    for (const claims of [
      [achieved("O06", 2), achieved("O06", 3)],
      [achieved("O06", 3), achieved("O06", 2)],
    ]) {
      const { units: counted, problems } = held(...claims);
      expect(counted).toHaveLength(1);
      expect(problems.map(({ code }) => code)).toEqual(["unit-at-unlisted-level"]);
    }
  });

  test("count as achieved before under way before planned, in whatever order they were told", () => {
    const planned: ClaimedUnit = { unit: "O06", status: "planned" };
    const underWay: ClaimedUnit = { unit: "O06", status: "in-progress" };
    const statusOf = (...claims: ClaimedUnit[]) => held(...claims).units?.map(({ status }) => status);
    expect(statusOf(planned, achieved("O06"), underWay)).toEqual(["achieved"]);
    expect(statusOf(achieved("O06"), planned)).toEqual(["achieved"]);
    expect(statusOf(planned, underWay)).toEqual(["in-progress"]);
  });

  test("achieved at both levels count at the higher, which leaves the Level 2 room free", () => {
    expect(held(achieved("M1", 2), achieved("M1", 3)).units).toMatchObject([{ level: 3 }]);
    expect(held(achieved("M1", 3), achieved("M1", 2)).units).toMatchObject([{ level: 3 }]);
  });

  test("achieved at Level 2 and planned at Level 3 count at Level 2, as achieved", () => {
    const both = held(achieved("M1", 2), { unit: "M1", level: 3, status: "planned" });
    expect(both.units).toMatchObject([{ level: 2, status: "achieved" }]);
  });
});
