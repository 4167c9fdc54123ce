import { describe, expect, test } from "vitest";
import { runScenario } from "../../src/content/scenario-run.ts";
import { LLUK, loadEdition, loadScenarios } from "../editions/load.ts";

const edition = loadEdition(LLUK);
const files = loadScenarios(LLUK);
const scenarios = files.flatMap((file) => file.scenarios);

describe.each(files)("scenarios/$name", (file) => {
  test.each(file.scenarios)("$title", async (scenario) => {
    expect(await runScenario(edition, scenario)).toEqual([]);
  });
});

/** The requirements that can never have some status, and the statuses that they do have. */
const LIMITED: Record<string, string[]> = {
  "certificate.entry": ["met"],
  "award.entry": ["met"],
  "certificate.level-2-cap": ["met", "unknown"],
  "certificate-lln.level-2-cap": ["met", "unknown"],
};

/** These two do not apply while there is nothing to look at. */
const CONDITIONAL = ["certificate-lln.observation-role", "certificate-lln.observation-specialist"];

describe("the scenarios together", () => {
  test("have one title each", () => {
    const titles = scenarios.map(({ title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  test("expect something each", () => {
    expect(scenarios.filter((each) => Object.keys(each.expect).length === 0)).toEqual([]);
  });

  test("expect every requirement met, unmet and unknown, less what cannot be", () => {
    const expected = new Map<string, Set<string>>();
    const see = (id: string, status: string | undefined) => {
      if (status) expected.set(id, (expected.get(id) ?? new Set()).add(status));
    };
    for (const { role, requirements } of scenarios.map((each) => each.expect)) {
      for (const [id, status] of Object.entries(role ?? {})) see(id, status);
      for (const [id, { status }] of Object.entries(requirements ?? {})) see(id, status);
    }
    const rules = [...edition.role, ...[...edition.requirements.values()].flat()];
    const wanted = rules.map(({ name }) => {
      const usual = [
        "met",
        "unknown",
        "unmet",
        ...(CONDITIONAL.includes(name) ? ["not-applicable"] : []),
      ].sort();
      return [name, LIMITED[name] ?? usual] as const;
    });
    const seen = rules.map(({ name }) => [name, [...(expected.get(name) ?? [])].sort()] as const);
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(wanted));
  });

  test("show every row and every strength of what may be recommended, and every way a start can turn out", () => {
    const told = scenarios.flatMap((each) => each.expect.recommended ?? []);
    expect(new Set(told.map(({ strength }) => strength))).toEqual(
      new Set(["primary", "alternative", "conditional", "later"]),
    );
    const starts = scenarios.flatMap((each) => Object.values(each.expect.canStart ?? {}));
    expect(new Set(starts)).toEqual(new Set(["yes", "no", "unknown", "not-for-this-role"]));
  });
});
