/** A second evaluator of the same JSON, as plain closures in three values: it has to agree with json-rules-engine. */
import type { EditionContent } from "../../src/advice/edition.ts";
import type { Requirement } from "../../src/advice/requirement.ts";
import type { Condition, Leaf, Operator } from "../../src/facts/condition.ts";
import type { LearnerRecord } from "../../src/record/record.ts";
import { countUnits, usableCounter } from "./counted.ts";
import {
  certainly,
  isSpan,
  type Known,
  type Look,
  lookups,
  type Scalar,
  type Told,
  type Truth,
} from "./known.ts";

export interface Finding {
  readonly status: "met" | "unmet" | "unknown" | "not-applicable";
  /** The certain value of the fact that decides. */
  readonly actual: Scalar | null;
}
/** What is found for every requirement of the role and of every qualification, by its id. */
export type Oracle = (record: LearnerRecord) => ReadonlyMap<string, Finding>;

interface Outcome {
  readonly truth: Truth;
  readonly actual: Known;
}
type Weigh = (told: Told) => Outcome;

export function oracleOf(content: EditionContent): Oracle {
  const looks = lookups(content.catalogue);
  const rules = [...content.role, ...[...content.requirements.values()].flat()];
  const finders = rules.map((rule) => [rule.name, finder(rule, looks)] as const);
  const tell = teller(content);
  return (record) => {
    const told = tell(record);
    return new Map(finders.map(([id, find]) => [id, find(told)]));
  };
}

function teller({ units }: EditionContent): (record: LearnerRecord) => Told {
  const optional = units.groups.filter(({ kind }) => kind === "optional");
  const counters = optional.map((group) => [group.id, usableCounter(units, group)] as const);
  return (record) => {
    const claims = record.units as Parameters<typeof countUnits>[1] | null | undefined;
    if (!claims) return { record, units: undefined, usable: undefined };
    const counted = countUnits(units, claims);
    const usable = Object.fromEntries(counters.map(([id, count]) => [id, count(counted)]));
    return { record, units: counted, usable };
  };
}

function finder(rule: Requirement, looks: ReadonlyMap<string, Look>): (told: Told) => Finding {
  const weigh = compiled(rule.conditions, looks);
  const { appliesWhen } = rule.event.params;
  const applies = appliesWhen && compiled(appliesWhen, looks);
  return (told) => {
    const { truth, actual } = weigh(told);
    const status =
      applies?.(told).truth === -1 ? "not-applicable" : truth === 0 ? "unknown" : truth > 0 ? "met" : "unmet";
    return { status, actual: certainly(actual) };
  };
}

/** `all` is worth as much as its worst part, `any` as its best; the first part worth that much decides. */
export function compiled(condition: Condition, looks: ReadonlyMap<string, Look>): Weigh {
  if ("all" in condition) return group(condition.all, looks, (a, b) => a < b);
  if ("any" in condition) return group(condition.any, looks, (a, b) => a > b);
  if ("not" in condition) {
    const weigh = compiled(condition.not, looks);
    return (told) => {
      const { truth, actual } = weigh(told);
      return { truth: (0 - truth) as Truth, actual };
    };
  }
  const look = looks.get(condition.fact);
  if (!look) throw new Error(`oracle: there is no fact "${condition.fact}"`);
  return (told) => {
    const actual = look(told);
    return { truth: leafTruth(condition, actual), actual };
  };
}

function group(
  parts: readonly Condition[],
  looks: ReadonlyMap<string, Look>,
  wins: (a: Truth, b: Truth) => boolean,
): Weigh {
  const weighs = parts.map((part) => compiled(part, looks));
  return (told) =>
    weighs.map((weigh) => weigh(told)).reduce((best, next) => (wins(next.truth, best.truth) ? next : best));
}

const HOLDS: Record<Operator, (actual: Scalar, wanted: unknown) => boolean> = {
  greaterThanInclusive: (actual, wanted) => actual >= (wanted as Scalar),
  greaterThan: (actual, wanted) => actual > (wanted as Scalar),
  lessThanInclusive: (actual, wanted) => actual <= (wanted as Scalar),
  lessThan: (actual, wanted) => actual < (wanted as Scalar),
  equal: (actual, wanted) => actual === wanted,
  notEqual: (actual, wanted) => actual !== wanted,
  in: (actual, wanted) => (wanted as readonly Scalar[]).includes(actual),
  notIn: (actual, wanted) => !(wanted as readonly Scalar[]).includes(actual),
};

/** A span is sure of what holds at both its ends; whether it is equal to something is open until it is one point. */
function leafTruth({ operator, value }: Leaf, actual: Known): Truth {
  if (actual === undefined) return 0;
  const holds = (end: Scalar): Truth => (HOLDS[operator](end, value) ? 1 : -1);
  if (!isSpan(actual)) return holds(actual);
  const isOrder = operator.startsWith("greater") || operator.startsWith("less");
  if (actual.low !== actual.high && !isOrder) return 0;
  return holds(actual.low) === holds(actual.high) ? holds(actual.low) : 0;
}
