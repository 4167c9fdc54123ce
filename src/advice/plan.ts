/** Ways to reach the credits of optional units: every exact set, the one that asks least of the learner first. */
import type { HeldUnit } from "./held.ts";
import { type Group, type Unit, type Units, unitOf } from "./unit.ts";

export interface Plan {
  readonly units: readonly string[];
  /** Credits of the whole set, of the part not achieved yet, and of its units listed at Level 2 alone. */
  readonly credits: number;
  readonly newCredits: number;
  readonly level2: number;
}

const setsByGroup = new WeakMap<Group, Map<number, readonly (readonly Unit[])[]>>();

/** Every set of a group's units worth exactly `total` credits, in the order of the list. Worked out once. */
export function exactSets(units: Units, group: Group, total: number): readonly (readonly Unit[])[] {
  const known = setsByGroup.get(group) ?? new Map();
  setsByGroup.set(group, known);
  const sets =
    known.get(total) ??
    setsFrom(
      group.units.flatMap((id) => unitOf(units, id) ?? []),
      total,
    );
  known.set(total, sets);
  return sets;
}

function setsFrom(units: readonly Unit[], total: number): Unit[][] {
  if (total === 0) return [[]];
  return units.flatMap((unit, at) =>
    unit.credits > total
      ? []
      : setsFrom(units.slice(at + 1), total - unit.credits).map((rest) => [unit, ...rest]),
  );
}

/** The total a learner heads for: the least allowed one that holds what they have or plan, else the greatest. */
export function totalAimedAt(group: Group, held: readonly HeldUnit[]): number {
  const aimed = held
    .filter((unit) => group.units.includes(unit.unit))
    .reduce((sum, unit) => sum + unit.credits, 0);
  return group.totals.find((total) => aimed <= total) ?? (group.totals.at(-1) as number);
}

/** The most achieved credits of a group that can be part of a set worth exactly the total aimed at. */
export function usableCredits(units: Units, group: Group, held: readonly HeldUnit[]): number {
  return usableIn(units, group, held, totalAimedAt(group, held));
}

/**
 * The credits that count towards the least total of a group: short of it until a whole set worth exactly that is
 * achieved, however many credits a greater total could use.
 */
export function countedCredits(units: Units, group: Group, held: readonly HeldUnit[]): number {
  const [least = 0] = group.totals;
  const counted = usableIn(units, group, held, least);
  return counted < least ? counted : Math.max(counted, usableCredits(units, group, held));
}

/** Remembered by what is achieved: a group of 13 units has 8,192 such sets at most, and few of them occur. */
const usableByAchieved = new WeakMap<Group, Map<string, number>>();

function usableIn(units: Units, group: Group, held: readonly HeldUnit[], total: number): number {
  const achieved = achievedIds(held);
  const key = `${total} ${group.units.filter((id) => achieved.has(id))}`;
  const remembered = usableByAchieved.get(group) ?? new Map<string, number>();
  usableByAchieved.set(group, remembered);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const parts = exactSets(units, group, total).map((set) => set.filter((unit) => achieved.has(unit.id)));
  const usable = Math.max(0, ...parts.map(creditsOf));
  remembered.set(key, usable);
  return usable;
}

/**
 * Plans for a group, best first: fewest credits still to earn, then most units under way or planned, then most units
 * on what interests the learner, then fewest units. Empty when the total is reached.
 * `roomAtLevel2` is how many Level 2 credits the set may hold, in credits; null where there is no cap.
 */
export function plansFor(
  units: Units,
  group: Group,
  held: readonly HeldUnit[],
  interests: readonly string[],
  roomAtLevel2: number | null,
): Plan[] {
  const achieved = achievedIds(held);
  const chosen = new Set(held.filter((unit) => !achieved.has(unit.unit)).map((unit) => unit.unit));
  const ranked = exactSets(units, group, totalAimedAt(group, held))
    .map((set) => ({
      plan: planOf(set, achieved),
      chosen: set.filter((unit) => chosen.has(unit.id)).length,
      interest: set.filter((unit) => unit.tags?.some((tag) => interests.includes(tag))).length,
    }))
    .filter(({ plan }) => roomAtLevel2 === null || plan.level2 <= roomAtLevel2)
    .sort(
      (a, b) =>
        a.plan.newCredits - b.plan.newCredits ||
        b.chosen - a.chosen ||
        b.interest - a.interest ||
        a.plan.units.length - b.plan.units.length,
    );
  return ranked[0]?.plan.newCredits === 0 ? [] : ranked.map(({ plan }) => plan);
}

function planOf(set: readonly Unit[], achieved: ReadonlySet<string>): Plan {
  return {
    units: set.map((unit) => unit.id),
    credits: creditsOf(set),
    newCredits: creditsOf(set.filter((unit) => !achieved.has(unit.id))),
    level2: creditsOf(set.filter(isLevel2)),
  };
}

export function isLevel2(unit: Unit): boolean {
  return unit.levels.every((level) => level === 2);
}

function achievedIds(held: readonly HeldUnit[]): ReadonlySet<string> {
  return new Set(held.filter((unit) => unit.status === "achieved").map((unit) => unit.unit));
}

function creditsOf(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => sum + unit.credits, 0);
}
