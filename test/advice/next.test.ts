import { describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { urgency } from "../../src/advice/requirement.ts";
import { SCENARIO_DAY } from "../../src/content/scenario.ts";
import { LLUK, lluk, loadEdition } from "../editions/load.ts";

const edition = loadEdition(LLUK);
const directed = {
  setting: "fe-college",
  worksDirectlyWithLearners: true,
  directed: true,
  leadsTheLearning: false,
};

/** The advice, and for each of its next steps the verdict that it words, if it words one. */
async function stepsFor(told: Record<string, unknown>) {
  const advice = await advise(edition, lluk(told), SCENARIO_DAY);
  const verdicts = advice.qualifications.flatMap((each) =>
    each.requirements.map((verdict) => ({ ...verdict, of: each.id })),
  );
  const now = advice.recommended.filter(
    ({ strength }) => strength === "primary" || strength === "conditional",
  );
  const mine = verdicts.filter((verdict) => now.some(({ qualification }) => qualification === verdict.of));
  return { advice, mine, steps: advice.next.map((says) => mine.find((verdict) => verdict.says === says)) };
}

describe("what to do next", () => {
  test("names everything undone in what is recommended now, once, and nothing that is done", async () => {
    const { mine, steps } = await stepsFor({
      role: directed,
      mentor: true,
      units: [],
      practice: [{ hours: 12 }],
    });
    const undone = mine
      .filter(({ status }) => status === "unmet" || status === "unknown")
      .map(({ id }) => id);
    expect(steps.flatMap((verdict) => verdict?.id ?? []).sort()).toEqual(undone.sort());
    expect(undone).not.toContain("certificate.mentor");
  });

  test("begins with what cannot be right, and ends with what the recommendation adds", async () => {
    const units = [1, 2].map(() => ({ unit: "M2", status: "achieved" }));
    const { advice, steps } = await stepsFor({ role: directed, units });
    expect(advice.next[0]).toBe(advice.problems[0]?.says);
    expect(advice.problems.map(({ code }) => code)).toEqual(["unit-twice"]);
    expect(steps.at(-1)).toBeUndefined();
    expect(advice.next.at(-1)).toContain("awarding body");
  });

  test("puts gates first, then requirements, then advice; in each what is missing before what is not known", async () => {
    const role = { ...directed, supports: "lln", wantsToSpecialise: true };
    const told = {
      role,
      skills: { english: { level: 2 } },
      units: [],
      observations: [],
      specialistAccess: false,
    };
    const { steps } = await stepsFor(told);
    const ranks = steps.flatMap((each) =>
      each ? urgency(each.kind) * 2 + Number(each.status === "unknown") : [],
    );
    expect(steps[0]?.id).toBe("certificate-lln.maths");
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBeGreaterThan(3);
  });

  test("puts what takes longest first among requirements that are missing", async () => {
    const units = ["M1", "M2", "M3", "M4", "O03", "O06"].map((unit) => ({ unit, status: "achieved" }));
    const { steps } = await stepsFor({ role: directed, units, practice: [], observations: [] });
    const missing = steps.flatMap((each) => (each?.status === "unmet" && each.unit ? each.id : []));
    // 30 hours of practice, then one credit of ten hours, then three occasions and three hours.
    expect(missing.slice(0, 2)).toEqual(["certificate.practice-hours", "certificate.optional-units"]);
    expect(missing.slice(2).sort()).toEqual([
      "certificate.assessed-minutes",
      "certificate.assessed-occasions",
    ]);
  });
});
