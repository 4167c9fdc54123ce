import { describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { SCENARIO_DAY } from "../../src/content/scenario.ts";
import { LLUK, lluk, loadEdition, recordOf } from "../editions/load.ts";

const edition = loadEdition(LLUK);

/** The ids of the contract, section 1; those that are no plain requirement with their kind. */
const IDS = {
  role: "directly directed independence",
  certificate:
    "entry:info initial-assessment mandatory-units optional-units level-2-cap practice-hours practice-individuals " +
    "practice-groups assessed-occasions assessed-minutes location directed:guideline specialist-access:guideline " +
    "context:guideline mentor:guideline",
  "certificate-lln":
    "english:gate maths:gate mandatory-units level-2-cap practice-hours practice-literacy-language practice-numeracy " +
    "practice-individuals practice-groups observation-count observation-minutes observation-literacy-language " +
    "observation-numeracy observation-role observation-specialist:guideline specialist-access:recommendation",
  award: "entry:info unit",
};

/** The record that the contract shows, section 2. */
const EXAMPLE = lluk({
  name: "A. Learner",
  role: {
    jobTitle: "LSA",
    setting: "fe-college",
    worksDirectlyWithLearners: true,
    directed: true,
    leadsTheLearning: false,
    promotesIndependence: true,
    locationMeetsStandards: true,
    contextAllowsStandards: true,
    supports: "general",
    areas: [],
    wantsToSpecialise: false,
    aim: "full",
  },
  mentor: true,
  specialistAccess: true,
  skills: {
    english: { level: 2, evidence: "GCSE English grade B" },
    maths: { level: null },
    ict: { level: null },
    initialAssessment: true,
  },
  units: [
    { unit: "M1", level: 3, status: "achieved" },
    { unit: "O03", level: 2, status: "achieved", via: "transfer" },
  ],
  practice: [
    { hours: 30, kind: "employed", area: "general", with: ["individuals", "groups"], date: "2010-03-10" },
  ],
  practiceComplete: true,
  observations: [
    {
      date: "2010-03-10",
      minutes: 60,
      area: "general",
      observer: "course tutor",
      observerIsSpecialist: null,
    },
  ],
  observationsComplete: true,
});

describe("the contract", () => {
  test("names every requirement, and there is no other", async () => {
    const { role, qualifications } = await advise(edition, lluk(), SCENARIO_DAY);
    const groups = [{ id: "role", requirements: role }, ...qualifications];
    for (const { id, requirements } of groups) {
      const wanted = IDS[id as keyof typeof IDS].split(" ").map((each) => each.split(":"));
      const told = requirements.map(({ id: name, kind }) => [name, kind]);
      expect(told).toEqual(wanted.map(([name, kind]) => [`${id}.${name}`, kind ?? "requirement"]));
    }
  });

  test("shows a record that is accepted and advised on", async () => {
    const { recommended, problems, qualifications } = await advise(
      edition,
      recordOf(edition, EXAMPLE),
      SCENARIO_DAY,
    );
    expect(recommended).toMatchObject([{ qualification: "certificate", strength: "primary" }]);
    expect(problems).toEqual([]);
    const [certificate] = qualifications;
    expect(certificate?.requirements.find(({ id }) => id === "certificate.practice-hours")).toMatchObject({
      kind: "requirement",
      status: "met",
      actual: 30,
      required: 30,
      remaining: 0,
      unit: "hours",
      reading: "A23",
    });
    expect(certificate?.credits).toEqual({
      mandatory: { done: 6, needed: 24 },
      optional: { done: 2, needed: 6, usableInExactSet: 2 },
      total: { done: 8, needed: 30 },
      level2: { done: 2, cap: 12 },
    });
  });

  test("shows where the practice hours and the role stand in the source", async () => {
    const { role, qualifications } = await advise(edition, lluk(), SCENARIO_DAY);
    const verdicts = [...role, ...qualifications.flatMap(({ requirements }) => requirements)];
    const citesOf = (id: string) => verdicts.find((verdict) => verdict.id === id)?.cites;
    expect(citesOf("role.directed")).toEqual(["The role of the learning support practitioner:29-35"]);
    expect(citesOf("certificate.practice-hours")).toEqual(["Learning support practice:235-241"]);
  });

  test("has all three qualifications evaluated whatever is told", async () => {
    const told = lluk({ role: { directed: false, leadsTheLearning: true } });
    const { qualifications } = await advise(edition, told, SCENARIO_DAY);
    expect(qualifications.map(({ id }) => id)).toEqual(["certificate", "certificate-lln", "award"]);
    expect(qualifications.every(({ requirements }) => requirements.length > 0)).toBe(true);
  });
});
