/** The real content with something broken in it: what does the check find that it does not find without? */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { checkContent } from "../../src/content/check.ts";
import { type Finding, lineOf } from "../../src/content/finding.ts";
import { applyChange, type Change, placeIn } from "./change.ts";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const LLUK = "rules/lluk-2010";

export interface Expected {
  /** Else the file of the first change. */
  readonly file?: string;
  readonly at: string;
  /** A telling part of the words. */
  readonly says: string;
  readonly severity?: "note";
}

export interface Broken {
  /** A sentence of what is wrong, as the test is called. */
  readonly wrong: string;
  readonly change: Change | readonly Change[];
  readonly found: Expected | readonly Expected[];
}

/** A copy of the content that a test may break; removed afterwards. */
export async function withCopy<T>(use: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "signpost-check-"));
  try {
    for (const folder of ["rules", "conversations", "schemas"])
      cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const whole = withCopy(checkContent);

/** What is found after the changes, and was not found before; stale schemas only where the changes are among them. */
export async function newFindings(root: string, changes: readonly Change[]): Promise<Finding[]> {
  const known = new Set((await whole).map(lineOf));
  const isAboutSchemas = changes.some(({ file }) => file.startsWith("schemas/"));
  for (const change of changes) applyChange(root, change);
  const findings = await checkContent(root);
  return findings.filter(
    (finding) => !known.has(lineOf(finding)) && (isAboutSchemas || !finding.file.startsWith("schemas/")),
  );
}

/** Each case finds exactly what it says, and nothing else. */
export function itFinds(cases: readonly Broken[]): void {
  it.each(cases)("$wrong", async ({ change, found }) => {
    await withCopy(async (root) => {
      const changes = [change].flat() as readonly Change[];
      const findings = await newFindings(root, changes);
      const expected = ([found].flat() as readonly Expected[]).map((each) => {
        const file = each.file ?? changes[0]?.file ?? "";
        const words = expect.stringContaining(each.says);
        return { file, severity: each.severity ?? "error", path: placeIn(root, file, each.at), words };
      });
      const told = findings.map(({ file, severity, path, wrong, right }) => {
        expect(wrong, "what is wrong is said").not.toBe("");
        expect(right, "what to do is said").not.toBe("");
        return { file, severity, path, words: `${wrong}; ${right}` };
      });
      expect(told.sort(byPlace)).toEqual(expected.sort(byPlace));
    });
  });
}

function byPlace(a: { file: string; path: string }, b: { file: string; path: string }): number {
  return a.file.localeCompare(b.file) || a.path.localeCompare(b.path);
}

/** A sound requirement of the Award, for cases that add one. */
export function requirement(name: string, conditions: unknown, params: object = {}) {
  return {
    name,
    conditions,
    event: {
      type: "requirement",
      params: {
        kind: "guideline",
        title: "One more",
        messages: { met: "Met.", unmet: "Unmet.", unknown: "Not known." },
        cites: [{ section: "Learning support practice", lines: [260, 263] }],
        ...params,
      },
    },
  };
}

export function leaf(fact: string, operator: string, value: unknown) {
  return { fact, operator, value };
}
