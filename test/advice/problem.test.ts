import { describe, expect, test } from "vitest";
import { SCENARIO_DAY } from "../../src/content/scenario.ts";
import { listProblems } from "../../src/record/problem.ts";
import { LLUK, lluk, loadContent } from "../editions/load.ts";

const { catalogue } = loadContent(LLUK);
const SEEN = { date: "2010-03-10", minutes: 60, area: "general" };

function problemsIn(...observations: object[]): string[] {
  const problems = listProblems(catalogue, lluk({ observations }), SCENARIO_DAY);
  return problems.map(({ code, place }) => `${code} ${place}`);
}

describe("observations that are alike", () => {
  test("are asked about from the second on", () => {
    expect(problemsIn(SEEN, { ...SEEN, minutes: 61 }, SEEN, SEEN)).toEqual([
      "repeated-observation observations[2]",
      "repeated-observation observations[3]",
    ]);
  });

  test("may well be two where it is not told on which day, how long or in which area they were", () => {
    for (const field of Object.keys(SEEN)) {
      const untold = Object.fromEntries(Object.entries(SEEN).filter(([key]) => key !== field));
      expect(problemsIn(untold, untold), field).toEqual([]);
      expect(problemsIn({ ...SEEN, [field]: null }, { ...SEEN, [field]: null }), field).toEqual([]);
    }
  });

  test("may well be two in an area that is said to be unknown, which is the same as not telling it", () => {
    expect(problemsIn({ ...SEEN, area: "unknown" }, { ...SEEN, area: "unknown" })).toEqual([]);
  });
});

describe("a date", () => {
  test("is asked about only from tomorrow on", () => {
    const dates = ["2026-11-22", "2026-11-23", "2026-11-24", "2027-01-01"];
    expect(problemsIn(...dates.map((date) => ({ date })))).toEqual([
      "future-date observations[2]",
      "future-date observations[3]",
    ]);
  });
});
