import fc from "fast-check";
import { expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { openEdition } from "../../src/advice/edition.ts";
import { SCENARIO_DAY } from "../../src/content/scenario.ts";
import { patched } from "../../src/record/patch.ts";
import type { LearnerRecord } from "../../src/record/record.ts";
import { LLUK, loadContent } from "../editions/load.ts";
import { recommendationFor } from "./recommended.ts";
import { anyRecord } from "./records.ts";
import { observationStatuses, practiceStatuses } from "./worlds.ts";

const content = loadContent(LLUK);
const edition = openEdition(content);
const SEED = 20101123;
const TIMEOUT = 60_000;

/** Every way to complete four half-told entries can still be tried one by one. */
function shortened(record: LearnerRecord): LearnerRecord {
  const few = (list: unknown) => (Array.isArray(list) ? list.slice(0, 4) : list);
  return { ...record, practice: few(record.practice), observations: few(record.observations) };
}

test(`hours and observations are judged as the leaflet's figures say, seed ${SEED}`, {
  timeout: TIMEOUT,
}, async () => {
  const property = fc.asyncProperty(anyRecord(content, 1).map(shortened), async (record) => {
    const { qualifications } = await advise(edition, record, SCENARIO_DAY);
    const statuses = new Map(
      qualifications.flatMap((each) => each.requirements.map(({ id, status }) => [id, status])),
    );
    const wanted = { ...practiceStatuses(record), ...observationStatuses(record) };
    expect(Object.fromEntries(Object.keys(wanted).map((id) => [id, statuses.get(id)]))).toEqual(wanted);
  });
  await fc.assert(property, { seed: SEED, numRuns: 2_000 });
});

/** A row that the contract's table does not have: no direct work with learners (fact sheet, section 4). */
function withLearners(record: LearnerRecord): LearnerRecord {
  return patched(record, { "role.worksDirectlyWithLearners": true });
}

test(`what is recommended, and can start, is as the contract's table says, seed ${SEED}`, {
  timeout: TIMEOUT,
}, async () => {
  const property = fc.asyncProperty(anyRecord(content, 1).map(withLearners), async (record) => {
    const advice = await advise(edition, record, SCENARIO_DAY);
    const recommended = advice.recommended.map(
      ({ qualification, strength }) => `${qualification} ${strength}`,
    );
    const canStart = Object.fromEntries(advice.qualifications.map((each) => [each.id, each.canStart]));
    expect({ recommended, canStart }).toEqual(recommendationFor(record));
  });
  await fc.assert(property, { seed: SEED, numRuns: 4_000 });
});

test("advice on any record has finite figures and no wording left unfilled", {
  timeout: TIMEOUT,
}, async () => {
  const property = fc.asyncProperty(anyRecord(content), async (record) => {
    const advice = await advise(edition, record, SCENARIO_DAY);
    expect(JSON.parse(JSON.stringify(advice))).toEqual(advice);
    expect(JSON.stringify(advice)).not.toMatch(/\{[a-z]+\}|undefined|NaN|Infinity/);
  });
  await fc.assert(property, { seed: SEED, numRuns: 2_000 });
});
