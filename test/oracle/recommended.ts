/** The table "What is recommended when" of the contract, by hand: not from recommend.json. */
import type { LearnerRecord } from "../../src/record/record.ts";

interface Role {
  readonly setting?: string | null;
  readonly directed?: boolean | null;
  readonly leadsTheLearning?: boolean | null;
  readonly supports?: string | null;
  readonly wantsToSpecialise?: boolean | null;
  readonly aim?: string | null;
}
type Skill = { readonly level?: number | null } | null;
type Claim = { readonly unit: string; readonly level?: number | null; readonly status: string };

export interface Recommendation {
  readonly recommended: readonly string[];
  readonly canStart: Readonly<Record<string, string>>;
}

/** `recommended` as "qualification strength", in order. */
export function recommendationFor(record: LearnerRecord): Recommendation {
  const role = (record.role ?? {}) as Role;
  const skills = (record.skills ?? {}) as { english?: Skill; maths?: Skill };
  const levels = [skills.english?.level ?? null, skills.maths?.level ?? null];
  const isBelow = levels.some((level) => level !== null && level < 2);
  const areBoth = levels.every((level) => level !== null && level >= 2);
  const hasM1 = ((record.units ?? []) as Claim[]).some(
    ({ unit, level, status }) => unit === "M1" && status === "achieved" && [2, 3].includes(level ?? 2),
  );
  const byGates = {
    certificate: "yes",
    "certificate-lln": areBoth ? "yes" : isBelow ? "no" : "unknown",
    award: "yes",
  };
  const both = (status: string) => ({ ...byGates, certificate: status, "certificate-lln": status });
  const open = (...recommended: string[]): Recommendation => ({ recommended, canStart: byGates });

  const isInRole = role.setting !== "none";
  const isLeaderKnown = role.directed === true && role.leadsTheLearning !== true;
  if (role.leadsTheLearning === true && role.directed === false)
    return { recommended: [], canStart: both("not-for-this-role") };
  if (isInRole && !isLeaderKnown) return { recommended: [], canStart: both("unknown") };
  if (role.setting === "school")
    return { recommended: [], canStart: { ...both("unknown"), award: "unknown" } };
  if (!isInRole) return open("award primary", "certificate later");
  if (role.aim === "small" && !hasM1) return open("award primary", "certificate later");
  if (role.supports !== "lln" || role.wantsToSpecialise !== true) return open("certificate primary");
  if (areBoth) return open("certificate-lln primary", "certificate alternative");
  if (!isBelow) return open("certificate-lln conditional", "certificate alternative");
  if (hasM1) return open("certificate primary", "certificate-lln later");
  return open("award primary", "certificate-lln later", "certificate alternative");
}
