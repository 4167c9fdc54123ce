import { expect, test } from "vitest";
import { openGauge } from "../../src/bot/too-fast.ts";
import { openLimit, USUAL_LIMITS } from "../../src/limits.ts";
import { SOMEONE } from "../desk.ts";

test("a limit is over with the next after the last, says so once, and ends with the minute", () => {
  let now = 1_000;
  const limit = openLimit(2, () => now);
  expect([1, 2, 3, 4].map(() => limit.take("ann"))).toEqual(["within", "within", "first-over", "over"]);
  expect([limit.isOver("ann"), limit.isOver("ben")]).toEqual([true, false]);
  now += 59_999;
  expect(limit.take("ann")).toBe("over");
  now += 1;
  expect(limit.isOver("ann")).toBe(false);
  expect(limit.take("ann")).toBe("within");
});

test("what costs more counts more", () => {
  const limit = openLimit(40, () => 0);
  expect([20, 20, 20].map((cost) => limit.take("ann", cost))).toEqual(["within", "within", "first-over"]);
});

test("a clock that is put back makes nobody wait until it has caught up", () => {
  let now = 10_000_000;
  const limit = openLimit(1, () => now);
  limit.take("ann");
  expect(limit.take("ann")).toBe("first-over");
  now -= 3_600_000;
  expect(limit.take("ann")).toBe("within");
});

test("one person who says too much takes nothing from the others of their tenant", () => {
  const gauge = openGauge({ ...USUAL_LIMITS, person: 2, tenant: 4 }, () => 0);
  const of = (user: string, tenant = "T1") => gauge({ ...SOMEONE, tenant, user });
  expect([1, 2, 3, 4, 5, 6].map(() => of("ann"))).toEqual([
    "within",
    "within",
    "first-over",
    "over",
    "over",
    "over",
  ]);
  expect([of("ben"), of("ben"), of("cat")]).toEqual(["within", "within", "first-over"]);
  expect(of("ann", "T2")).toBe("within");
});
