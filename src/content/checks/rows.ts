/** The rows of recommend.json: the first that fits decides, so each must be reachable and the last must take the rest. */
import type { EditionContent } from "../../advice/edition.ts";
import type { Row } from "../../advice/recommendation.ts";
import { STATUSES, type Status } from "../../facts/status.ts";
import { errorAt, type Finding, noteAt } from "../finding.ts";
import type { CheckedEdition } from "./checked.ts";
import { sorted } from "./overlaps.ts";
import { canBe, openFacts, type Wish } from "./world.ts";

export function rows({ folder, content, conditions }: CheckedEdition): Finding[] {
  const all = content.rows;
  // A row that names an unknown fact is found elsewhere; here it would hide what the others do.
  if (conditions.filter(({ use }) => use === "row").length < all.length) return [];
  const file = `${folder}/recommend.json`;
  const unreached = all.flatMap((row, at) => {
    const before = all.slice(0, at);
    if (canReach(content, row, before)) return [];
    return [
      errorAt(file, `rows[${at}].conditions`, unreachedWords(row, before), "move it up, or take it out"),
    ];
  });
  if (!canMissAll(content, all)) return unreached;
  const wrong = "a learner may be left whom no row fits, and then there is no advice at all";
  const right = 'let the last row fit everyone: "fits": ["met", "unmet", "unknown"]';
  return [...unreached, noteAt(file, `rows[${all.length - 1}].conditions`, wrong, right)];
}

function canReach(content: EditionContent, row: Row, before: readonly Row[]): boolean {
  return canComeTrue(content, [{ condition: row.conditions, wished: fitting(row) }, ...before.map(missed)]);
}

function canMissAll(content: EditionContent, all: readonly Row[]): boolean {
  return canComeTrue(content, all.map(missed));
}

function canComeTrue(content: EditionContent, wishes: readonly Wish[]): boolean {
  const open = openFacts(
    content,
    wishes.map(({ condition }) => condition),
  );
  return open !== null && canBe(open, wishes);
}

function missed(row: Row): Wish {
  const wished = STATUSES.filter((status) => !fitting(row).includes(status));
  return { condition: row.conditions, wished };
}

function fitting({ event }: Row): readonly Status[] {
  return event.params.fits ?? ["met"];
}

function unreachedWords(row: Row, before: readonly Row[]): string {
  const same = before.find((each) => sorted(each.conditions) === sorted(row.conditions));
  const isTaken = same && fitting(row).every((status) => fitting(same).includes(status));
  return isTaken
    ? `"${row.name}" is never reached: "${same.name}" above has the same conditions`
    : `"${row.name}" is never reached: nobody fits it who does not fit a row above`;
}
