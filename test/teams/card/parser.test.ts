import { describe, expect, test } from "vitest";
import { parserFlaws } from "./parser.ts";
import { type Bad, CARDS, spoilt } from "./sample.ts";

const CASES: readonly (readonly [bad: Bad, said: string])[] = [
  [["an unknown element", "form", "/body/1/type", "Input.Colour"], 'Unknown element type "Input.Colour"'],
  [["an unknown chart", "advice", "/body/2/type", "Chart.Spider"], 'Unknown element type "Chart.Spider"'],
  [["a chart without a fallback", "advice", "/body/2/fallback", undefined], "Chart.Donut"],
  [["an unknown element within a fallback", "advice", "/body/2/fallback/type", "Poem"], '"Poem"'],
  [["an unknown element as a table's fallback", "advice", "/body/3/fallback/type", "Poem"], '"Poem"'],
  [["an unknown action", "question", "/actions/0/type", "Action.Sing"], '"Action.Sing"'],
  [["an unknown action as a fallback", "question", "/actions/0/fallback/type", "Action.Sing"], "Sing"],
  [["a size that is none", "form", "/body/0/size", "Huge"], 'Invalid value "Huge" for property "size"'],
  [["a colour that is none, deep inside", "advice", "/body/4/columns/0/items/0/color", "Red"], '"Red"'],
  [["a row of an unknown kind", "advice", "/body/3/rows/0/type", "Row"], '"Row" is not allowed'],
  [["a version that is no text", "form", "/version", { toString: [] }], "The parser gives up"],
  [["a required input without a label", "form", "/body/1/label", undefined], "should have a label"],
  [["a required input without its error", "form", "/body/1/errorMessage", undefined], "an error message"],
  [["an input without an id", "form", "/body/2/id", undefined], "must have a unique Id"],
  [["an id that is there twice", "form", "/body/2/id", "hours"], 'Duplicate Id "hours"'],
];

describe("Microsoft's parser", () => {
  test.each(Object.entries(CARDS))("takes %s", (_, card) => {
    expect(parserFlaws(card)).toEqual([]);
  });

  test("takes a chart that is dropped where it is not known", () => {
    expect(parserFlaws(spoilt(["", "advice", "/body/2/fallback", "drop"]))).toEqual([]);
  });

  test.each(CASES.map(([bad, said]) => [bad[0], bad, said] as const))("refuses %s", (_, bad, said) => {
    expect(parserFlaws(spoilt(bad)).map(({ wrong }) => wrong)).toContainEqual(expect.stringContaining(said));
  });
});
