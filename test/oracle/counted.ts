/** The oracle's count of units: each once, at a listed level only, and the credits that fit an exact total. */
import type { Group, Units } from "../../src/advice/unit.ts";
import type { Item } from "./known.ts";

interface Claim {
  readonly unit: string;
  readonly level?: number | null;
  readonly status: string;
}
const RANKS = ["achieved", "in-progress", "planned"];

/** An achieved claim goes before one under way, before a planned one; of equals the one at the higher level. */
export function countUnits(units: Units, claims: readonly Claim[]): Item[] {
  return units.units.flatMap((unit) => {
    const levelOf = ({ level }: Claim) => level ?? (unit.levels.length === 1 ? unit.levels[0] : undefined);
    const listed = claims.filter((claim) => {
      const level = levelOf(claim);
      return claim.unit === unit.id && (level === undefined || unit.levels.includes(level));
    });
    const status = RANKS.find((rank) => listed.some((claim) => claim.status === rank));
    if (!status) return [];
    const levels = listed.filter((claim) => claim.status === status).map(levelOf);
    const told = levels.filter((level) => level !== undefined);
    const level = told.length > 0 ? Math.max(...told) : undefined;
    const group = units.groups.filter((each) => each.units.includes(unit.id)).map((each) => each.id);
    return [{ unit: unit.id, level, status, credits: unit.credits, group }];
  });
}

/**
 * The achieved credits of a group that count, by trying every set: those of one set worth exactly the least allowed
 * total; once such a set is whole, those of one worth the total aimed at, if they are more.
 */
export function usableCounter(units: Units, group: Group): (held: readonly Item[]) => number {
  const credits = group.units.map((id) => units.units.find((unit) => unit.id === id)?.credits ?? 0);
  const worth = subsetSums(credits);
  const totals = [...group.totals].sort((a, b) => a - b);
  const masksOf = new Map(totals.map((total) => [total, masksWorth(worth, total)]));
  const worthOf = (mask: number) => worth[mask] ?? 0;
  return (held) => {
    const inGroup = held.filter(({ unit }) => group.units.includes(unit as string));
    const maskOf = (items: readonly Item[]) =>
      items.reduce((mask, { unit }) => mask | (1 << group.units.indexOf(unit as string)), 0);
    const aimed = totals.find((total) => total >= worthOf(maskOf(inGroup))) ?? totals.at(-1) ?? 0;
    const achieved = maskOf(inGroup.filter(({ status }) => status === "achieved"));
    const bestIn = (total: number) =>
      Math.max(0, ...(masksOf.get(total) ?? []).map((mask) => worthOf(mask & achieved)));
    const least = totals[0] ?? 0;
    return bestIn(least) < least ? bestIn(least) : Math.max(least, bestIn(aimed));
  };
}

/** What every subset is worth, by bit mask: 8,192 of them for thirteen units. */
export function subsetSums(credits: readonly number[]): number[] {
  return Array.from({ length: 2 ** credits.length }, (_, mask) =>
    credits.reduce((sum, each, bit) => sum + (mask & (1 << bit) ? each : 0), 0),
  );
}

export function masksWorth(worth: readonly number[], total: number): number[] {
  return worth.flatMap((each, mask) => (each === total ? [mask] : []));
}
