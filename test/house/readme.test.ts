/** The conversation in the README is a real one. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { newFolder, run } from "../command-line/signpost.ts";

const README = readFileSync(fileURLToPath(new URL("../../README.md", import.meta.url)), "utf8");

const TYPED = [
  "college",
  "yep",
  "the teacher",
  "y",
  "all sorts of subjects",
  "full certificate",
  "yes",
  "M1 level 3, M2, the ICT awareness award",
  "that's all",
  "22.5 hours, one to one and groups",
  "that is all",
  "2 x 60 min",
  "that is all",
  "skip",
  "yes",
  "yes",
  "yes",
  "y",
];

test("every line of the conversation in the README is said in that order", { timeout: 60_000 }, () => {
  const folder = newFolder();
  const { out } = run(["chat"], { data: folder.path, input: TYPED.join("\n") });
  folder.remove();
  const shown = /## What it is like[\s\S]*?```\n([\s\S]*?)```/.exec(README)?.[1] ?? "";
  const pieces = shown.split(/…|\n/).map((piece) => piece.trim());
  let from = 0;
  for (const piece of pieces.filter((each) => each !== "")) {
    const at = out.indexOf(piece, from);
    expect(at, piece).toBeGreaterThanOrEqual(0);
    from = at + piece.length;
  }
  expect(pieces.length).toBeGreaterThan(20);
});
