/** How far one learner is on the way to what is recommended to them, as somebody who looks after them may see it. */
import type { Edition } from "../advice/edition.ts";
import type { JudgedRule } from "../advice/judgement.ts";
import type { CanStart } from "../advice/recommendation.ts";
import type { Kind } from "../advice/requirement.ts";
import type { Standing } from "../advice/standing.ts";
import { canStartOf } from "../advice/start.ts";

export interface Progress {
  /** The id of what is recommended now; null where nothing is. */
  readonly qualification: string | null;
  readonly canStart: CanStart | null;
  /** Requirements met, of those that apply. Guidelines bar nobody and are not counted (reading A22). */
  readonly done: number;
  readonly of: number;
  /** The ids of those that are not met, or not known. */
  readonly open: readonly string[];
}

/** `ready`: everything that applies is met. `without`: nothing is recommended yet. */
export type Stage = "ready" | "under-way" | "without";
export const STAGES = ["ready", "under-way", "without"] as const satisfies readonly Stage[];

const NONE: Progress = { qualification: null, canStart: null, done: 0, of: 0, open: [] };

const BINDING: ReadonlySet<Kind> = new Set(["gate", "requirement", "info"]);

export function progressOf(
  { judgements, chosen }: Pick<Standing, "judgements" | "chosen">,
  { head }: Pick<Edition, "head">,
): Progress {
  const now = chosen.row.event.params.recommended.find(
    ({ strength }) => strength === "primary" || strength === "conditional",
  );
  const qualification = head.qualifications.find(({ id }) => id === now?.qualification)?.id;
  if (qualification === undefined) return NONE;
  const judged = judgements.requirements.get(qualification) ?? [];
  const counted = judged.filter(({ rule, isApplicable }) => isApplicable && BINDING.has(kindOf(rule)));
  const open = counted.filter(({ judgement }) => judgement.status !== "met");
  const gates = judged.filter(({ rule }) => kindOf(rule) === "gate").map(statusOf);
  return {
    qualification,
    canStart: canStartOf(qualification, gates, chosen),
    done: counted.length - open.length,
    of: counted.length,
    open: open.map(({ rule }) => rule.name),
  };
}

function kindOf({ event }: JudgedRule["rule"]): Kind {
  return event.params.kind;
}

function statusOf({ judgement, isApplicable }: JudgedRule): string {
  return isApplicable ? judgement.status : "not-applicable";
}

export function stageOf({ qualification, open }: Pick<Progress, "qualification" | "open">): Stage {
  if (qualification === null) return "without";
  return open.length === 0 ? "ready" : "under-way";
}
