/** Questions that were held back, and those by which settings were chosen: how well they are answered may not fall below what conversations/README.md prints. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { figuresOf, judge, readQuestions, tableOf } from "../../bench/answers/evaluation.ts";
import { answers, entries, ROOT } from "./library.ts";

const KINDS = ["held-back", "tuning"] as const;

describe.each(KINDS)("the %s questions", (which) => {
  const questions = readQuestions(ROOT, which);

  test("are at least two hundred, a third of them outside the source", () => {
    expect(questions.length).toBeGreaterThanOrEqual(200);
    const outside = questions.filter(({ isOutside }) => isOutside).length;
    expect(outside / questions.length).toBeGreaterThan(0.3);
  });

  test("name entries that are there", () => {
    const ids = entries.map(({ id }) => id);
    expect(questions.flatMap(({ right }) => right).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("are not among the phrasings", () => {
    const known = new Set(entries.flatMap(({ phrasings }) => phrasings.map((each) => each.toLowerCase())));
    expect(questions.filter(({ question }) => known.has(question.toLowerCase()))).toEqual([]);
  });

  test("are answered as conversations/README.md says", async () => {
    const printed = readFileSync(join(ROOT, "conversations/README.md"), "utf8");
    for (const line of tableOf(figuresOf(await judge(answers, questions)))) expect(printed).toContain(line);
  });
});
