import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learnersOf } from "../../bench/learners.ts";
import type { Edition } from "../../src/advice/edition.ts";
import { groundsOf } from "../../src/advice/grounds.ts";
import { stand } from "../../src/advice/standing.ts";
import { evidenceIn, withEvidence } from "../../src/record/evidence.ts";
import type { LearnerRecord } from "../../src/record/record.ts";
import { library } from "../bot/team/college.ts";

const edition = library.editions.get(library.interview.edition) as Edition;
const TODAY = "2026-11-23";
const AT = "2026-11-20T10:00:00.000Z";
const [amy, ben] = library.team.map(({ record }) => record) as [LearnerRecord, LearnerRecord];

function keysOf(record: LearnerRecord, of?: string): string[] {
  return evidenceIn(edition.catalogue, record).flatMap((each) => (!of || each.of === of ? [each.key] : []));
}

function confirming(keys: readonly string[], by = "Priya Shah", at = AT) {
  return keys.map((key) => ({ key, by, at }));
}

async function statuses(record: LearnerRecord) {
  const { judgements } = await stand(edition, record, TODAY);
  return [...judgements.requirements.values()]
    .flat()
    .map(
      ({ rule, judgement, isApplicable }) =>
        [rule.name, isApplicable ? judgement.status : "not-applicable"] as const,
    );
}

describe("a piece of evidence", () => {
  test("has a key of its content: changed, it is another, and equal ones are told apart", () => {
    const [one, two, three] = keysOf(amy, "observations");
    expect(one).toMatch(/^observations:[0-9a-f]{12}$/);
    expect([two, three]).toEqual([`${one}:2`, `${one}:3`]);
    const [before] = keysOf(amy, "practice");
    const changed = { ...amy, practice: [{ ...(amy.practice as object[])[0], hours: 60 }] };
    expect(keysOf(changed, "practice")[0]).not.toBe(before);
  });

  test("does not depend on the order in which its fields were told, nor on what is not told", () => {
    const record = (entry: object) => ({ ...amy, practice: [entry] }) as LearnerRecord;
    expect(keysOf(record({ hours: 3, kind: "employed", date: null }), "practice")).toEqual(
      keysOf(record({ kind: "employed", hours: 3 }), "practice"),
    );
  });

  test("is also what shows a level", () => {
    const record = {
      ...amy,
      skills: { english: { level: 2, evidence: "GCSE" }, maths: { level: null } },
    } as LearnerRecord;
    expect(evidenceIn(edition.catalogue, record).at(-1)).toMatchObject({
      of: "skills.english",
      content: { level: 2, evidence: "GCSE" },
    });
  });

  test("taken away leaves the record as if it had not been told", () => {
    const bare = withEvidence(edition.catalogue, amy, () => false);
    expect(bare).toMatchObject({ units: [], practice: [], observations: [], mentor: true });
    expect(withEvidence(edition.catalogue, { ...amy, units: null }, () => false)).toMatchObject({
      units: null,
    });
  });
});

describe("what a requirement rests on", () => {
  test("is a learner's word where nobody has confirmed anything", async () => {
    const grounds = await groundsOf(edition, amy, [], TODAY);
    expect(grounds.get("certificate.practice-hours")).toEqual({ kind: "word", actual: 0, by: [], at: null });
    expect(grounds.has("certificate.mentor")).toBe(false);
  });

  test("is confirmed by whom and when, where confirmed evidence alone meets it", async () => {
    const [first = "", ...others] = keysOf(amy, "observations");
    const confirmations = [
      ...confirming([first], "Jo Lee", "2026-11-21T10:00:00.000Z"),
      ...confirming(others),
      ...confirming(keysOf(amy, "practice")),
    ];
    const grounds = await groundsOf(edition, amy, confirmations, TODAY);
    expect(grounds.get("certificate.practice-hours")).toEqual({
      kind: "confirmed",
      actual: 31,
      by: ["Priya Shah"],
      at: AT,
    });
    expect(grounds.get("certificate.assessed-minutes")).toEqual({
      kind: "confirmed",
      actual: 180,
      by: ["Jo Lee", "Priya Shah"],
      at: "2026-11-21T10:00:00.000Z",
    });
    expect(grounds.get("certificate.mandatory-units")).toMatchObject({ kind: "word", actual: 0 });
  });

  test("is so much of it, where that is not enough, or where it is not met at all", async () => {
    const [one = ""] = keysOf(amy, "observations");
    const some = await groundsOf(edition, amy, confirming([one]), TODAY);
    expect(some.get("certificate.assessed-minutes")).toMatchObject({ kind: "part", actual: 60 });
    const open = await groundsOf(edition, ben, confirming(keysOf(ben, "practice")), TODAY);
    expect(open.get("certificate.practice-hours")).toMatchObject({ kind: "part", actual: 22.5 });
  });

  test("of what was changed since is the learner's word again", async () => {
    const changed = { ...amy, practice: [{ ...(amy.practice as object[])[0], hours: 60 }] } as LearnerRecord;
    const grounds = await groundsOf(edition, changed, confirming(keysOf(amy, "practice")), TODAY);
    expect(grounds.get("certificate.practice-hours")).toMatchObject({ kind: "word" });
  });

  test("never says more than the record, and everything confirmed is nothing on anybody's word", async () => {
    const learners = learnersOf(edition, 200, { seed: 61, isFullyTold: true });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 199 }), fc.infiniteStream(fc.boolean()), async (place, coins) => {
        const record = learners[place] as LearnerRecord;
        const before = structuredClone(record);
        const all = keysOf(record);
        const some = all.filter(() => coins.next().value);
        const grounds = await groundsOf(edition, record, confirming(some), TODAY);
        const status = new Map(await statuses(record));
        for (const [id, { kind }] of grounds) if (kind === "word") expect(status.get(id)).toBe("met");
        const full = await groundsOf(edition, record, confirming(all), TODAY);
        for (const [id, { kind }] of full)
          if (status.get(id) === "met") expect([id, kind]).toEqual([id, "confirmed"]);
        expect(record).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
