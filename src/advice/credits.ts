/** A qualification's credits, read off the verdicts that count them. */
import type { Edition, Qualification } from "./edition.ts";
import type { HeldUnit } from "./held.ts";
import { countedCredits, isLevel2, type Plan, plansFor, usableCredits } from "./plan.ts";
import { type Group, unitOf } from "./unit.ts";
import type { Verdict } from "./verdict.ts";

export interface Credits {
  readonly mandatory: { readonly done: number; readonly needed: number };
  readonly optional: { readonly done: number; readonly needed: number; readonly usableInExactSet: number };
  readonly total: { readonly done: number; readonly needed: number };
  readonly level2: { readonly done: number; readonly cap: number | null };
}

export function optionalGroup(edition: Edition, qualification: string): Group | undefined {
  return edition.units.groups.find(
    (group) => group.qualification === qualification && group.kind === "optional",
  );
}

/** Credits that count towards each optional group, for the facts that read them; null while no unit is told. */
export function countedByGroup(
  edition: Edition,
  held: readonly HeldUnit[] | null,
): Record<string, number> | null {
  if (held === null) return null;
  const optional = edition.units.groups.filter((group) => group.kind === "optional");
  return Object.fromEntries(optional.map((group) => [group.id, countedCredits(edition.units, group, held)]));
}

export function creditsOf(
  edition: Edition,
  qualification: Qualification,
  verdicts: readonly Verdict[],
  held: readonly HeldUnit[] | null,
): Credits {
  const { counts, credits } = qualification;
  const figure = (id: string | undefined) => verdicts.find((verdict) => verdict.id === id);
  const mandatory = {
    done: amount(figure(counts.mandatory)?.actual),
    needed: amount(figure(counts.mandatory)?.required),
  };
  const group = optionalGroup(edition, qualification.id);
  const optional = {
    done: group ? Math.min(group.totals.at(-1) ?? 0, achievedIn(group, held ?? [])) : 0,
    needed: amount(figure(counts.optional)?.required),
    usableInExactSet: group && held ? usableCredits(edition.units, group, held) : 0,
  };
  const level2 = figure(counts.level2);
  return {
    mandatory,
    optional,
    total: { done: mandatory.done + optional.done, needed: credits },
    level2: { done: amount(level2?.actual), cap: level2 ? amount(level2.required) : null },
  };
}

function amount(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

function achievedIn(group: Group, held: readonly HeldUnit[]): number {
  const achieved = held.filter((unit) => unit.status === "achieved" && group.units.includes(unit.unit));
  return achieved.reduce((sum, unit) => sum + unit.credits, 0);
}

/** The plans for a qualification's optional units; none where it has no optional units. */
export function optionalPlans(
  edition: Edition,
  qualification: Qualification,
  credits: Credits,
  held: readonly HeldUnit[],
  interests: readonly string[],
): Plan[] {
  const group = optionalGroup(edition, qualification.id);
  if (!group) return [];
  const { cap, done } = credits.level2;
  const optionalAtLevel2 = held.filter((each) => {
    const unit = unitOf(edition.units, each.unit);
    return each.status === "achieved" && group.units.includes(each.unit) && unit && isLevel2(unit);
  });
  const elsewhere = done - optionalAtLevel2.reduce((sum, unit) => sum + unit.credits, 0);
  return plansFor(edition.units, group, held, interests, cap === null ? null : cap - elsewhere);
}
