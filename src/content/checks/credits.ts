/** Credits add up: every allowed total can be reached, and a qualification is worth what its groups come to. */

import { exactSets } from "../../advice/plan.ts";
import type { Group } from "../../advice/unit.ts";
import { unitOf } from "../../advice/unit.ts";
import { errorAt, type Finding } from "../finding.ts";
import type { CheckedEdition } from "./checked.ts";

export function credits(edition: CheckedEdition): Finding[] {
  const { units } = edition.content;
  const groups = units.groups.flatMap((group, at) => {
    // With a unit unknown nothing adds up; that is said elsewhere.
    if (group.units.some((id) => !unitOf(units, id))) return [];
    return [...ascending(edition, group, at), ...reached(edition, group, at)];
  });
  return [...groups, ...qualificationCredits(edition)];
}

function ascending({ folder }: CheckedEdition, { id, totals }: Group, at: number): Finding[] {
  return totals.some((total, place) => place > 0 && total <= (totals[place - 1] as number))
    ? [
        errorAt(
          `${folder}/units.json`,
          `groups[${at}].totals`,
          `the totals of "${id}" do not rise`,
          "write the least first",
        ),
      ]
    : [];
}

function reached({ folder, content: { units } }: CheckedEdition, group: Group, at: number): Finding[] {
  const file = `${folder}/units.json`;
  const all = group.units.reduce((sum, id) => sum + (unitOf(units, id)?.credits ?? 0), 0);
  return group.totals.flatMap((total, place) => {
    const path = `groups[${at}].totals[${place}]`;
    if (group.kind === "mandatory") {
      if (total === all) return [];
      const wrong = `the units of "${group.id}" are all mandatory and come to ${all} credits, not ${total}`;
      return [errorAt(file, path, wrong, `write ${all}, or mend the units`)];
    }
    if (exactSets(units, group, total).length > 0) return [];
    const wrong = `no set of units of "${group.id}" comes to exactly ${total} credits`;
    return [errorAt(file, path, wrong, "mend the total or the credits of its units")];
  });
}

function qualificationCredits({ folder, content }: CheckedEdition): Finding[] {
  const { head, units } = content;
  return head.qualifications.flatMap(({ id, credits: worth }, at) => {
    const own = units.groups.filter(({ qualification }) => qualification === id);
    const least = own.reduce((sum, { totals }) => sum + Math.min(...totals), 0);
    const path = `qualifications[${at}].credits`;
    const file = `${folder}/edition.json`;
    if (own.length === 0)
      return [errorAt(file, path, `no group of units.json belongs to "${id}"`, "add its groups there")];
    if (own.filter(({ kind }) => kind === "optional").length > 1) {
      const wrong = `"${id}" has more than one group of optional units, and only the first would count`;
      return [errorAt(file, path, wrong, "put its optional units into one group")];
    }
    if (least === worth) return [];
    const wrong = `"${id}" is said to be worth ${worth} credits, and its groups come to ${least}`;
    return [errorAt(file, path, wrong, `write ${least}, or mend the totals of its groups`)];
  });
}
