import { describe, expect, test } from "vitest";
import { allOf, anyOf, flipped, STATUSES, type Status } from "../../src/facts/status.ts";

/** Every list of up to three statuses. */
const LISTS: Status[][] = [1, 2, 3].reduce<Status[][]>(
  (lists) => [...lists, ...lists.flatMap((list) => STATUSES.map((status) => [...list, status]))],
  [[]],
);

/** Every way in which the unknown ones could turn out. */
function completions(list: readonly Status[]): boolean[][] {
  return list.reduce<boolean[][]>(
    (rows, status) => {
      const ways = status === "unknown" ? [true, false] : [status === "met"];
      return rows.flatMap((row) => ways.map((way) => [...row, way]));
    },
    [[]],
  );
}

function agreed(results: readonly boolean[]): Status {
  if (results.every(Boolean)) return "met";
  return results.some(Boolean) ? "unknown" : "unmet";
}

describe("status", () => {
  test("all is met, unmet or unknown exactly as every completion of the unknowns says", () => {
    for (const list of LISTS) {
      expect(allOf(list), list.join()).toBe(agreed(completions(list).map((row) => row.every(Boolean))));
    }
  });

  test("any is met, unmet or unknown exactly as every completion of the unknowns says", () => {
    for (const list of LISTS) {
      expect(anyOf(list), list.join()).toBe(agreed(completions(list).map((row) => row.some(Boolean))));
    }
  });

  test("flipping turns met and unmet into each other and leaves unknown alone", () => {
    expect(STATUSES.map(flipped)).toEqual(["unmet", "met", "unknown"]);
  });
});
