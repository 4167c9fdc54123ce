/** What a fact can be at all, as far as the catalogue and the units say. */
import type { EditionContent } from "../../advice/edition.ts";
import { exactSets } from "../../advice/plan.ts";
import type { Unit } from "../../advice/unit.ts";
import type { Derivation, Derived, Told, Where } from "../../facts/catalogue.ts";
import type { Scalar } from "../../facts/value.ts";
import { allBehind } from "./behind.ts";

export interface Domain {
  /** All its values, or the ends between which its numbers lie. */
  readonly can:
    | { readonly be: readonly Scalar[] }
    | { readonly least: number; readonly most: number; readonly isWhole: boolean };
  /** Whether it can be not told, or not told enough of. */
  readonly isAlwaysKnown: boolean;
}

const EITHER: Domain["can"] = { be: [true, false] };

/** null for what is no fact, or rests on itself; other checks say so. */
export function domainOf(content: EditionContent, id: string): Domain | null {
  const { told, derived } = content.catalogue;
  const own = told.find((each) => each.id === id);
  if (own) return { can: toldDomain(own), isAlwaysKnown: false };
  const fact = derived.find((each) => each.id === id);
  if (!fact || isCircular(content, fact)) return null;
  const can = derivedDomain(content, fact.from);
  return can && { can, isAlwaysKnown: isAlwaysKnown(fact) };
}

function isCircular({ catalogue }: EditionContent, { id, from }: Derived): boolean {
  const named = "fact" in from ? [from.fact] : "difference" in from ? from.difference : [];
  return named.some((each) => allBehind(catalogue, each).has(id));
}

/** A sum is still a range where something is not told, whatever it is without any entry. */
function isAlwaysKnown({ from, whenNotTold }: Derived): boolean {
  return "constant" in from || (whenNotTold !== undefined && !("count" in from) && !("sum" in from));
}

function toldDomain({ type, values = [], min = 0, max = Number.POSITIVE_INFINITY, whole }: Told) {
  if (type === "boolean") return EITHER;
  if (type === "level") return { least: 0, most: 8, isWhole: true };
  if (type === "number") return { least: min, most: max, isWhole: whole ?? false };
  return { be: values };
}

function derivedDomain(content: EditionContent, from: Derivation): Domain["can"] | null {
  if ("constant" in from) return { be: [from.constant] };
  if ("told" in from) return EITHER;
  if ("fact" in from) return domainOf(content, from.fact)?.can ?? null;
  if ("usable" in from) return usableDomain(content, from.usable);
  if ("difference" in from) {
    const [first, second] = from.difference.map((id) => endsOf(domainOf(content, id)?.can));
    if (!first || !second) return null;
    const [times, lessTimes] = from.times;
    const least = first.least * times - second.most * lessTimes;
    return { least, most: first.most * times - second.least * lessTimes, isWhole: false };
  }
  const isUnits = from.list === "units";
  const matching = isUnits ? content.units.units.filter((unit) => canMatch(content, unit, from.where)) : [];
  if ("any" in from) return isUnits && matching.length === 0 ? { be: [false] } : EITHER;
  if (!isUnits) return { least: 0, most: Number.POSITIVE_INFINITY, isWhole: "count" in from };
  // A unit counts once, so all that match together are the most there can be.
  const most = "count" in from ? matching.length : sum(matching.map((unit) => amount(unit, from.sum)));
  return { least: 0, most, isWhole: true };
}

function endsOf(can: Domain["can"] | undefined): { least: number; most: number } | null {
  if (!can) return null;
  if (!("be" in can)) return can;
  const numbers = can.be.map(Number);
  return { least: Math.min(...numbers), most: Math.max(...numbers) };
}

function usableDomain({ units }: EditionContent, id: string): Domain["can"] | null {
  const group = units.groups.find((each) => each.id === id);
  if (!group) return null;
  const reached = group.totals.filter((total) => exactSets(units, group, total).length > 0);
  return { least: 0, most: Math.max(0, ...reached), isWhole: true };
}

function amount(unit: Unit, field: string): number {
  if (field === "credits") return unit.credits;
  return field === "level" ? Math.max(...unit.levels) : Number.POSITIVE_INFINITY;
}

/** Whether some entry about the unit matches, as far as the unit decides it. */
function canMatch({ units }: EditionContent, unit: Unit, where: Where = {}): boolean {
  const groups = units.groups.filter((group) => group.units.includes(unit.id)).map(({ id }) => id);
  const of: Readonly<Record<string, readonly Scalar[]>> = {
    unit: [unit.id],
    credits: [unit.credits],
    level: unit.levels,
    group: groups,
  };
  return Object.entries(where).every(([field, wanted]) => of[field]?.some(accepts(wanted)) ?? true);
}

function accepts(wanted: Where[string]): (value: Scalar) => boolean {
  if (Array.isArray(wanted)) return (value) => wanted.includes(value);
  return (value) => ("min" in wanted ? Number(value) >= wanted.min : Number(value) < wanted.below);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, each) => all + each, 0);
}

/** "between 0 and 24", "always 0", "0 or more": for a message. */
export function domainInWords({ can }: Domain): string {
  if ("be" in can) return can.be.length === 1 ? `always ${can.be[0]}` : `one of ${can.be.join(", ")}`;
  const { least, most } = can;
  if (least === most) return `always ${least}`;
  if (most === Number.POSITIVE_INFINITY) return Number.isFinite(least) ? `${least} or more` : "any number";
  return Number.isFinite(least) ? `between ${least} and ${most}` : `${most} or less`;
}
