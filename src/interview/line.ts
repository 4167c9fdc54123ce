/** Reads list entries typed in one line: "60 min literacy 10 March, specialist; 3 x 45 min numeracy". */
import type { Entry } from "../facts/entry.ts";
import { findField, isTurned, wordsLeft } from "./found.ts";
import type { Surroundings, Understood } from "./kinds.ts";
import { type ReadLine, readNamed } from "./named.ts";
import type { FieldQuestion, Question } from "./question.ts";
import { durationText, findDurations } from "./reading/duration.ts";
import { withDigits } from "./reading/number.ts";
import { plain } from "./reading/phrase.ts";
import { readTotal } from "./total.ts";
import { said } from "./words.ts";

/** One entry is short; reading dates out of pages of text would keep everybody else waiting. */
const LONGEST_LINE = 400;
/** More than this in one message is a slip, or somebody's program. */
const MOST_ENTRIES = 60;

/** Several entries may stand in one text: each behind a `;`, on a line of its own, or with a length of its own. */
export function readEntries(typed: string, question: Question, around: Surroundings): Understood<ReadLine> {
  const { problems } = around.words;
  const entries: Entry[] = [];
  const leftOut: string[] = [];
  for (const line of typed.split(/[;\n]/).filter((each) => plain(each) !== "")) {
    if (line.length > LONGEST_LINE) return { problem: said(problems.lineTooLong, { most: LONGEST_LINE }) };
    for (const read of readParts(line, question, around)) {
      if ("problem" in read) return read;
      for (const entry of read.answer.entries) added(entries, entry, question);
      if (read.answer.leftOut !== "") leftOut.push(read.answer.leftOut);
    }
  }
  if (entries.length === 0) return { problem: said(problems.item, { example: question.example ?? "" }) };
  if (entries.length > MOST_ENTRIES) {
    return { problem: said(problems.tooManyItems, { count: entries.length, most: MOST_ENTRIES }) };
  }
  return { answer: { entries, leftOut: leftOut.join(", ") } };
}

function readParts(line: string, question: Question, around: Surroundings): Understood<ReadLine>[] {
  const { fields = [], example = "" } = question;
  const naming = fields.find((field) => field.choices?.some((choice) => choice.entries));
  if (naming) return [readNamed(line, naming, fields, example, around)];
  const readOne = (part: string) => readEntry(part, question, around);
  const total = readTotal(line, question, readOne, around);
  return total ? [total] : lengthsApart(line).map(readOne);
}

/** "31 hours; individuals and groups" is one entry: what has no length of its own tells about the one before. */
function added(entries: Entry[], entry: Entry, { fields = [] }: Question): void {
  const last = entries.at(-1);
  const hasLength = fields.some(({ id, kind }) => isLength(kind) && entry[id] !== undefined);
  const isAbout = last && !hasLength && fields.some(({ kind }) => isLength(kind));
  if (isAbout) entries[entries.length - 1] = { ...entry, ...last };
  else entries.push(entry);
}

function isLength(kind: string): boolean {
  return kind === "hours" || kind === "minutes";
}

const LENGTH =
  /\d+(?:[.,]\d+)?\s*(?:hours?|hrs?|h)(?:\s*(?:and\s*)?\d{1,2}(?:\s*(?:minutes?|mins?|m))?)?\b|\d+\s*(?:minutes?|mins?|m)\b/gi;

/** "60 min literacy, 45 min numeracy" is two entries: each length of time has one. Bare numbers in a row do as well. */
function lengthsApart(line: string): string[] {
  if (/^\s*\d+(?:\s*(?:,|and|&)\s*\d+)+\s*$/i.test(line)) return line.split(/,|and|&/i);
  const lengths = [...line.matchAll(LENGTH)];
  const parts = line.split(",");
  const isOneEach = parts.every((part) => (part.match(LENGTH) ?? []).length <= 1);
  // Commas part the entries where they part the lengths; a part without a length tells about the one before.
  if (isOneEach && lengths.length > 1) return parts.reduce<string[]>(joined, []);
  const starts = lengths.slice(1).map(({ index }) => index);
  return [0, ...starts].map((start, at) => line.slice(start, starts[at] ?? line.length));
}

function joined(parts: string[], part: string): string[] {
  const isFirst = parts.length === 0 || (LENGTH_ONCE.test(part) && LENGTH_ONCE.test(parts.at(-1) ?? ""));
  return isFirst ? [...parts, part] : [...parts.slice(0, -1), `${parts.at(-1)},${part}`];
}

const LENGTH_ONCE = new RegExp(LENGTH.source, "i");

function readEntry(
  line: string,
  { fields = [], example = "" }: Question,
  around: Surroundings,
): Understood<ReadLine> {
  const { times, rest: counted } = repeats(line);
  let rest = counted;
  const entry: Record<string, unknown> = {};
  for (const field of lengthsLast(fields)) {
    const found = findField(rest, field, around);
    if (!found) continue;
    if ("problem" in found) return found;
    entry[field.id] = found.answer.value;
    rest = found.answer.rest;
  }
  const leftOut = wordsLeft(rest, around);
  if (Object.keys(entry).length === 0) return { answer: { entries: [], leftOut } };
  // A bare number among words that mean nothing here is no entry: "level 3" is not three hours.
  const isGuess =
    leftOut !== "" && !hasUnit(line) && fields.some(({ id, kind }) => isLength(kind) && id in entry);
  if (isGuess || isTurned(leftOut, around.words)) {
    return { problem: said(around.words.problems.item, { example }) };
  }
  return { answer: { entries: Array.from({ length: times }, () => entry), leftOut } };
}

/** The 10 of "10 March" and the 1 of "1 to 1" are no length of time: dates go first, lengths last. */
function lengthsLast(fields: readonly FieldQuestion[]): FieldQuestion[] {
  const order = ({ kind }: FieldQuestion) => (kind === "date" ? 0 : isLength(kind) ? 2 : 1);
  return [...fields].sort((a, b) => order(a) - order(b));
}

function hasUnit(line: string): boolean {
  return findDurations(durationText(line)).length > 0;
}

const TIMES = /^\s*(\d{1,3})\s*(?:x|×|times|(?:observations?|sessions?|occasions?|visits?) of)\s+(.+)$/is;

/** "3 x 60 min", "three observations of an hour": the same entry several times. */
function repeats(line: string): { times: number; rest: string } {
  const [first = "", ...words] = line
    .trim()
    .replace(/^(\d+)(x|×)/i, "$1 $2 ")
    .split(/\s+/);
  const match = TIMES.exec([withDigits(first) || first, ...words].join(" "));
  return match ? { times: Number(match[1]), rest: match[2] as string } : { times: 1, rest: line };
}
