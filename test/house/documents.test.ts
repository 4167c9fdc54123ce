/** What docs/security.md and docs/privacy.md claim names a test, and the tests are there. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { AUDIT_KEPT, QUESTIONS_KEPT, REPLIES_KEPT } from "../../src/app/retention.ts";
import { readConfig } from "../../src/config.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (name: string) => readFileSync(`${ROOT}docs/${name}`, "utf8");

/** The rows of all tables. */
function claims(text: string): string[][] {
  return text
    .split(/\n\n/)
    .filter((block) => block.startsWith("|"))
    .flatMap((block) => block.split("\n").slice(2))
    .map((row) => row.split("|").map((cell) => cell.trim()));
}

describe.each(["security.md", "privacy.md"])("%s", (name) => {
  const text = read(name);

  test("names a test for every claim of its tables", () => {
    const rows = claims(text);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(row.at(-2)).toMatch(/`test\//);
  });

  test("names only tests that are there", () => {
    const named = [...text.matchAll(/`(test\/[\w./-]+)`(?: \(([\w-]+)\))?/g)];
    expect(named.length).toBeGreaterThan(5);
    for (const [, path, story] of named) {
      expect(existsSync(`${ROOT}${path}`), path).toBe(true);
      if (story) expect(existsSync(`${ROOT}${path}/${story}.json`), story).toBe(true);
    }
  });
});

test.each(["privacy.md", "run.md"])("%s says how long things are kept as it is done", (name) => {
  const text = read(name);
  const months = readConfig({}).keepMonths;
  for (const words of [
    `${months} months`,
    `${REPLIES_KEPT} days`,
    `${QUESTIONS_KEPT} days`,
    `${AUDIT_KEPT} years`,
  ])
    expect(text).toContain(words);
});
