import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FILLED_WORDS } from "../../src/content/checks/filled.ts";
import { ROOT } from "./broken.ts";

const SRC = join(ROOT, "src");
const { says, problems, advice, whatIf } = FILLED_WORDS;
const table = Object.entries({ ...says, ...problems, ...advice, ...whatIf });
const names = table.map(([name]) => name);

/** Each call of `said` with values written out: the wordings it may be for, and the names of the values. */
const calls = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .flatMap((name) => {
    const text = readFileSync(join(SRC, name), "utf8");
    return [...text.matchAll(/\bsaid\(([^,{}]+),\s*\{([^{}]*)\}/g)].flatMap(([, wording = "", values = ""]) =>
      [...wording.matchAll(/\.(\w+)/g)]
        .map(([, key = ""]) => key)
        .filter((key) => names.includes(key))
        .map((key) => ({ key, file: name, values: valueNames(values) })),
    );
  });

/** What stands inside brackets is no name of a value. */
function valueNames(values: string): string[] {
  let flat = values;
  while (/\([^()]*\)/.test(flat)) flat = flat.replace(/\([^()]*\)/g, "");
  return flat
    .split(",")
    .map((part) => part.split(":")[0]?.trim() ?? "")
    .filter((name) => name !== "")
    .sort();
}

describe("the table of placeholders", () => {
  it("is read against most of the code", () => {
    expect(new Set(calls.map(({ key }) => key)).size).toBeGreaterThan(20);
  });

  it.each(calls)("says of $key what $file fills", ({ key, values }) => {
    const listed = table.filter(([name]) => name === key).map(([, own]) => [...(own ?? [])].sort());
    expect(listed).toContainEqual(values);
  });
});
