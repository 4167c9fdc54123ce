/** The units a learner holds or heads for, as they count: once each, and only at a level the source lists. */
import { fill } from "../facts/template.ts";
import type { Problem } from "../record/problem.ts";
import { type Units, unitOf } from "./unit.ts";

/** An entry of a record's `units`. */
export interface ClaimedUnit {
  readonly unit: string;
  readonly level?: number | null;
  readonly status?: "achieved" | "in-progress" | "planned" | null;
}

export interface HeldUnit extends ClaimedUnit {
  readonly credits: number;
  /** The groups that ask for it. */
  readonly group: readonly string[];
}

export interface Held {
  /** null while nothing about units is told. */
  readonly units: readonly HeldUnit[] | null;
  readonly problems: readonly Problem[];
}

/** A unit counts once: an achieved claim before one in progress, before a planned one. Unlisted levels do not count. */
export function heldUnits(
  units: Units,
  claimed: readonly ClaimedUnit[] | null,
  words: Readonly<Record<string, string>>,
  question: string,
): Held {
  if (claimed === null) return { units: null, problems: [] };
  const problems: Problem[] = [];
  const byUnit = new Map<string, HeldUnit>();
  for (const [at, claim] of claimed.entries()) {
    const unit = unitOf(units, claim.unit);
    if (!unit) continue; // The record's schema has refused it already.
    const level = claim.level ?? (unit.levels.length === 1 ? (unit.levels[0] ?? null) : null);
    const problem = (code: string) => {
      const values = { unit: unit.title, level: level ?? "not known", listed: unit.levels.join(" or ") };
      const says = fill(words[code] ?? code, values);
      problems.push({ code, unit: unit.id, place: `units[${at}]`, question, says });
    };
    if (level !== null && !unit.levels.includes(level)) {
      problem("unit-at-unlisted-level");
      continue;
    }
    const before = byUnit.get(unit.id);
    if (before) problem("unit-twice");
    if (before && strength(before) >= strength({ ...claim, level })) continue;
    const { status = null } = claim;
    byUnit.set(unit.id, {
      unit: unit.id,
      level,
      status,
      credits: unit.credits,
      group: groupsOf(units, unit.id),
    });
  }
  return { units: [...byUnit.values()], problems };
}

/** Of two claims on one unit the achieved one counts, then the higher level, which leaves more Level 2 room. */
function strength({ status, level }: ClaimedUnit): number {
  return ["planned", "in-progress", "achieved"].indexOf(status ?? "planned") * 10 + (level ?? 0);
}

const groupsByUnit = new WeakMap<Units, ReadonlyMap<string, readonly string[]>>();

/** The ids of the groups that ask for a unit. Looked up once for all learners. */
function groupsOf(units: Units, id: string): readonly string[] {
  const known =
    groupsByUnit.get(units) ?? new Map(units.units.map((unit) => [unit.id, groupsWith(units, unit.id)]));
  groupsByUnit.set(units, known);
  return known.get(id) ?? [];
}

function groupsWith({ groups }: Units, unit: string): string[] {
  return groups.filter((group) => group.units.includes(unit)).map(({ id }) => id);
}
