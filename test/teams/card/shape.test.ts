import { describe, expect, test } from "vitest";
import { many } from "../../slack/payload/samples.ts";
import { type Bad, CARDS, spoilt } from "./sample.ts";
import { typeFlaws } from "./shape.ts";

const CASES: readonly (readonly [bad: Bad, said: string])[] = [
  [["an unknown property of the card", "form", "/colour", "red"], `"colour": "red"`],
  [
    ["an unknown property of an element", "form", "/body/0/colour", "Good"],
    "does not exist in type 'ITextBlock'",
  ],
  [["an unknown property of an action", "form", "/actions/0/fallback/verb", "add"], "'ISubmitAction'"],
  [["an unknown property of a choice", "form", "/body/3/choices/0/label", "One"], "'IChoice'"],
  [["an unknown property of a run", "question", "/body/3/inlines/0/bold", true], "'ITextRun'"],
  [["an unknown property of a fact", "advice", "/body/1/facts/0/label", "Left"], "'IFact'"],
  [["an unknown property of a cell", "advice", "/body/3/rows/0/cells/0/items/0/bold", true], "'ITextBlock'"],
  [["an unknown property of a fallback", "advice", "/body/2/fallback/bold", true], "'ITextBlock'"],
  [["an unknown property of a point", "advice", "/body/2/data/0/label", "Done"], "'IDonutChartData'"],
  [["a value in other capitals", "form", "/body/0/size", "large"], `Did you mean '"Large"'?`],
  [["a value that is none", "advice", "/body/2/data/0/color", "red"], `'"red"' is not assignable`],
  [
    ["a figure as text", "advice", "/body/2/data/0/value", "12"],
    "'string' is not assignable to type 'number'",
  ],
  [["an unknown element", "form", "/body/0/type", "Poem"], `"type": "Poem"`],
  [["an unknown chart", "advice", "/body/2/type", "Chart.Spider"], `"type": "Chart.Spider"`],
  [["a text without text", "form", "/body/0/text", undefined], "Property 'text' is missing"],
  [["a card without a body", "form", "/body", undefined], "Property 'body' is missing"],
];

describe("Microsoft's types", () => {
  test("take every sample, however often it is there", async () => {
    expect(await typeFlaws(many(100, () => Object.values(CARDS)).flat())).toEqual([]);
  });

  test("refuse each bad card, once, by its number and its line", async () => {
    const cards = [CARDS.form, ...CASES.map(([bad]) => spoilt(bad))];
    const flaws = await typeFlaws([...cards, ...cards]);
    for (const [place, [[wrong], said]] of CASES.entries()) {
      const own = flaws.filter((flaw) => flaw.startsWith(`card ${place + 1}, `));
      expect(own, wrong).toContainEqual(expect.stringContaining(said));
    }
    expect(flaws.filter((flaw) => flaw.startsWith("card 0, "))).toEqual([]);
    expect(new Set(flaws).size).toBe(flaws.length);
  });

  test("count lines rightly after words with ends of lines of other kinds", async () => {
    const before = spoilt(["", "form", "/body/0/text", "One\u2028two\u2029three\nfour"]);
    const bad = spoilt(["", "form", "/body/0/colour", "Good"]);
    expect(await typeFlaws([before, bad])).toEqual([expect.stringContaining('card 1, "colour": "Good"')]);
  });

  test.each([null, 7, "card", [[]]])("refuse what is no card: %j", async (value) => {
    expect(await typeFlaws([value])).toEqual([expect.stringMatching(/^card 0, /)]);
  });
});
