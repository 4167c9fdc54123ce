import { describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { openEdition } from "../../src/advice/edition.ts";
import { exactSets } from "../../src/advice/plan.ts";
import { SCENARIO_DAY } from "../../src/content/scenario.ts";
import { runScenario } from "../../src/content/scenario-run.ts";
import { LLUK, loadEdition, loadScenarios, ORCHARD, readContent, recordOf } from "../editions/load.ts";

const edition = loadEdition(ORCHARD);
const files = loadScenarios(ORCHARD);

describe("an edition of another country, made of JSON alone", () => {
  test("is read without a finding", () => {
    const { content, findings } = readContent(ORCHARD);
    expect(findings).toEqual([]);
    expect(content?.head.qualifications.map(({ id }) => id)).toEqual(["library-helper", "story-guide"]);
  });

  test("has its own optional totals with their own exact sets", () => {
    const group = edition.units.groups.find(({ kind }) => kind === "optional");
    const setsOf = (total: number) => (group ? exactSets(edition.units, group, total) : []);
    expect(group?.totals).toEqual([8, 12]);
    expect(setsOf(8).map((set) => set.map(({ id }) => id).join())).toEqual(["E1,E2", "E3,E4"]);
    expect(setsOf(12).map((set) => set.map(({ id }) => id).join())).toEqual(["E1,E2,E3", "E1,E2,E4"]);
  });

  test("advises on its own qualifications and says its own words", async () => {
    const record = recordOf(edition, {
      format: "signpost.record/1",
      edition: "orchard-2031",
      age: 15,
      post: { kind: "trainee" },
    });
    const advice = await advise(edition, record, SCENARIO_DAY);
    expect(advice.edition).toBe("orchard-2031");
    expect(advice.qualifications.map(({ why }) => why)).toEqual([
      "A post in a library is needed first. A post comes first; a trainee place is not one.",
      "Age and the background check come first. You may join in 1 year. Not known yet: whether your background check is done.",
    ]);
    expect(advice.notes.map(({ id }) => id)).toEqual(["trainee-place"]);
  });

  test("names its own question where a unit is claimed twice", async () => {
    const units = [1, 2].map(() => ({ unit: "L1", status: "achieved" }));
    const record = recordOf(edition, { format: "signpost.record/1", edition: "orchard-2031", units });
    const { problems } = await advise(edition, record, SCENARIO_DAY);
    expect(problems).toMatchObject([{ code: "unit-twice", place: "units[1]", question: "modules" }]);
  });

  test("takes an interest from an answer with several values", async () => {
    const [first] = edition.units.interests;
    const interests = [{ fact: "languages", value: "welsh", tags: first?.tags ?? [] }];
    const ofWelsh = openEdition({ ...edition, units: { ...edition.units, interests } });
    const told = { format: "signpost.record/1", edition: "orchard-2031", units: [], languages: ["welsh"] };
    const { qualifications } = await advise(ofWelsh, recordOf(edition, told), SCENARIO_DAY);
    expect(qualifications[0]?.plans[0]?.units).toEqual(["E3", "E4"]);
  });

  /** The status of the chosen units under other allowed totals: the units are worth 5, 3, 4 and 4. */
  async function chosen(totals: number[], units: { unit: string; status: string }[]) {
    const groups = edition.units.groups.map((group) =>
      group.kind === "optional" ? { ...group, totals } : group,
    );
    const other = openEdition({ ...edition, units: { ...edition.units, groups } });
    const record = recordOf(other, { format: "signpost.record/1", edition: "orchard-2031", units });
    const { qualifications } = await advise(other, record, SCENARIO_DAY);
    return qualifications[0]?.requirements.find(({ id }) => id === "library-helper.chosen-units")?.status;
  }
  const achieved = (unit: string) => ({ unit, status: "achieved" });
  const planned = (unit: string) => ({ unit, status: "planned" });

  test("keeps a choice met when one more unit is planned, where two totals are allowed", async () => {
    expect(await chosen([8, 12], [achieved("E3"), achieved("E4")])).toBe("met");
    expect(await chosen([8, 12], [achieved("E3"), achieved("E4"), planned("E1")])).toBe("met");
  });

  test("holds nine credits with no exact eight among them to be unmet, where sixteen are allowed too", async () => {
    expect(await chosen([8], [achieved("E1"), achieved("E3")])).toBe("unmet");
    expect(await chosen([8, 16], [achieved("E1"), achieved("E3")])).toBe("unmet");
  });

  test("refuses a record of the other edition, and its own record is refused there", () => {
    const [ours, theirs] = ["orchard-2031", "lluk-2010"].map((id) => ({
      format: "signpost.record/1",
      edition: id,
    }));
    expect(() => recordOf(edition, theirs)).toThrow("edition");
    expect(() => recordOf(loadEdition(LLUK), ours)).toThrow("edition");
    expect(() => recordOf(edition, { ...ours, practice: [] })).toThrow("practice");
  });
});

describe.each(files)("orchard-2031/scenarios/$name", (file) => {
  test.each(file.scenarios)("$title", async (scenario) => {
    expect(await runScenario(edition, scenario)).toEqual([]);
  });
});
