/** A condition that always, or never, holds is often a slip of the pen; sometimes the source is just like that. */
import type { EditionContent } from "../../advice/edition.ts";
import { type Condition, leavesOf } from "../../facts/condition.ts";
import { STATUSES, type Status } from "../../facts/status.ts";
import { errorAt, type Finding, noteAt } from "../finding.ts";
import type { CheckedConditions, PlacedCondition, Use } from "./checked.ts";
import { domainInWords, domainOf } from "./domain.ts";
import { canBe, openFacts } from "./world.ts";

/** What each use of a condition has to be able to do, and what to say when it cannot. Rows have a check of their own. */
const WORDS: Readonly<Record<Exclude<Use, "row">, { readonly never: string; readonly always: string }>> = {
  requirement: { never: "can never be met", always: "can never be unmet" },
  appliesWhen: { never: "never applies", always: "always applies" },
  note: { never: "is never said", always: "is said to everyone" },
  problem: { never: "is never found", always: "is found with everyone" },
  when: { never: "is never asked", always: "is asked whatever is told" },
};

/** Never is an error, always is a note. */
export function outcomes({ content, conditions }: CheckedConditions): Finding[] {
  return conditions.flatMap((placed): Finding[] => {
    if (placed.use === "row") return [];
    const words = WORDS[placed.use];
    const statuses = statusesOf(content, placed.condition);
    if (!statuses) return [];
    const because = reasons(content, placed.condition);
    const [canHold, canFail] = ends(placed, statuses);
    const { file, path, name } = placed;
    if (!canHold)
      return [errorAt(file, path, `"${name}" ${words.never}: ${because}`, "mend the value or the fact")];
    if (canFail) return [];
    return [noteAt(file, path, `"${name}" ${words.always}: ${because}`, "fine if the source is like that")];
  });
}

/** Conditions that only have to be not certainly false hold while nothing is told. */
function ends({ use }: PlacedCondition, can: ReadonlySet<Status>): [boolean, boolean] {
  const isLenient = use === "appliesWhen" || use === "when";
  const isStrict = use === "note" || use === "problem";
  return [
    can.has("met") || (isLenient && can.has("unknown")),
    can.has("unmet") || (isStrict && can.has("unknown")),
  ];
}

/** Every status that some learner can bring a condition to; null where it names no fact. */
export function statusesOf(content: EditionContent, condition: Condition): ReadonlySet<Status> | null {
  const open = openFacts(content, [condition]);
  if (!open) return null;
  return new Set(STATUSES.filter((status) => canBe(open, [{ condition, wished: [status] }])));
}

function reasons(content: EditionContent, condition: Condition): string {
  const facts = [...new Set(leavesOf(condition).map(({ fact }) => fact))];
  return facts
    .flatMap((fact) => {
      const domain = domainOf(content, fact);
      return domain ? [`${fact} is ${domainInWords(domain)}`] : [];
    })
    .join(", ");
}
