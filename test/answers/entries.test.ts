/** The entries of conversations/answers.json: together they hold everything that the source says. */
import { describe, expect, test } from "vitest";
import { answers, entries } from "./library.ts";

function numbered(letter: string, from: number, to: number, digits: number): string[] {
  return Array.from(
    { length: to - from + 1 },
    (_, at) => `${letter}${String(from + at).padStart(digits, "0")}`,
  );
}

/** Every fact, unit and reading of the source. */
const ALL = [
  ...numbered("F", 1, 108, 3),
  ...numbered("M", 1, 4, 1),
  ...numbered("N", 1, 6, 1),
  ...numbered("O", 1, 13, 2),
  ...numbered("A", 1, 65, 2),
];

describe("the entries", () => {
  test("rest on every fact, unit and reading of the source, and on nothing else", () => {
    const rest = new Set(entries.flatMap(({ facts }) => facts));
    expect([...rest].toSorted()).toEqual(ALL.toSorted());
  });

  test.each(ALL)("%s can be asked for, and what it is answered with has its place", async (fact) => {
    const resting = entries.filter(({ facts }) => facts.includes(fact));
    for (const { id, question, cites, silent } of resting) {
      const answered = await answers.ask(question);
      expect(answered.entries.map((entry) => entry.id)).toEqual([id]);
      expect(cites.length > 0 || silent === true).toBe(true);
    }
    const isOnlyReading = fact.startsWith("A");
    if (!isOnlyReading) expect(resting.some(({ cites }) => cites.length > 0)).toBe(true);
  });

  test.each(entries.map((entry) => [entry.id, entry] as const))(
    "%s is asked for in at least twelve ways",
    (_, { phrasings }) => {
      const plain = phrasings.map((each) => each.toLowerCase().replace(/[^a-z0-9]+/g, " "));
      expect(new Set(plain).size).toBeGreaterThanOrEqual(12);
    },
  );

  test.each(
    entries.filter(({ silent, isUrgent }) => silent && !isUrgent).map((entry) => [entry.id, entry] as const),
  )("%s gives no figure of its own, as the source says nothing", (_, { says, cites }) => {
    if (cites.length === 0) expect(says.replace(/2010|999|Level [23]|FE/g, "")).not.toMatch(/\d{2,}/);
  });

  test.each([
    ["change-figures", /^I cannot change/],
    ["speak-as-awarding-body", /^I cannot speak for/],
    ["other-person", /^I do not tell/],
  ])("%s is declined", (id, words) => {
    expect(entries.find((entry) => entry.id === id)?.says).toMatch(words);
  });

  test("what is known from elsewhere is dated", () => {
    const outside = entries.flatMap(({ outside }) => outside ?? []);
    expect(outside.length).toBeGreaterThan(5);
    for (const each of outside) expect(each).toMatch(/\b20\d\d\b/);
  });

  test("says the year of the source wherever it says what the source says", () => {
    const undated = entries.filter(({ silent, says }) => !silent && !/2010|2008/.test(says));
    expect(undated.map(({ id }) => id)).toEqual(["certificate-entry"].filter(() => false));
  });
});
