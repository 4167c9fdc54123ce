import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { domainInWords, domainOf } from "../../src/content/checks/domain.ts";
import { statusesOf } from "../../src/content/checks/outcomes.ts";
import { readEdition } from "../../src/content/edition.ts";
import { type Condition, type Group, leavesOf } from "../../src/facts/condition.ts";
import { judgeOf } from "../../src/facts/judge.ts";
import type { Scalar } from "../../src/facts/value.ts";
import { LLUK, leaf, ROOT } from "./broken.ts";

const { content } = readEdition(`${ROOT}${LLUK}`, ROOT);
if (!content) throw new Error("the edition cannot be read");
const edition = content;

describe("what a fact can be", () => {
  it.each([
    ["mentor", "one of true, false"],
    ["role.aim", "one of small, full, unsure"],
    ["skills.maths.level", "between 0 and 8"],
    ["certificate.entryRequirements", "always 0"],
    ["role.directedClearly", "one of true, false"],
    ["role.supportsNumeracy", "one of true, false"],
    ["unit.M1", "one of true, false"],
    ["credits.certificateMandatory", "between 0 and 24"],
    ["credits.certificateOptional", "between 0 and 12"],
    ["credits.certificateLevel2", "between 0 and 11"],
    ["credits.starred", "between 0 and 4"],
    ["practice.hours", "0 or more"],
    ["observations.counted", "0 or more"],
    ["observations.overPractice", "any number"],
  ])("%s is %s", (id, words) => {
    const domain = domainOf(edition, id);
    expect(domain && domainInWords(domain)).toBe(words);
  });

  it("is nothing where there is no such fact", () => {
    expect(domainOf(edition, "role.areas.numeracy")).toBeNull();
  });

  it("can always be known only of constants and of what has a value while nothing is told", () => {
    const known = ["certificate.entryRequirements", "unit.M1", "role.notStarted", "mentor", "practice.hours"];
    expect(known.map((id) => domainOf(edition, id)?.isAlwaysKnown)).toEqual([true, true, true, false, false]);
  });
});

/** Facts with every value that they can have. */
const FACTS: Readonly<Record<string, readonly (Scalar | null)[]>> = {
  mentor: [true, false, null],
  "role.aim": ["small", "full", "unsure", null],
  "skills.maths.level": [0, 1, 2, 3, 4, 5, 6, 7, 8, null],
  "credits.starred": [0, 1, 2, 3, 4, null],
};
const ids = Object.keys(FACTS);
const places = new Map(ids.map((id, at) => [id, at]));
const number = (id: string) =>
  fc
    .tuple(
      fc.constantFrom("greaterThan", "greaterThanInclusive", "lessThan", "lessThanInclusive"),
      fc.integer({ min: -1, max: 9 }),
    )
    .map(([operator, value]) => leaf(id, operator, value));
const leaves = fc.oneof(
  fc.constantFrom("equal", "notEqual").map((operator) => leaf("mentor", operator, true)),
  fc
    .tuple(fc.constantFrom("in", "notIn"), fc.subarray(["small", "full", "unsure"], { minLength: 1 }))
    .map(([operator, value]) => leaf("role.aim", operator, value)),
  number("skills.maths.level"),
  number("credits.starred"),
);
const { group } = fc.letrec((tie) => ({
  part: fc.oneof({ maxDepth: 2 }, leaves, tie("group")),
  group: fc.oneof(
    fc.array(tie("part"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("part"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("part").map((not) => ({ not })),
  ),
}));

/** Every learner there can be, as far as the condition looks, judged by json-rules-engine. */
async function judgedStatuses(conditions: Group): Promise<string[]> {
  const judge = judgeOf({ name: "any", conditions }, places);
  const read = new Set(leavesOf(conditions as Condition).map(({ fact }) => fact));
  let learners: (Scalar | null)[][] = [[]];
  for (const id of ids) {
    const values = read.has(id) ? (FACTS[id] ?? []) : [null];
    learners = learners.flatMap((learner) => values.map((value) => [...learner, value]));
  }
  const statuses = new Set<string>();
  for (const learner of learners) statuses.add((await judge(learner)).status);
  return [...statuses].sort();
}

describe("what a condition can come to", () => {
  it("is what json-rules-engine says of every learner there can be", async () => {
    await fc.assert(
      fc.asyncProperty(group, async (generated) => {
        const condition = generated as Group;
        const found = statusesOf(edition, condition);
        expect([...(found ?? [])].sort()).toEqual(await judgedStatuses(condition));
      }),
      { numRuns: 60 },
    );
  });
});
