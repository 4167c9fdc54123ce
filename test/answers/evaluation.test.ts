/** Questions that were held back: how well they are answered may not fall below what conversations/README.md prints. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { figuresOf, judge, readHeldBack, tableOf } from "../../bench/answers/evaluation.ts";
import { answers, entries, ROOT } from "./library.ts";

const heldBack = readHeldBack(ROOT);

describe("questions that were held back", () => {
  test("are at least two hundred, a third of them outside the source", () => {
    expect(heldBack.length).toBeGreaterThanOrEqual(200);
    const outside = heldBack.filter(({ isOutside }) => isOutside).length;
    expect(outside / heldBack.length).toBeGreaterThan(0.3);
  });

  test("name entries that are there", () => {
    const ids = entries.map(({ id }) => id);
    expect(heldBack.flatMap(({ right }) => right).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("are not among the phrasings", () => {
    const known = new Set(entries.flatMap(({ phrasings }) => phrasings.map((each) => each.toLowerCase())));
    expect(heldBack.filter(({ question }) => known.has(question.toLowerCase()))).toEqual([]);
  });

  test("are answered as conversations/README.md says", async () => {
    const printed = readFileSync(join(ROOT, "conversations/README.md"), "utf8");
    for (const line of tableOf(figuresOf(await judge(answers, heldBack)))) expect(printed).toContain(line);
  });
});
