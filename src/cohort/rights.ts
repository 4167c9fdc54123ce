/** Who may do what with a cohort. Whoever is not named in a row may not. */

export const ROLES = ["manager", "assessor", "learner"] as const;
export type Role = (typeof ROLES)[number];

/** `see`: everybody's progress. `confirm`: somebody's evidence. `manage`: everything else. */
export type Act = "see" | "confirm" | "manage";

const MAY: Readonly<Record<Act, readonly Role[]>> = {
  see: ["manager", "assessor"],
  confirm: ["manager", "assessor"],
  manage: ["manager"],
};

export function may(role: Role, act: Act): boolean {
  return MAY[act].includes(role);
}
