/** Reads list entries that have names, such as units: "M1 level 3, M2 to M4, O06 planned". */
import type { Entry } from "../facts/entry.ts";
import { findChoice, findField, wordsLeft } from "./found.ts";
import type { Surroundings } from "./kinds.ts";
import type { Choice, FieldQuestion } from "./question.ts";
import { plain } from "./reading/phrase.ts";

export interface ReadLine {
  readonly entries: readonly Entry[];
  /** Words that nothing was made of: they are said back, so that nothing is lost in silence. */
  readonly leftOut: string;
}

/** Each part between commas may name several entries, and its other words go with all of them. */
export function readNamed(
  line: string,
  naming: FieldQuestion,
  fields: readonly FieldQuestion[],
  around: Surroundings,
): ReadLine {
  const parts = partsOf(line, naming).map((part) => readPart(part, naming, fields, around));
  return {
    entries: parts.flatMap(({ entries }) => entries),
    leftOut: parts
      .map(({ leftOut }) => leftOut)
      .filter((left) => left !== "")
      .join(", "),
  };
}

function readPart(
  part: string,
  naming: FieldQuestion,
  fields: readonly FieldQuestion[],
  around: Surroundings,
): ReadLine {
  const { named, rest: unnamed } = takeNames(part, naming);
  let rest = unnamed;
  const extra: Record<string, unknown> = {};
  for (const field of fields.filter(({ id }) => id !== naming.id)) {
    const found = findField(rest, field, around);
    if (!found || "problem" in found) continue;
    extra[field.id] = found.answer.value;
    rest = found.answer.rest;
  }
  const left = wordsLeft(rest, around);
  return {
    entries: named
      .flatMap((choice) => entriesOf(choice, naming, fields))
      .map((entry) => ({ ...entry, ...extra })),
    leftOut: left === "" && named.length === 0 ? part : left,
  };
}

/** The longest name goes first: a title may stand inside another. */
function takeNames(part: string, naming: FieldQuestion): { named: Choice[]; rest: string } {
  const named: Choice[] = [];
  let rest = part;
  for (;;) {
    const found = findChoice(rest, { ...naming, kind: "choice" });
    if (!found || "problem" in found) return { named, rest };
    rest = found.answer.rest;
    named.push(...(naming.choices ?? []).filter(({ id }) => id === found.answer.value));
  }
}

/** Commas part entries, except inside a title that has one: "needs for work, education and life". */
function partsOf(line: string, naming: FieldQuestion): string[] {
  const titles = (naming.choices ?? [])
    .flatMap(({ label, also = [] }) => [label, ...also])
    .filter((each) => each.includes(","));
  const kept = titles.reduce(
    (text, title) => text.replaceAll(new RegExp(escaped(title), "gi"), plain(title)),
    expanded(line),
  );
  return kept
    .split(",")
    .map(plain)
    .filter((part) => part !== "");
}

/** "M1 to M4" and "M1-M4" name every id between. */
function expanded(line: string): string {
  return line.replace(
    /\b([a-z])(\d{1,2})\s*(?:-|–|to)\s*\1(\d{1,2})\b/gi,
    (all, letter: string, from: string, to: string) => {
      const [first, last] = [Number(from), Number(to)];
      if (last < first || last - first > 40) return all;
      return Array.from(
        { length: last - first + 1 },
        (_, i) => `${letter}${String(first + i).padStart(from.length, "0")}`,
      ).join(" ");
    },
  );
}

function escaped(title: string): string {
  return title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** What choosing brings into the list, with defaults for what was not said. */
export function entriesOf(choice: Choice, naming: FieldQuestion, fields: readonly FieldQuestion[]): Entry[] {
  const defaults = Object.fromEntries(
    fields.flatMap((field) => (field.default === undefined ? [] : [[field.id, field.default]])),
  );
  return (choice.entries ?? [{ [naming.id]: choice.id }]).map((entry) => ({ ...defaults, ...entry }));
}
