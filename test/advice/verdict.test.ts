import { describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import type { Requirement } from "../../src/advice/requirement.ts";
import { verdictOf } from "../../src/advice/verdict.ts";
import { SCENARIO_DAY } from "../../src/content/scenario.ts";
import type { Condition, Group } from "../../src/facts/condition.ts";
import { judgeOf } from "../../src/facts/judge.ts";
import type { Value } from "../../src/facts/value.ts";
import { LLUK, lluk, loadEdition } from "../editions/load.ts";

const edition = loadEdition(LLUK);
const TEN: Condition = { fact: "practice.hours", operator: "greaterThanInclusive", value: 10 };

/** A verdict on hours of practice. */
async function verdict(conditions: Group, hours: Value, isApplicable = true) {
  const messages = { met: "{actual}", unmet: "{remaining}", unknown: "{required}", notApplicable: "none" };
  const params: Requirement["event"]["params"] = { kind: "requirement", title: "Hours", messages, cites: [] };
  const rule: Requirement = { name: "test.hours", conditions, event: { type: "requirement", params } };
  const judgement = await judgeOf(rule, new Map([["practice.hours", 0]]))([hours]);
  return verdictOf(edition.catalogue, rule, judgement, isApplicable);
}

describe("a verdict", () => {
  test("says what is left in the measure of its fact", async () => {
    expect(await verdict({ all: [TEN] }, 2.5)).toMatchObject({
      status: "unmet",
      remaining: 7.5,
      unit: "hours",
      says: "7.5 hours",
    });
    expect(await verdict({ all: [TEN] }, 11)).toMatchObject({
      status: "met",
      remaining: 0,
      says: "11 hours",
    });
    expect(await verdict({ all: [TEN] }, null)).toMatchObject({
      status: "unknown",
      actual: null,
      remaining: null,
      says: "10 hours",
    });
  });

  test("rounds what is left to hundredths", async () => {
    expect((await verdict({ all: [TEN] }, 9.9)).remaining).toBe(0.1);
  });

  test("shows the certain part of what is only known as a range", async () => {
    expect(await verdict({ all: [TEN] }, { least: 4, most: 12 })).toMatchObject({
      status: "unknown",
      actual: 4,
      remaining: 6,
    });
  });

  test("does not apply where it is told so, and has words for it", async () => {
    expect(await verdict({ all: [TEN] }, 2, false)).toMatchObject({ status: "not-applicable", says: "none" });
  });

  test("leaves no amount over where it asks for less, not for more", async () => {
    const atMost: Condition = { fact: "practice.hours", operator: "lessThan", value: 10 };
    expect(await verdict({ all: [atMost] }, 12)).toMatchObject({ status: "unmet", remaining: null });
    expect(await verdict({ not: TEN }, 12)).toMatchObject({ status: "unmet", remaining: null });
  });

  test("is met by hours that come to thirty on paper", async () => {
    const practice = [4.6, 12.7, 12.7].map((hours) => ({ hours }));
    const { qualifications } = await advise(edition, lluk({ practice }), SCENARIO_DAY);
    const hours = qualifications[0]?.requirements.find(({ id }) => id === "certificate.practice-hours");
    expect(hours).toMatchObject({ status: "met", actual: 30, remaining: 0 });
  });
});
