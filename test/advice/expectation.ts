/** Advice in the shape of a scenario's expectation, cut down to what the scenario speaks about. */
import { type Advice, advise } from "../../src/advice/advise.ts";
import type { Edition } from "../../src/advice/edition.ts";
import { SCENARIO_DAY, type Scenario } from "../../src/content/scenario.ts";
import { recordOf } from "../editions/load.ts";

type Expectation = Scenario["expect"];
type Plain = Readonly<Record<string, unknown>>;

/** What advice on the scenario's record says wherever the scenario expects something. */
export async function answerTo(edition: Edition, { record, expect }: Scenario): Promise<unknown> {
  const advice = await advise(edition, recordOf(edition, record), SCENARIO_DAY);
  return partOf(summaryOf(advice), expect);
}

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
    plans: byId(({ plans }) => ({ count: plans.length, first: plans[0] })),
    problems: problems.map(({ code }) => code),
  } satisfies Record<keyof Expectation, unknown>;
}

/** Lists are compared whole, objects by the keys that are expected: a key that is not there stays undefined. */
function partOf(actual: unknown, expected: unknown): unknown {
  if (!isPlain(actual) || !isPlain(expected)) return actual;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, partOf(actual[key], expected[key])]));
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
