/** What the build learned and kept: the same as learning it anew, and not used for anything else. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openAnswers } from "../../src/answers/answers.ts";
import type { AnswersContent } from "../../src/answers/entry.ts";
import { findTrained, keepTrained } from "../../src/content/trained.ts";
import { answers } from "./library.ts";

/** Some entries with some phrasings, which are learned at once. */
const FEW: AnswersContent = {
  ...answers.content,
  entries: answers.content.entries
    .slice(0, 12)
    .map((entry) => ({ ...entry, phrasings: entry.phrasings.slice(0, 12) })),
};
const QUESTIONS = FEW.entries.flatMap(({ phrasings, question }) => [question, ...phrasings.slice(0, 3)]);

function built(): string {
  const root = mkdtempSync(join(tmpdir(), "signpost-built-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ["dist", "src/answers"]) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "src/answers/code.ts"), "");
  return root;
}

describe("what the build learned", () => {
  test("answers as what is learned anew", async () => {
    const root = built();
    keepTrained(root, FEW);
    const model = findTrained(root, FEW);
    expect(model).not.toBeNull();
    const [kept, anew] = [openAnswers(FEW, () => model), openAnswers(FEW)];
    for (const question of QUESTIONS) expect(await kept.ask(question)).toEqual(await anew.ask(question));
  });

  test("is not used once a phrasing, or the code that learns, has changed", () => {
    const root = built();
    keepTrained(root, FEW);
    const [first, ...rest] = FEW.entries;
    const asked = {
      ...first,
      phrasings: [...(first?.phrasings ?? []), "one more"],
    } as (typeof FEW.entries)[0];
    expect(findTrained(root, { ...FEW, entries: [asked, ...rest] })).toBeNull();
    writeFileSync(join(root, "src/answers/code.ts"), "// changed");
    expect(findTrained(root, FEW)).toBeNull();
  });

  test.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ["of another kind", () => Buffer.from("a letter\n and no model")],
    ["empty", () => Buffer.alloc(0)],
  ])("is not used where its file is %s", (_, spoil) => {
    const root = built();
    keepTrained(root, FEW);
    const file = join(root, "dist/answers.model");
    writeFileSync(file, spoil(readFileSync(file)));
    expect(findTrained(root, FEW)).toBeNull();
  });

  test("is used without the code's source beside it, as in an image", () => {
    const root = built();
    keepTrained(root, FEW);
    const image = built();
    rmSync(join(image, "src"), { recursive: true });
    cpSync(join(root, "dist"), join(image, "dist"), { recursive: true });
    expect(findTrained(image, FEW)).not.toBeNull();
  });
});
