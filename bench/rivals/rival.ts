/** A rival: another way to run the very same conditions, fact by fact and rule by rule. */
import type { Edition } from "../../src/advice/edition.ts";
import { factsOf } from "../../src/facts/catalogue.ts";
import type { Group } from "../../src/facts/condition.ts";
import type { Facts } from "../../src/facts/derive.ts";
import { certain, type Scalar } from "../../src/facts/value.ts";
import type { Task } from "../measure.ts";

/** Facts by id. Rivals know no ranges: an open sum counts at its lower end. null = not told. */
export type CertainFacts = Readonly<Record<string, Scalar | null>>;

export interface Rival {
  readonly name: string;
  /** Makes ready whatever the rival reads, before the clock starts; the task then judges every rule once. */
  prepare(facts: CertainFacts): Task;
  /** From what the task answered: rule by rule, in the order of `rulesOf`, whether it holds. */
  isMet(answer: unknown): boolean[];
}

export interface Rule {
  readonly name: string;
  readonly conditions: Group;
  readonly event: { readonly type: string; readonly params?: Readonly<Record<string, unknown>> };
}

/** What ours judges for one learner: every requirement, and what decides whether it applies. */
export function rulesOf(edition: Edition): Rule[] {
  const requirements = [...edition.role, ...[...edition.requirements.values()].flat()];
  return requirements.flatMap((requirement) => {
    const { appliesWhen } = requirement.event.params;
    const applies = { name: `${requirement.name} applies`, event: { type: "applies" } };
    return appliesWhen ? [requirement, { ...applies, conditions: appliesWhen }] : [requirement];
  });
}

export function certainFacts(edition: Edition): (facts: Facts) => CertainFacts {
  const ids = factsOf(edition.catalogue).map((fact) => fact.id);
  return (facts) => Object.fromEntries(ids.map((id, place) => [id, finite(certain(facts[place] ?? null))]));
}

/** A difference from an open sum has no lower end: nothing is certain of it, and JSON has no word for infinity. */
function finite(value: Scalar | null): Scalar | null {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

/** For rivals that read `role.directed` as a path. */
export function nested(facts: CertainFacts): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(facts)) {
    const path = id.split(".");
    const last = path.pop() as string;
    let branch = tree;
    for (const key of path) {
      branch[key] ??= {};
      branch = branch[key] as Record<string, unknown>;
    }
    branch[last] = value;
  }
  return tree;
}
