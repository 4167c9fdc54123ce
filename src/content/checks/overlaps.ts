/** Two requirements of one qualification that say the same, or that nobody can meet together. */
import type { Condition } from "../../facts/condition.ts";
import { leavesOf } from "../../facts/condition.ts";
import { errorAt, type Finding } from "../finding.ts";
import type { CheckedEdition } from "./checked.ts";
import { type PlacedRequirement, requirementsOf } from "./rules.ts";
import { canBe, openFacts } from "./world.ts";

export function overlaps(edition: CheckedEdition): Finding[] {
  const all = requirementsOf(edition).filter(({ file, path }) =>
    edition.conditions.some((each) => each.file === file && each.path === `${path}.conditions`),
  );
  return all.flatMap((second, at) =>
    all
      .slice(0, at)
      .filter((first) => first.of === second.of)
      .flatMap((first) => pairFinding(edition, first, second)),
  );
}

function pairFinding(
  { content }: CheckedEdition,
  { rule: first }: PlacedRequirement,
  { file, path, rule: second }: PlacedRequirement,
): Finding[] {
  const place = `${path}.conditions`;
  if (sameness(first) === sameness(second)) {
    const wrong = `"${second.name}" has the same conditions as "${first.name}"`;
    return [errorAt(file, place, wrong, "take one of them out")];
  }
  const both = [first.conditions, second.conditions];
  const shared = leavesOf(first.conditions).some(({ fact }) =>
    leavesOf(second.conditions).some((leaf) => leaf.fact === fact),
  );
  if (!shared || canBeMet(content, both)) return [];
  if (both.some((condition) => !canBeMet(content, [condition]))) return [];
  const wrong = `nobody can meet "${second.name}" and "${first.name}" together`;
  return [errorAt(file, place, wrong, "mend the values, or say when each applies with appliesWhen")];
}

function canBeMet(content: CheckedEdition["content"], conditions: readonly Condition[]): boolean {
  const open = openFacts(content, conditions);
  const wishes = conditions.map((condition) => ({ condition, wished: ["met"] as const }));
  return open === null || canBe(open, wishes);
}

/** The same text for conditions that differ in their order only. */
function sameness({ conditions, event }: PlacedRequirement["rule"]): string {
  const { appliesWhen } = event.params;
  return `${sorted(conditions)} where ${appliesWhen ? sorted(appliesWhen) : "always"}`;
}

export function sorted(condition: Condition): string {
  if ("all" in condition) return `all(${condition.all.map(sorted).sort().join()})`;
  if ("any" in condition) return `any(${condition.any.map(sorted).sort().join()})`;
  if ("not" in condition) return `not(${sorted(condition.not)})`;
  return JSON.stringify([condition.fact, condition.operator, condition.value]);
}
