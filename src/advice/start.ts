/** Whether a qualification can be started: its gates say so, unless the recommendation overrules them. */
import type { ChosenRow } from "./judgement.ts";
import type { CanStart } from "./recommendation.ts";

/** `gates`: how each gate of the qualification `id` stands. */
export function canStartOf(id: string, gates: readonly string[], { row }: ChosenRow): CanStart {
  return row.event.params.canStart?.[id]?.status ?? startBy(gates);
}

/** What the gates alone say. */
export function startBy(gates: readonly string[]): "yes" | "no" | "unknown" {
  if (gates.includes("unmet")) return "no";
  return gates.includes("unknown") ? "unknown" : "yes";
}
