/** Something wrong in a content file, told to the person who edits it: where, what, and how to mend it. */
import { type Flaw, sentenceOf } from "../facts/flaw.ts";
import { didYouMean } from "../facts/nearest.ts";

export interface Finding extends Flaw {
  readonly file: string;
  /** A note is worth knowing and fails nothing. */
  readonly severity: "error" | "note";
}

export function errorAt(file: string, path: string, wrong: string, right: string): Finding {
  return { file, severity: "error", path, wrong, right };
}

export function noteAt(file: string, path: string, wrong: string, right: string): Finding {
  return { file, severity: "note", path, wrong, right };
}

/** What to write in place of a word that is not known: the nearest known one, what there is, or `otherwise`. */
export function meant(typed: string, known: readonly string[], otherwise: string): string {
  return didYouMean(typed, known) || otherwise;
}

/** `file: path: what is wrong; what would be right`, as one line. */
export function lineOf(finding: Finding): string {
  return `${finding.severity === "note" ? "note: " : ""}${finding.file}: ${sentenceOf(finding)}`;
}

/** Thrown where content has to be right and is not: at start, and by commands that only use it. */
export class ContentError extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(findings.map(lineOf).join("\n"));
    this.name = "ContentError";
    this.findings = findings;
  }
}
