import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openEdition } from "../../src/advice/edition.ts";
import { stand } from "../../src/advice/standing.ts";
import { verdictOf } from "../../src/advice/verdict.ts";
import { SCENARIO_DAY } from "../../src/content/scenario.ts";
import { placeholdersOf } from "../../src/facts/template.ts";
import { LLUK, loadContent, ORCHARD } from "../editions/load.ts";
import { anyRecord } from "../oracle/records.ts";

const SEED = 20101123;

describe.each([
  { name: "lluk-2010", path: LLUK },
  { name: "orchard-2031", path: ORCHARD },
])("the wording of a verdict of $name", ({ path }) => {
  const content = loadContent(path);
  const edition = openEdition(content);

  test(`names no figure that is not known, seed ${SEED}`, { timeout: 60_000 }, async () => {
    const blanks = new Set<string>();
    for (const record of fc.sample(anyRecord(content, 4), { seed: SEED, numRuns: 2_000 })) {
      const { judgements } = await stand(edition, record, SCENARIO_DAY);
      for (const { rule, judgement, isApplicable } of [
        ...judgements.requirements.values(),
        judgements.role,
      ].flat()) {
        const verdict = verdictOf(content.catalogue, rule, judgement, isApplicable);
        if (verdict.status === "not-applicable") continue;
        const named = placeholdersOf(rule.event.params.messages[verdict.status]);
        const unknown = named.filter((name) => verdict[name as "actual" | "remaining"] === null);
        for (const name of unknown) blanks.add(`${verdict.id}, ${verdict.status}: {${name}}`);
      }
    }
    expect([...blanks].sort()).toEqual([]);
  });

  test(`leaves over an amount only where more of the same would do, seed ${SEED}`, {
    timeout: 60_000,
  }, async () => {
    for (const record of fc.sample(anyRecord(content, 1), { seed: SEED, numRuns: 1_000 })) {
      const { judgements } = await stand(edition, record, SCENARIO_DAY);
      for (const { rule, judgement, isApplicable } of [...judgements.requirements.values()].flat()) {
        const { status, remaining, actual, required } = verdictOf(
          content.catalogue,
          rule,
          judgement,
          isApplicable,
        );
        if (status === "met") expect(remaining, rule.name).toBe(0);
        if (status === "unmet") expect(remaining, rule.name).not.toBe(0);
        if (remaining) expect(Number(actual) + remaining, rule.name).toBe(required);
      }
    }
  });
});
