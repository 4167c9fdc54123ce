/** Runs a golden learner: does advice on the record say what the scenario expects? */
import { isDeepStrictEqual } from "node:util";
import { type Advice, advise } from "../advice/advise.ts";
import type { Edition } from "../advice/edition.ts";
import type { Flaw } from "../facts/flaw.ts";
import type { LearnerRecord } from "../record/record.ts";
import { SCENARIO_DAY, type Scenario } from "./scenario.ts";

/** Every figure that differs, with its place inside the scenario. The record has to be one that the edition accepts. */
export async function runScenario(edition: Edition, { record, expect }: Scenario): Promise<Flaw[]> {
  const advice = await advise(edition, record as LearnerRecord, SCENARIO_DAY);
  return differences(expect, summaryOf(advice), "expect");
}

/** The advice in the shape of an expectation. */
function summaryOf({ recommended, role, qualifications, problems }: Advice) {
  const byId = <T>(value: (each: Advice["qualifications"][number]) => T) =>
    Object.fromEntries(qualifications.map((each) => [each.id, value(each)]));
  const verdicts = qualifications.flatMap(({ requirements }) => requirements);
  return {
    recommended: recommended.map(({ qualification, strength }) => ({ qualification, strength })),
    canStart: byId(({ canStart }) => canStart),
    role: Object.fromEntries(role.map(({ id, status }) => [id, status])),
    requirements: Object.fromEntries(verdicts.map((verdict) => [verdict.id, verdict])),
    credits: byId(({ credits }) => credits),
    plans: byId(({ plans }) => ({ count: plans.length, first: plans[0] ?? null })),
    problems: problems.map(({ code }) => code),
  } satisfies Record<keyof Scenario["expect"], unknown>;
}

/** Lists are compared whole, objects by the keys that are expected. */
function differences(expected: unknown, actual: unknown, path: string): Flaw[] {
  if (isPlain(expected) && isPlain(actual)) {
    return Object.entries(expected).flatMap(([key, value]) =>
      value === undefined ? [] : differences(value, actual[key], `${path}.${key}`),
    );
  }
  if (isDeepStrictEqual(expected, actual)) return [];
  const wrong = `expected ${JSON.stringify(expected)}, and the rules say ${JSON.stringify(actual) ?? "nothing"}`;
  return [{ path, wrong, right: "mend the rule, or the expectation if the source is with the rule" }];
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
