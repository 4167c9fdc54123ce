/** Reads list entries typed in one line: "60 min literacy 10 March, specialist; 3 x 45 min numeracy". */
import type { Entry } from "../facts/entry.ts";
import { findAmount, findField, wordsLeft } from "./found.ts";
import type { Surroundings, Understood } from "./kinds.ts";
import { type ReadLine, readNamed } from "./named.ts";
import type { FieldQuestion, Question } from "./question.ts";
import { durationText, findDurations } from "./reading/duration.ts";
import { withDigits } from "./reading/number.ts";
import { hasPhrase, plain } from "./reading/phrase.ts";
import { said } from "./words.ts";

/** One entry is short; reading dates out of pages of text would keep everybody else waiting. */
const LONGEST_LINE = 400;
/** More than this in one message is a slip, or somebody's program. */
const MOST_ENTRIES = 60;

/** Several entries may stand in one text, each behind a `;` or on a line of its own. */
export function readEntries(typed: string, question: Question, around: Surroundings): Understood<ReadLine> {
  const entries: Entry[] = [];
  const leftOut: string[] = [];
  for (const line of typed.split(/[;\n]/).filter((each) => plain(each) !== "")) {
    if (line.length > LONGEST_LINE) {
      return { problem: said(around.words.problems.lineTooLong, { most: LONGEST_LINE }) };
    }
    const total = readTotal(line, question, around);
    const reads = total ? [total] : lengthsApart(line).map((part) => readLine(part, question, around));
    for (const read of reads) {
      if ("problem" in read) return read;
      entries.push(...read.answer.entries);
      if (read.answer.leftOut !== "") leftOut.push(read.answer.leftOut);
    }
  }
  const { problems } = around.words;
  if (entries.length === 0) return { problem: said(problems.item, { example: question.example ?? "" }) };
  if (entries.length > MOST_ENTRIES) {
    return { problem: said(problems.tooManyItems, { count: entries.length, most: MOST_ENTRIES }) };
  }
  return { answer: { entries, leftOut: leftOut.join(", ") } };
}

const LENGTH =
  /\d+(?:[.,]\d+)?\s*(?:hours?|hrs?|h)(?:\s*(?:and\s*)?\d{1,2}(?:\s*(?:minutes?|mins?|m))?)?\b|\d+\s*(?:minutes?|mins?|m)\b/gi;

/** "60 min literacy, 45 min numeracy" is two entries: each length of time begins one. */
function lengthsApart(line: string): string[] {
  const starts = [...line.matchAll(LENGTH)].slice(1).map(({ index }) => index);
  return [0, ...starts].map((start, at) => line.slice(start, starts[at] ?? line.length));
}

function readLine(line: string, question: Question, around: Surroundings): Understood<ReadLine> {
  const fields = question.fields ?? [];
  const naming = fields.find((field) => field.choices?.some((choice) => choice.entries));
  if (naming) return { answer: readNamed(line, naming, fields, around) };
  const { times, rest: counted } = repeats(line);
  let rest = counted;
  const entry: Record<string, unknown> = {};
  for (const field of datesFirst(fields)) {
    const found = findField(rest, field, around);
    if (!found) continue;
    if ("problem" in found) return found;
    entry[field.id] = found.answer.value;
    rest = found.answer.rest;
  }
  const leftOut = wordsLeft(rest, around);
  // A bare number among words that mean nothing here is no entry: "level 3" is not three hours.
  const isGuess = leftOut !== "" && hasAmount(entry, fields) && !hasUnit(line);
  const entries = Object.keys(entry).length > 0 && !isGuess ? Array.from({ length: times }, () => entry) : [];
  return { answer: { entries, leftOut: isGuess ? plain(line) : leftOut } };
}

/** The 10 of "10 March" is no length of time, so dates are taken out of the line first. */
function datesFirst(fields: readonly FieldQuestion[]): FieldQuestion[] {
  return [...fields].sort((a, b) => Number(b.kind === "date") - Number(a.kind === "date"));
}

function hasAmount(entry: Entry, fields: readonly FieldQuestion[]): boolean {
  return fields.some(({ id, kind }) => (kind === "hours" || kind === "minutes") && entry[id] !== undefined);
}

function hasUnit(line: string): boolean {
  return findDurations(durationText(line)).length > 0;
}

/** "3 x 60 min", "three observations of an hour": the same entry several times. */
function repeats(line: string): { times: number; rest: string } {
  const match =
    /^\s*(\d{1,2})\s*(?:x|×|times|(?:observations?|sessions?|occasions?|visits?) of)\s+(.+)$/is.exec(
      withDigitsAtStart(line),
    );
  return match
    ? { times: Math.min(Number(match[1]), 50), rest: match[2] as string }
    : { times: 1, rest: line };
}

function withDigitsAtStart(line: string): string {
  const [first = "", ...words] = line
    .trim()
    .replace(/^(\d+)(x|×)/i, "$1 $2 ")
    .split(/\s+/);
  return [withDigits(first) || first, ...words].join(" ");
}

/** "30 hours in all, 10 literacy, 12 numeracy": parts of a total, and what is left of it with its area open. */
function readTotal(line: string, question: Question, around: Surroundings): Understood<ReadLine> | null {
  const { totals, fields = [] } = question;
  const of = fields.find(({ id }) => id === totals?.of);
  const by = fields.find(({ id }) => id === totals?.by);
  if (!totals || !of || !by || !totals.words.some((word) => hasPhrase(plain(line), plain(word)))) return null;
  const [first = "", ...others] = line.split(/,|:|\bof which\b|\bincluding\b|\band\b/i);
  const total = findAmount(first, of, around);
  if (!total || "problem" in total) return total;
  const parts: Entry[] = [];
  for (const other of others.filter((each) => plain(each) !== "")) {
    const part = readLine(other, question, around);
    if ("problem" in part) return part;
    parts.push(...part.answer.entries);
  }
  const whole = Number(total.answer.value);
  const told = parts.reduce((sum, part) => sum + Number(part[of.id] ?? 0), 0);
  if (told > whole)
    return { problem: said(around.words.problems.areasExceedTotal, { parts: told, total: whole }) };
  const rest = Math.round((whole - told) * 100) / 100;
  return { answer: { entries: rest > 0 ? [...parts, { [of.id]: rest }] : parts, leftOut: "" } };
}
