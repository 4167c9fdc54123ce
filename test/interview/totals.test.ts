/** A typed total and its parts: nothing is lost, nothing is added, and parts that exceed it are asked about. */
import { describe, expect, test } from "vitest";
import { ASKS, entriesIn, leftOutOf } from "./reading.ts";

const hours = (read: ReturnType<typeof entriesIn>) =>
  read === ASKS ? null : read.reduce((sum, entry) => sum + ((entry as { hours?: number }).hours ?? 0), 0);

describe("a total of hours", () => {
  test.each([
    [
      "30 hours in all, 10 literacy, 12 numeracy",
      [{ hours: 10, area: "literacy" }, { hours: 12, area: "numeracy" }, { hours: 8 }],
    ],
    [
      "40 hours in total: 20 literacy and 20 numeracy",
      [
        { hours: 20, area: "literacy" },
        { hours: 20, area: "numeracy" },
      ],
    ],
    ["30 hours of which 10 literacy", [{ hours: 10, area: "literacy" }, { hours: 20 }]],
    ["30 hours including 10 in numeracy", [{ hours: 10, area: "numeracy" }, { hours: 20 }]],
    ["I have done 30 hours altogether, 10 esol", [{ hours: 10, area: "language" }, { hours: 20 }]],
    ["30 hours in total", [{ hours: 30 }]],
    ["in total 30 hours", [{ hours: 30 }]],
  ])("'%s' is %j", (typed, entries) => {
    expect(entriesIn("practice", typed)).toEqual(entries);
  });

  test.each([
    "30 hours in all, 20 literacy, 15 numeracy",
    "30 in all, 20 literacy, 15 numeracy",
    "10 hours in total: 10 literacy and 1 numeracy",
  ])("'%s' has more in its parts than in all: the person is asked which is right", (typed) => {
    expect(entriesIn("practice", typed)).toBe(ASKS);
  });

  test("'30 hours in total, 10 literacy 12 numeracy' loses no part in silence", () => {
    const typed = "30 hours in total, 10 literacy 12 numeracy";
    const read = entriesIn("practice", typed);
    const isWhole =
      JSON.stringify(read).includes("numeracy") || leftOutOf("practice", typed).includes("numeracy");
    expect(read === ASKS || isWhole).toBe(true);
  });

  test.each([
    ["30 hours in total with groups", ["groups"]],
    ["30 hours in all, one to one and groups", ["individuals", "groups"]],
    ["30 hours altogether, voluntary, groups", ["voluntary", "groups"]],
    ["40 hours in all, 20 literacy, 20 numeracy, groups and individuals", ["groups", "individuals"]],
  ])("'%s' keeps what is said about it (%j) and adds no entry without hours", (typed, told) => {
    const read = entriesIn("practice", typed);
    const lost = told.filter(
      (word) => !JSON.stringify(read).includes(word) && !leftOutOf("practice", typed).includes(word),
    );
    expect(lost, "lost in silence").toEqual([]);
    const bare =
      read === ASKS ? [] : read.filter((entry) => (entry as { hours?: number }).hours === undefined);
    expect(bare, "entries without hours").toEqual([]);
  });

  test.each([
    "30 hours in all, 10 literacy, 12 numeracy",
    "30 hours in total with groups",
    "30 hours of which 12 paid",
  ])("'%s' comes to 30 hours, not one more", (typed) => {
    expect(hours(entriesIn("practice", typed))).toBe(30);
  });
});
