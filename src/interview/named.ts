/** Reads list entries that have names, such as units: "M1 level 3, M2 to M4, O06 planned". */
import type { Entry } from "../facts/entry.ts";
import { findField, isTurned, wordsLeft } from "./found.ts";
import type { Surroundings, Understood } from "./kinds.ts";
import type { Choice, FieldQuestion } from "./question.ts";
import { choiceNumbered, phrasesOf } from "./reading/choice.ts";
import { plain } from "./reading/phrase.ts";
import { said } from "./words.ts";

export interface ReadLine {
  readonly entries: readonly Entry[];
  /** Words that nothing was made of: they are said back, so that nothing is lost in silence. */
  readonly leftOut: string;
}

/** A name, and what the words behind it, up to the next name, tell about it. */
interface Mention {
  readonly choice: Choice;
  readonly words: string[];
}

/** `example` shows what would be understood. Words before the first name tell about all of them. */
export function readNamed(
  line: string,
  naming: FieldQuestion,
  fields: readonly FieldQuestion[],
  example: string,
  around: Surroundings,
): Understood<ReadLine> {
  const asked = { problem: said(around.words.problems.item, { example }) };
  const text = plain(expanded(line));
  const others = fields.filter(({ id }) => id !== naming.id);
  const numbered = numbersOnly(text, naming, around);
  const { before, mentions } = numbered ?? mentionsIn(text, naming.choices ?? []);
  if (mentions.length === 0) return { answer: { entries: [], leftOut: wordsLeft(text, around) } };
  const common = told(before.join(" "), others, around);
  const own = mentions.map(({ words }) => told(words.join(" "), others, around));
  const left = [common, ...own].map(({ leftOut }) => leftOut).filter((words) => words !== "");
  if (left.some((words) => isTurned(words, around.words))) return asked;
  const shared = { ...common.values, ...trailing(own.map(({ values }) => values)) };
  const entries = mentions.flatMap(({ choice }, at) =>
    entriesOf(choice, naming, fields).map((entry) => ({ ...entry, ...shared, ...own[at]?.values })),
  );
  return { answer: { entries, leftOut: left.join(", ") } };
}

type Values = Readonly<Record<string, unknown>>;

/** "O06, O07 planned": where only the last of bare names says how far it is, it says so of all. */
function trailing(values: readonly Values[]): Values {
  const last = values.at(-1) ?? {};
  const isBare = values.slice(0, -1).every((each) => Object.keys(each).length === 0);
  return isBare && "status" in last ? { status: last.status } : {};
}

function told(
  text: string,
  fields: readonly FieldQuestion[],
  around: Surroundings,
): { values: Values; leftOut: string } {
  let rest = text;
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const found = findField(rest, field, around);
    if (!found || "problem" in found) continue;
    values[field.id] = found.answer.value;
    rest = found.answer.rest;
  }
  return { values, leftOut: wordsLeft(rest, around) };
}

/** Reads word by word; where several names begin at a word, the longest is meant. */
function mentionsIn(text: string, choices: readonly Choice[]): { before: string[]; mentions: Mention[] } {
  const phrases = choices
    .flatMap((choice) => phrasesOf(choice).map((phrase) => ({ choice, words: phrase.split(" ") })))
    .sort((a, b) => b.words.length - a.words.length);
  const words = text.split(" ");
  const before: string[] = [];
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; ) {
    const here = phrases.find((phrase) => phrase.words.every((word, place) => word === words[at + place]));
    if (here) mentions.push({ choice: here.choice, words: [] });
    else (mentions.at(-1)?.words ?? before).push(words[at] as string);
    at += here ? here.words.length : 1;
  }
  return { before, mentions };
}

/** "1, 6 and 10": names by their numbers as shown. A number that is not there leaves no mention at all. */
function numbersOnly(text: string, naming: FieldQuestion, { offers }: Surroundings) {
  if (!/^\d{1,2}(?:(?: and)? \d{1,2})*$/.test(text)) return null;
  const shown = (naming.choices ?? []).filter(offers);
  const choices = (text.match(/\d+/g) ?? []).map((number) => choiceNumbered(number, shown));
  const mentions = choices.flatMap((choice) => (choice ? [{ choice, words: [] as string[] }] : []));
  return { before: [], mentions: mentions.length === choices.length ? mentions : [] };
}

/** "M1 to M4" and "M1-M4" name every id between. */
function expanded(line: string): string {
  return line.replace(
    /\b([a-z])(\d{1,2})\s*(?:-|–|to)\s*\1(\d{1,2})\b/gi,
    (all, letter: string, from: string, to: string) => {
      const [first, last] = [Number(from), Number(to)];
      if (last < first || last - first > 40) return all;
      const ids = Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
      return ids.map((id) => `${letter}${id.padStart(from.length, "0")}`).join(" ");
    },
  );
}

/** What choosing brings into the list, with defaults for what was not said. */
export function entriesOf(choice: Choice, naming: FieldQuestion, fields: readonly FieldQuestion[]): Entry[] {
  const defaults = Object.fromEntries(
    fields.flatMap((field) => (field.default === undefined ? [] : [[field.id, field.default]])),
  );
  return (choice.entries ?? [{ [naming.id]: choice.id }]).map((entry) => ({ ...defaults, ...entry }));
}
