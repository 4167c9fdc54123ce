import { describe, expect, test } from "vitest";
import { type Condition, type Group, leavesOf } from "../../src/facts/condition.ts";
import { judgeOf } from "../../src/facts/judge.ts";
import { STATUSES, type Status } from "../../src/facts/status.ts";
import type { Judgement } from "../../src/facts/walk.ts";

const NAMES = ["a", "b", "c"] as const;
const PLACES = new Map(NAMES.map((name, at) => [name as string, at]));
const [A, B, C] = NAMES.map((fact): Condition => ({ fact, operator: "equal", value: true })) as [
  Condition,
  Condition,
  Condition,
];

/** Sets of one, two or three of the parts, each in file order. */
function choices(parts: readonly Condition[], most: number): Condition[][] {
  const [first, ...rest] = parts;
  if (!first || most === 0) return [];
  const without = choices(rest, most);
  return [[first], ...choices(rest, most - 1).map((more) => [first, ...more]), ...without];
}

function groupsOf(parts: readonly Condition[], most: number): Group[] {
  const sets = choices(parts, most);
  return [...parts.map((not) => ({ not })), ...sets.map((all) => ({ all })), ...sets.map((any) => ({ any }))];
}

/** Every group over the three leaves, and every group over two of those and the leaves. */
const SHALLOW = groupsOf([A, B, C], 3);
const TREES = [...SHALLOW, ...groupsOf([A, B, C, ...SHALLOW], 2)];
const ASSIGNMENTS = STATUSES.flatMap((a) => STATUSES.flatMap((b) => STATUSES.map((c) => [a, b, c] as const)));

const VALUES: Record<Status, boolean | null> = { met: true, unmet: false, unknown: null };

function holds(condition: Condition, row: readonly boolean[]): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, row));
  if ("any" in condition) return condition.any.some((part) => holds(part, row));
  if ("not" in condition) return !holds(condition.not, row);
  return row[PLACES.get(condition.fact) ?? -1] === true;
}

/** What the condition comes to in every way in which the unknowns could turn out. */
function outcomes(condition: Condition, statuses: readonly Status[]): Set<boolean> {
  const ways = (status: Status | undefined) => (status === "unknown" ? [true, false] : [status === "met"]);
  const [a, b, c] = statuses;
  const rows = ways(a).flatMap((one) => ways(b).flatMap((two) => ways(c).map((three) => [one, two, three])));
  return new Set(rows.map((row) => holds(condition, row)));
}

async function judged(conditions: Group, statuses: readonly Status[]): Promise<Judgement> {
  return judgeOf({ name: "tree", conditions }, PLACES)(statuses.map((status) => VALUES[status]));
}

describe("walking a tree of all, any and not in three values", () => {
  test("is definite only where every way to fill in the unknowns agrees, and then says what they say", async () => {
    for (const tree of TREES) {
      const judging = judgeOf({ name: "tree", conditions: tree }, PLACES);
      const isReadOnce = new Set(leavesOf(tree)).size === leavesOf(tree).length;
      for (const statuses of ASSIGNMENTS) {
        const { status } = await judging(statuses.map((each) => VALUES[each]));
        const ends = outcomes(tree, statuses);
        const exact = ends.size === 2 ? "unknown" : ends.has(true) ? "met" : "unmet";
        // A leaf that stands twice (a and not a) may leave a settled tree unknown, never the other way round.
        const right = isReadOnce ? [exact] : [exact, "unknown"];
        expect(right, `${JSON.stringify(tree)} with ${statuses}`).toContain(status);
      }
    }
  }, 60_000);

  test("takes the figures of the first leaf that decides", async () => {
    const both: Group = { all: [A, { any: [B, C] }] };
    expect((await judged(both, ["met", "unmet", "unmet"])).measure.fact).toBe("b");
    expect((await judged(both, ["met", "unmet", "unknown"])).measure.fact).toBe("c");
    expect((await judged(both, ["met", "unmet", "met"])).measure.fact).toBe("a");
    expect((await judged(both, ["unmet", "unknown", "met"])).measure).toMatchObject({
      fact: "a",
      actual: false,
    });
  });

  test("lists the leaves that can still change the answer, and none once it is settled", async () => {
    const either: Group = { all: [A, { any: [B, C] }] };
    const open = async (...statuses: Status[]) =>
      (await judged(either, statuses)).open.map(({ fact }) => fact);
    expect(await open("unknown", "unknown", "unmet")).toEqual(["a", "b"]);
    expect(await open("met", "unknown", "unknown")).toEqual(["b", "c"]);
    expect(await open("unknown", "unknown", "met")).toEqual(["a"]);
    expect(await open("unmet", "unknown", "unknown")).toEqual([]);
  });
});
