/** Every requirement is expected at every status that it can have, by some golden learner. */
import type { EditionContent } from "../../advice/edition.ts";
import type { Requirement } from "../../advice/requirement.ts";
import { STATUSES } from "../../facts/status.ts";
import { errorAt, type Finding } from "../finding.ts";
import type { Scenario } from "../scenario.ts";
import type { CheckedScenarios } from "./checked.ts";
import { statusesOf } from "./outcomes.ts";
import { requirementsOf } from "./rules.ts";
import { canBe, openFacts } from "./world.ts";

export function coverage({ edition, scenarios }: CheckedScenarios): Finding[] {
  if (scenarios.length === 0) {
    const right = "add scenarios/*.json: a record each, and what advice on it must say";
    return [errorAt(`${edition.folder}/scenarios`, "", "there are no golden learners here", right)];
  }
  const seen = new Set(scenarios.flatMap(({ scenario }) => expected(scenario)));
  return requirementsOf(edition).flatMap(({ file, path, rule }) => {
    const unseen = possibleStatuses(edition.content, rule).filter(
      (status) => !seen.has(`${rule.name} ${status}`),
    );
    if (unseen.length === 0) return [];
    const wrong = `no scenario expects "${rule.name}" to be ${unseen.join(", or ")}`;
    return [errorAt(file, path, wrong, `add a golden learner for it to ${edition.folder}/scenarios`)];
  });
}

function expected({ expect }: Scenario): string[] {
  const role = Object.entries(expect.role ?? {}).map(([id, status]) => `${id} ${status}`);
  const others = Object.entries(expect.requirements ?? {}).map(([id, { status }]) => `${id} ${status}`);
  return [...role, ...others];
}

/** Where a requirement applies only sometimes, what counts is what it can be while it does. */
function possibleStatuses(content: EditionContent, { conditions, event }: Requirement): string[] {
  const { appliesWhen } = event.params;
  if (!appliesWhen) return [...(statusesOf(content, conditions) ?? [])];
  const open = openFacts(content, [conditions, appliesWhen]);
  if (!open) return [];
  const applies = { condition: appliesWhen, wished: ["met", "unknown"] as const };
  const statuses = STATUSES.filter((status) =>
    canBe(open, [{ condition: conditions, wished: [status] }, applies]),
  );
  const canBeOut = canBe(open, [{ condition: appliesWhen, wished: ["unmet"] }]);
  return canBeOut ? [...statuses, "not-applicable"] : statuses;
}
