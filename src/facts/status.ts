/** The three values of a condition, after Kleene: what is not known stays not known until it cannot matter. */

export const STATUSES = ["met", "unmet", "unknown"] as const;
export type Status = (typeof STATUSES)[number];

export function allOf(statuses: readonly Status[]): Status {
  if (statuses.includes("unmet")) return "unmet";
  return statuses.includes("unknown") ? "unknown" : "met";
}

export function anyOf(statuses: readonly Status[]): Status {
  if (statuses.includes("met")) return "met";
  return statuses.includes("unknown") ? "unknown" : "unmet";
}

export function flipped(status: Status): Status {
  if (status === "unknown") return "unknown";
  return status === "met" ? "unmet" : "met";
}
