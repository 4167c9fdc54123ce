/** Units as people type them: by id, by title, by award, with their level and how far they are. */
import { describe, expect, test } from "vitest";
import { ASKS, entriesIn, leftOutOf } from "./reading.ts";

/** "M1 2 achieved" for each entry; "-" where no level was told. */
function unitsIn(typed: string): string {
  const read = entriesIn("units", typed);
  if (read === ASKS) return ASKS;
  return (read as { unit: string; level?: number; status?: string }[])
    .map(({ unit, level, status }) => `${unit} ${level ?? "-"} ${status}`)
    .join(", ");
}

const STARRED = "O03 2 achieved, O09 2 achieved, O10 2 achieved";
const GENERAL = "M1 - achieved, M2 3 achieved, M3 3 achieved, M4 3 achieved";

describe("units in one line", () => {
  test.each([
    ["M1", "M1 - achieved"],
    ["m1 level 2", "M1 2 achieved"],
    ["M1 L3", "M1 3 achieved"],
    ["M1 (level 2)", "M1 2 achieved"],
    ["M1 level 3, M2, O06 planned", "M1 3 achieved, M2 3 achieved, O06 3 planned"],
    ["O6", "O06 3 achieved"],
    ["O3, O9, O10", STARRED],
    ["O03 O09 O10", STARRED],
    ["M1, M2, M3 and M4", GENERAL],
    ["M1-M4", GENERAL],
    ["M1 to M4", GENERAL],
    ["M1 level 2\nM2", "M1 2 achieved, M2 3 achieved"],
    ["N2 to N6", "N2 3 achieved, N3 3 achieved, N4 3 achieved, N5 3 achieved, N6 3 achieved"],
    ["O13 in progress", "O13 3 in-progress"],
    ["planned: O06 and O07", "O06 3 planned, O07 3 planned"],
    ["M1 planned, M2 done", "M1 - planned, M2 3 achieved"],
  ])("'%s' is %s", (typed, units) => {
    expect(unitsIn(typed)).toBe(units);
  });

  test.each([
    ["Preparing to support learning", "M1 - achieved"],
    ["equality and diversity", "O01 3 achieved"],
    ["Equality & Diversity", "O01 3 achieved"],
    ["learning support principles", "M3 3 achieved"],
    ["principles of learning support", "N3 3 achieved"],
    ["Literacy language numeracy and ICT needs for work, education and life", "O03 2 achieved"],
    [
      "Literacy language numeracy and ICT needs for work, education and life, Equality and Diversity",
      "O03 2 achieved, O01 3 achieved",
    ],
    ["mentoring", "O06 3 achieved"],
    ["personal care", "O08 3 achieved"],
    ["14-19 year olds", "O12 3 achieved"],
  ])("the title '%s' is %s", (typed, units) => {
    expect(unitsIn(typed)).toBe(units);
  });

  test.each([
    ["Award in Learning Support", "M1 - achieved"],
    ["award in preparing to support learning", "M1 - achieved"],
    ["Level 2 award in learning support", "M1 2 achieved"],
    ["level 3 award in learning support", "M1 3 achieved"],
    ["Level 2 Award in Literacy, Language, Numeracy and ICT Awareness", STARRED],
    ["level 2 award in literacy language numeracy and ict awareness", STARRED],
  ])("the award '%s' brings its units: %s", (typed, units) => {
    expect(unitsIn(typed)).toBe(units);
  });

  test.each([
    "Level 2 Award in LLN & ICT Awareness",
    "Award in LLN and ICT awareness",
    "LLN and ICT awareness award",
  ])("'%s' brings the starred units and no other", (typed) => {
    expect([STARRED, ASKS]).toContain(unitsIn(typed));
  });

  test.each([
    ["O06, O07 planned", "O06 3 planned, O07 3 planned"],
    ["planning O06, O07", "O06 3 planned, O07 3 planned"],
    ["M1 finished M2 planned", "M1 - achieved, M2 3 planned"],
    ["M2 level 3 and M1 level 2", "M2 3 achieved, M1 2 achieved"],
    ["M1 level 2 and M2", "M1 2 achieved, M2 3 achieved"],
  ])(
    "'%s' is %s, or asked: nothing planned counts as finished, no level strays to another unit",
    (typed, units) => {
      const sorted = (text: string) => text.split(", ").sort().join(", ");
      expect([sorted(units), ASKS]).toContain(sorted(unitsIn(typed)));
    },
  );

  test.each(["not M1", "I have not done M1", "O06 not finished", "not finished O06 yet"])(
    "'%s' is not taken for a finished unit",
    (typed) => {
      expect(unitsIn(typed)).not.toContain("achieved");
    },
  );

  test("a unit at a level that the leaflet does not list is kept as said, to be asked about", () => {
    expect(unitsIn("O01 level 2")).toBe("O01 2 achieved");
  });

  test("a unit said twice is kept as said, to be asked about", () => {
    expect(unitsIn("M2, M2")).toBe("M2 3 achieved, M2 3 achieved");
  });

  test.each(["1, 2", "1 and 2", "1, 6, 10"])(
    "'Name or number them': the numbers '%s' name units, and no number becomes a level",
    (typed) => {
      const read = unitsIn(typed);
      expect(read.split(", ")).toHaveLength(typed.split(/, | and /).length);
      expect(read).not.toBe(ASKS);
    },
  );

  test("'unit 1 and unit 2' is two units, not the first at Level 2", () => {
    expect(unitsIn("unit 1 and unit 2")).not.toBe("M1 2 achieved");
  });

  test.each(["O99", "M5", "X1", "purple", "lots", "😀", "O00"])(
    "'%s' is no unit: the person is asked",
    (typed) => {
      expect(unitsIn(typed)).toBe(ASKS);
    },
  );

  test("what is not understood beside a unit is said back", () => {
    expect(leftOutOf("units", "M1 purple")).toBe("purple");
  });
});
