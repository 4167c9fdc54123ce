/** What to do next, in the order that helps most: what bars the door, then what takes longest, then the rest. */
import type { Problem } from "../record/problem.ts";
import type { Edition } from "./edition.ts";
import { urgency } from "./requirement.ts";
import type { Verdict } from "./verdict.ts";

/** One line for each verdict that is not met; `verdicts` are those of what is recommended now, `after` comes last. */
export function nextSteps(
  edition: Edition,
  verdicts: readonly Verdict[],
  problems: readonly Problem[],
  after: readonly string[],
): string[] {
  const undone = verdicts.filter(({ status }) => status === "unmet" || status === "unknown");
  const ranked = undone.sort((a, b) => rank(a) - rank(b) || hoursLeft(edition, b) - hoursLeft(edition, a));
  return [...problems.map(({ says }) => says), ...ranked.map(({ says }) => says), ...after];
}

function rank({ kind, status }: Verdict): number {
  return urgency(kind) * 2 + (status === "unknown" ? 1 : 0);
}

/** About how long it takes, in hours, by the measure's own figure. */
function hoursLeft(edition: Edition, { remaining, unit }: Verdict): number {
  const measure = edition.catalogue.measures.find((each) => each.id === unit);
  return (remaining ?? 0) * (measure?.hoursEach ?? 0);
}
