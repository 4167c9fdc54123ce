import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advise.ts";
import { gapsOf, isReady, type Progress, progressOf } from "../../src/cohort/progress.ts";

type Status = "met" | "unmet" | "unknown" | "not-applicable";

/** Advice as far as progress looks at it. */
function adviceWith(strength: string | null, statuses: Readonly<Record<string, Status>>): Advice {
  const requirements = Object.entries(statuses).map(([title, status]) => ({ title, status }));
  return {
    recommended: strength ? [{ qualification: "q", strength, why: "" }] : [],
    qualifications: [{ id: "q", title: "The Q", canStart: "yes", requirements }],
  } as unknown as Advice;
}

describe("how far a learner is", () => {
  test("counts what is met of what applies to what is recommended now", () => {
    const advice = adviceWith("primary", { a: "met", b: "unmet", c: "unknown", d: "not-applicable" });
    expect(progressOf("Amy", advice)).toEqual({
      name: "Amy",
      qualification: "The Q",
      canStart: "yes",
      done: 1,
      of: 3,
      open: ["b", "c"],
    });
  });

  test.each([null, "later", "alternative"])("is nothing where what is recommended is %s", (strength) => {
    const progress = progressOf("Amy", adviceWith(strength, { a: "met" }));
    expect(progress).toMatchObject({ qualification: null, canStart: null, done: 0, of: 0, open: [] });
    expect(isReady(progress)).toBe(false);
  });

  test("is ready where nothing that applies is open", () => {
    expect(isReady(progressOf("Amy", adviceWith("conditional", { a: "met", b: "not-applicable" })))).toBe(
      true,
    );
    expect(isReady(progressOf("Amy", adviceWith("conditional", { a: "met", b: "unknown" })))).toBe(false);
  });
});

test("what holds back most people comes first, and ties go by name", () => {
  const person = (...open: string[]) => ({ open }) as unknown as Progress;
  expect(
    gapsOf([person("units", "mentor"), person("hours", "units"), person("hours", "units"), person()]),
  ).toEqual([
    { title: "units", people: 3 },
    { title: "hours", people: 2 },
    { title: "mentor", people: 1 },
  ]);
});
