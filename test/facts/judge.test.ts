import { describe, expect, test } from "vitest";
import type { Condition, Group, Operator } from "../../src/facts/condition.ts";
import { judgeOf } from "../../src/facts/judge.ts";
import type { Value } from "../../src/facts/value.ts";
import type { Judgement } from "../../src/facts/walk.ts";

const PLACES = new Map([
  ["hours", 0],
  ["area", 1],
]);

function leaf(fact: string, operator: Operator, value: Value | readonly string[]): Condition {
  return { fact, operator, value } as Condition;
}

function judge(conditions: Group) {
  return judgeOf({ name: "rule", conditions }, PLACES);
}

async function statusOf(conditions: Group, hours: Value, area: Value = null): Promise<string> {
  return (await judge(conditions)([hours, area])).status;
}

const THIRTY: Group = { all: [leaf("hours", "greaterThanInclusive", 30)] };

describe("a judge", () => {
  test("answers at once what it has judged before, and the answer cannot be changed", async () => {
    const judging = judge(THIRTY);
    const first = judging([22.5]);
    expect(first).toBeInstanceOf(Promise);
    const judgement = await first;
    expect(judging([22.5])).toBe(judgement);
    expect(() => Object.assign(judgement.measure, { actual: 30 })).toThrow(TypeError);
  });

  test("keeps at most 4,096 judgements, and is still right after it forgot", async () => {
    const judging = judge(THIRTY);
    for (let hours = 0; hours <= 4096; hours++) await judging([hours]);
    const isRemembered = (hours: number) => !(judging([hours]) instanceof Promise);
    expect([1, 2, 4096].map(isRemembered)).toEqual([true, true, true]);
    const forgotten = judging([0]);
    expect(forgotten).toBeInstanceOf(Promise);
    expect(await forgotten).toMatchObject({ status: "unmet", measure: { actual: 0 } });
    expect((await judging([29])).status).toBe("unmet");
    expect((await judging([30])).status).toBe("met");
  });

  test("loses nothing when two hundred judgements are asked for at once", async () => {
    const judging = judge(THIRTY);
    const hours = Array.from({ length: 200 }, (_, i) => i / 4);
    const judgements: Judgement[] = await Promise.all(hours.map((each) => judging([each])));
    expect(judgements.map(({ measure }) => measure.actual)).toEqual(hours);
    expect(judgements.map(({ status }) => status)).toEqual(
      hours.map((each) => (each >= 30 ? "met" : "unmet")),
    );
  });

  test("throws, with both names, when its rule names a fact that is not there", () => {
    const misspelt: Group = { any: [leaf("hours", "lessThan", 1), { not: leaf("huors", "lessThan", 1) }] };
    expect(() => judge(misspelt)).toThrow(/rule.*huors/);
  });

  test("sees a change in every fact that the rule reads", async () => {
    const judging = judge({ all: [leaf("hours", "greaterThan", 1), leaf("area", "equal", "numeracy")] });
    expect((await judging([2, "numeracy"])).status).toBe("met");
    expect((await judging([2, "literacy"])).status).toBe("unmet");
    expect((await judging([1, "numeracy"])).status).toBe("unmet");
    expect((await judging([{ least: 1, most: 2 }, "numeracy"])).status).toBe("unknown");
  });

  test("tells a fact that was not told from a choice that is spelt null", async () => {
    const judging = judge({ all: [leaf("area", "equal", "null"), leaf("hours", "greaterThan", 1)] });
    expect((await judging([2, "null"])).status).toBe("met");
    expect((await judging([2, null])).status).toBe("unknown");
  });

  test("tells two choices apart that read the same once they are joined", async () => {
    const judging = judge({ all: [leaf("hours", "equal", "a|b"), leaf("area", "equal", "c")] });
    expect((await judging(["a|b", "c"])).status).toBe("met");
    expect((await judging(["a", "b|c"])).status).toBe("unmet");
  });
});

describe("a fact that was not told", () => {
  test.each([
    { operator: "notEqual", value: "general" },
    { operator: "notIn", value: ["general"] },
    { operator: "equal", value: "general" },
    { operator: "in", value: ["general"] },
    { operator: "greaterThan", value: 3 },
    { operator: "lessThanInclusive", value: 3 },
  ] as const)("is unknown under $operator", async ({ operator, value }) => {
    expect(await statusOf({ all: [leaf("area", operator, value)] }, null)).toBe("unknown");
  });

  test("is unknown under not", async () => {
    expect(await statusOf({ not: leaf("area", "equal", "general") }, null)).toBe("unknown");
    expect(await statusOf({ not: { not: leaf("area", "equal", "general") } }, null)).toBe("unknown");
    expect(await statusOf({ not: { all: [leaf("area", "notEqual", "general")] } }, null)).toBe("unknown");
  });
});

describe("a range", () => {
  const range = { least: 10, most: 40 };
  const open = { least: 31, most: Number.POSITIVE_INFINITY };
  test.each([
    { operator: "greaterThanInclusive", value: range, met: [10], unknown: [11, 40], unmet: [41] },
    { operator: "greaterThan", value: range, met: [9], unknown: [10, 39], unmet: [40] },
    { operator: "lessThanInclusive", value: range, met: [40], unknown: [10, 39], unmet: [9] },
    { operator: "lessThan", value: range, met: [41], unknown: [11, 40], unmet: [10] },
    { operator: "greaterThanInclusive", value: open, met: [31], unknown: [32, 9999], unmet: [] },
    { operator: "lessThanInclusive", value: open, met: [], unknown: [31, 9999], unmet: [30] },
  ] as const)(
    "$value under $operator is certain only where both its ends agree",
    async ({ operator, value, ...cases }) => {
      for (const [status, bounds] of Object.entries(cases)) {
        for (const bound of bounds) {
          expect(await statusOf({ all: [leaf("hours", operator, bound)] }, value), `${bound}`).toBe(status);
        }
      }
    },
  );

  test("that holds the wanted figure is neither equal to it nor different from it", async () => {
    expect(await statusOf({ all: [leaf("hours", "equal", 20)] }, range)).toBe("unknown");
    expect(await statusOf({ all: [leaf("hours", "notEqual", 20)] }, range)).toBe("unknown");
  });
});
