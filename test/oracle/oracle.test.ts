import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Edition, openEdition } from "../../src/advice/edition.ts";
import { stand } from "../../src/advice/standing.ts";
import { SCENARIO_DAY } from "../../src/content/scenario.ts";
import { certain } from "../../src/facts/value.ts";
import type { LearnerRecord } from "../../src/record/record.ts";
import { LLUK, loadContent, ORCHARD, recordOf } from "../editions/load.ts";
import { placesTold, withoutPlace } from "./forgotten.ts";
import { type Finding, oracleOf } from "./oracle.ts";
import { anyRecord } from "./records.ts";

const SEED = 20101123;
const TIMEOUT = 60_000;

/** What src says of every requirement, in the oracle's shape. */
async function found(edition: Edition, record: LearnerRecord): Promise<Map<string, Finding>> {
  const { judgements } = await stand(edition, record, SCENARIO_DAY);
  const judged = [...judgements.role, ...[...judgements.requirements.values()].flat()];
  return new Map(
    judged.map(({ rule, judgement, isApplicable }) => {
      const status = isApplicable ? judgement.status : "not-applicable";
      return [rule.name, { status, actual: certain(judgement.measure.actual) }];
    }),
  );
}

/** The requirements that were met and are unmet now, or the other way round. */
function flips(before: ReadonlyMap<string, Finding>, after: ReadonlyMap<string, Finding>): string[] {
  const isDefinite = (finding: Finding | undefined) =>
    finding?.status === "met" || finding?.status === "unmet";
  return [...before.keys()].filter((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    return isDefinite(was) && isDefinite(is) && was?.status !== is?.status;
  });
}

describe.each([
  { name: "lluk-2010", path: LLUK, numRuns: 10_000, some: 4_000 },
  { name: "orchard-2031", path: ORCHARD, numRuns: 2_000, some: 1_000 },
])(`$name, seed ${SEED}`, ({ path, numRuns, some }) => {
  const content = loadContent(path);
  const edition = openEdition(content);

  test("every random record is one that the edition accepts", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(anyRecord(content), (record) => {
        expect(recordOf(content, record)).toEqual(record);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  test("the engine and the oracle agree on every requirement", { timeout: TIMEOUT }, async () => {
    const oracle = oracleOf(content);
    const property = fc.asyncProperty(anyRecord(content), async (record) => {
      expect(await found(edition, record)).toEqual(oracle(record));
    });
    await fc.assert(property, { seed: SEED, numRuns });
  });

  test("telling one more thing never turns met into unmet or unmet into met", {
    timeout: TIMEOUT,
  }, async () => {
    const property = fc.asyncProperty(anyRecord(content, 1), fc.nat(), async (record, pick) => {
      const places = placesTold(content, record);
      const place = places[pick % places.length];
      if (!place) return;
      const before = await found(edition, withoutPlace(record, place));
      expect(flips(before, await found(edition, record)), `telling ${place.join(".")}`).toEqual([]);
    });
    await fc.assert(property, { seed: SEED, numRuns: some });
  });

  test("saying that an open list is all of it never flips a definite verdict", {
    timeout: TIMEOUT,
  }, async () => {
    const flags = content.catalogue.lists.flatMap(({ complete }) => complete ?? []);
    const property = fc.asyncProperty(anyRecord(content), async (record) => {
      const as = (isAll: boolean) => ({
        ...record,
        ...Object.fromEntries(flags.map((flag) => [flag, isAll])),
      });
      expect(flips(await found(edition, as(false)), await found(edition, as(true)))).toEqual([]);
    });
    await fc.assert(property, { seed: SEED, numRuns: some });
  });

  test("the random records reach every status that a requirement can have", {
    timeout: TIMEOUT,
  }, async () => {
    const seen = new Map<string, Set<string>>();
    for (const record of fc.sample(anyRecord(content, 1), { seed: SEED, numRuns: some })) {
      for (const [id, { status }] of await found(edition, record)) {
        seen.set(id, (seen.get(id) ?? new Set()).add(status));
      }
    }
    const poor = [...seen].filter(
      ([, statuses]) => !["met", "unmet", "unknown"].every((each) => statuses.has(each)),
    );
    expect(poor.map(([id]) => id).sort()).toEqual(
      path === LLUK
        ? ["award.entry", "certificate-lln.level-2-cap", "certificate.entry", "certificate.level-2-cap"]
        : [],
    );
  });
});
