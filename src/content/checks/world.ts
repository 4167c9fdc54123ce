/** Looks for a learner that conditions allow: facts are tried at the values where a condition can turn. */
import type { EditionContent } from "../../advice/edition.ts";
import { type Condition, type Leaf, leavesOf } from "../../facts/condition.ts";
import { allOf, anyOf, flipped, type Status } from "../../facts/status.ts";
import type { Scalar } from "../../facts/value.ts";
import { type Domain, domainOf } from "./domain.ts";

/** What each fact may still be; null = not known. */
export type Open = ReadonlyMap<string, readonly (Scalar | null)[]>;

/** Past this many steps the search gives up and takes it that there may be such a learner. */
const MOST_STEPS = 20_000;

/**
 * The values worth trying of every fact that the conditions name; null where one of them is no fact.
 * Facts are taken to be free of each other: what this finds impossible is, what it finds possible may not be.
 */
export function openFacts(content: EditionContent, conditions: readonly Condition[]): Open | null {
  const leaves = conditions.flatMap(leavesOf);
  const open = new Map<string, readonly (Scalar | null)[]>();
  for (const { fact } of leaves) {
    if (open.has(fact)) continue;
    const domain = domainOf(content, fact);
    if (!domain) return null;
    const compared = leaves.filter((leaf) => leaf.fact === fact).flatMap(({ value }) => value);
    const values = turningPoints(domain.can, compared);
    open.set(fact, domain.isAlwaysKnown ? values : [...values, null]);
  }
  return open;
}

/** Numbers: what is compared with, the ends, and one number in each gap. Others: what is named, and one that is not. */
function turningPoints(can: Domain["can"], compared: readonly Scalar[]): Scalar[] {
  if ("be" in can) {
    const other = can.be.find((value) => !compared.includes(value));
    const named = can.be.filter((value) => compared.includes(value));
    return other === undefined ? named : [...named, other];
  }
  const { least, most, isWhole } = can;
  const numbers = compared.filter((value) => typeof value === "number");
  const marks = [...numbers, ...[least, most].filter(Number.isFinite)].sort((a, b) => a - b);
  const between = marks.slice(1).map((mark, at) => {
    const before = marks[at] as number;
    return isWhole ? before + 1 : (before + mark) / 2;
  });
  const beyond = [(marks[0] ?? 0) - 1, (marks.at(-1) ?? 0) + 1];
  return [...new Set([...marks, ...between, ...beyond])].filter((value) => value >= least && value <= most);
}

/** Every status that a condition can still come out at. */
function possible(condition: Condition, open: Open): ReadonlySet<Status> {
  if ("all" in condition) return joined(condition.all, open, (a, b) => allOf([a, b]));
  if ("any" in condition) return joined(condition.any, open, (a, b) => anyOf([a, b]));
  if ("not" in condition) return new Set([...possible(condition.not, open)].map(flipped));
  return new Set((open.get(condition.fact) ?? [null]).map((value) => leafStatus(condition, value)));
}

function joined(
  parts: readonly Condition[],
  open: Open,
  join: (a: Status, b: Status) => Status,
): ReadonlySet<Status> {
  let joint: Status[] = [];
  for (const [at, part] of parts.entries()) {
    const own = [...possible(part, open)];
    joint = at === 0 ? own : [...new Set(joint.flatMap((a) => own.map((b) => join(a, b))))];
  }
  return new Set(joint);
}

function leafStatus({ operator, value }: Leaf, actual: Scalar | null): Status {
  if (actual === null) return "unknown";
  const isAmong = [value].flat().includes(actual);
  const holds = {
    equal: () => isAmong,
    notEqual: () => !isAmong,
    in: () => isAmong,
    notIn: () => !isAmong,
    greaterThan: () => actual > (value as Scalar),
    greaterThanInclusive: () => actual >= (value as Scalar),
    lessThan: () => actual < (value as Scalar),
    lessThanInclusive: () => actual <= (value as Scalar),
  }[operator];
  return holds() ? "met" : "unmet";
}

/** A condition, and the statuses that it is wished to have. */
export interface Wish {
  readonly condition: Condition;
  readonly wished: readonly Status[];
}

/** Can there be a learner of whom all the wishes come true at once? */
export function canBe(open: Open, wishes: readonly Wish[]): boolean {
  let steps = 0;
  const search = (here: Open): boolean => {
    steps += 1;
    if (steps > MOST_STEPS) return true;
    const found = wishes.map((wish) => outlook(wish, here));
    if (found.includes("never")) return false;
    const undecided = wishes.filter((_, at) => found[at] === "open").map((wish) => openIn(wish, here));
    // The wish with the fewest open facts is settled first: dead ends show soonest there.
    const [fact] = undecided.sort((a, b) => a.length - b.length)[0] ?? [];
    if (fact === undefined) return true;
    return (here.get(fact) ?? []).some((value) => search(new Map(here).set(fact, [value])));
  };
  return search(open);
}

function outlook({ condition, wished }: Wish, open: Open): "sure" | "open" | "never" {
  const statuses = [...possible(condition, open)];
  if (statuses.every((status) => wished.includes(status))) return "sure";
  return statuses.some((status) => wished.includes(status)) ? "open" : "never";
}

function openIn({ condition }: Wish, open: Open): string[] {
  const facts = leavesOf(condition).map(({ fact }) => fact);
  return [...new Set(facts)].filter((fact) => (open.get(fact)?.length ?? 0) > 1);
}
