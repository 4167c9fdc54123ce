/** Every part that a reply can have, as the page draws it. */
import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { drawPage } from "../../src/channels/web/page.tsx";
import { ALL_PARTS, drawingWith } from "./parts.ts";
import { wordsOf } from "./visitor.ts";

const root = parse(drawPage(drawingWith(ALL_PARTS)));
const words = (selector: string) => root.querySelectorAll(selector).map(wordsOf);

describe("a part of a reply", () => {
  test("that is a table keeps its columns, with figures to the right", () => {
    expect(words("#latest thead th")).toEqual(["Who", "Hours"]);
    expect(words("#latest tbody .number")).toContain("22.5");
    expect(words("#latest .scrolls caption")).toEqual(["Everybody"]);
  });

  test("that is a chart says its figures, so that nothing hangs on the bars", () => {
    expect(words("#latest .chart tr")).toEqual(["Literacy12 hours", "Numeracy0 hours"]);
    expect(root.querySelectorAll("#latest .chart rect.bar-done")).toHaveLength(1);
  });

  test("that is a list is numbered where the order matters", () => {
    expect(words("#latest ol li")).toEqual(["the first", "the second"]);
  });

  test("that is a file can be downloaded under its name", () => {
    const link = root.querySelector("#latest a[download]");
    expect(link?.getAttribute("href")).toBe("/file/7/a-record.json?as=trainee");
    expect(link?.getAttribute("download")).toBe("a-record.json");
  });

  test("that is progress stands in the picture alone", () => {
    expect(words("#latest .progress")).toEqual([]);
    expect(words("#picture .progress")).toEqual(["3 of 4 settled"]);
  });

  test("that says how lines stand has a word for each status", () => {
    expect(words("#latest .counts")).toEqual(["1 met 1 still to do 1 not known 1 does not apply yet"]);
  });
});
