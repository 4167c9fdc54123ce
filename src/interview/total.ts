/** Reads a total and its parts: "30 hours in all, 10 literacy, 12 numeracy". What is left keeps its part open. */
import type { Entry } from "../facts/entry.ts";
import { findAmount } from "./found.ts";
import type { Surroundings, Understood } from "./kinds.ts";
import type { ReadLine } from "./named.ts";
import type { Question } from "./question.ts";
import { hasPhrase, plain } from "./reading/phrase.ts";
import { said } from "./words.ts";

/** null where the line names no total. `readOne` reads one part as an entry. */
export function readTotal(
  line: string,
  { totals, fields = [] }: Question,
  readOne: (part: string) => Understood<ReadLine>,
  { words }: Surroundings,
): Understood<ReadLine> | null {
  const of = fields.find(({ id }) => id === totals?.of);
  const word = totals?.words.find((each) => hasPhrase(plain(line), plain(each)));
  if (!of || word === undefined) return null;
  const bare = (totals?.words ?? []).reduce(
    (text, each) => text.replace(new RegExp(`\\b${each}\\b`, "i"), ","),
    line,
  );
  const parts = bare.split(/,|:|\band\b|(?<=\D)(?=\b\d)/i).filter((each) => plain(each) !== "");
  const whole = parts.map((part) => findAmount(part, of, words)).findIndex((found) => found !== null);
  const total = whole < 0 ? null : findAmount(parts[whole] as string, of, words);
  if (!total || "problem" in total) return total;
  const told: Entry[] = [];
  const leftOut: string[] = [];
  for (const part of [total.answer.rest, ...parts.filter((_, at) => at !== whole)]) {
    const read = readOne(part);
    if ("problem" in read) return read;
    told.push(...read.answer.entries);
    if (read.answer.leftOut !== "") leftOut.push(read.answer.leftOut);
  }
  const amount = Number(total.answer.value);
  const ofParts = told.filter((entry) => entry[of.id] !== undefined);
  const sum = ofParts.reduce((before, entry) => before + Number(entry[of.id]), 0);
  if (sum > amount) return { problem: said(words.problems.areasExceedTotal, { parts: sum, total: amount }) };
  const rest = Math.round((amount - sum) * 100) / 100;
  const all = told.filter((entry) => entry[of.id] === undefined).reduce(merged, {});
  const entries = rest > 0 ? [...ofParts, { [of.id]: rest }] : ofParts;
  return { answer: { entries: entries.map((entry) => ({ ...all, ...entry })), leftOut: leftOut.join(", ") } };
}

/** What is said of all parts; two answers to a question that takes several are both kept. */
function merged(before: Entry, entry: Entry): Entry {
  const both = Object.entries(entry).map(([id, value]) => {
    const known = before[id];
    return [id, Array.isArray(value) && Array.isArray(known) ? [...new Set([...known, ...value])] : value];
  });
  return { ...before, ...Object.fromEntries(both) };
}
