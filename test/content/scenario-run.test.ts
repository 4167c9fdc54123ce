import { describe, expect, it } from "vitest";
import { openEdition } from "../../src/advice/edition.ts";
import { readEdition } from "../../src/content/edition.ts";
import { readScenarios } from "../../src/content/scenario.ts";
import { runScenario } from "../../src/content/scenario-run.ts";
import { LLUK, ROOT } from "./broken.ts";

const { content } = readEdition(`${ROOT}${LLUK}`, ROOT);
if (!content) throw new Error("the edition cannot be read");
const edition = openEdition(content);
const { files, findings } = readScenarios(`${ROOT}${LLUK}`, ROOT);
const scenario = files
  .flatMap(({ scenarios }) => scenarios)
  .find(({ expect: { credits } }) => credits?.award);
if (!scenario) throw new Error("no golden learner speaks of the Award's credits");

describe("a golden learner", () => {
  it("is read from its file without a finding", () => {
    expect(findings).toEqual([]);
    expect(files.length).toBeGreaterThan(5);
  });

  it("differs nowhere from what the rules say", async () => {
    expect(await runScenario(edition, scenario)).toEqual([]);
  });

  it("is told every figure that differs, with its place", async () => {
    const wrong = {
      ...scenario,
      expect: {
        requirements: { "award.unit": { status: "unmet" as const, actual: 5 }, "award.entry": {} },
        credits: { award: { total: { done: 6, needed: 7 } } },
        problems: ["unit-twice"],
      },
    };
    const flaws = await runScenario(edition, wrong);
    expect(flaws.map(({ path }) => path)).toEqual([
      "expect.requirements.award.unit.status",
      "expect.requirements.award.unit.actual",
      "expect.credits.award.total.needed",
      "expect.problems",
    ]);
    expect(flaws[0]?.wrong).toBe('expected "unmet", and the rules say "met"');
  });

  it("is not satisfied where a requirement is not there", async () => {
    const flaws = await runScenario(edition, {
      ...scenario,
      expect: { requirements: { "award.more": { status: "met" as const } } },
    });
    expect(flaws).toMatchObject([
      { path: "expect.requirements.award.more", wrong: expect.stringContaining("nothing") },
    ]);
  });
});
