/** The words of a question as they are compared: small letters, people's terms written out, endings cut off. */
import { stemmer } from "stemmer";
import type { AnswersContent } from "./entry.ts";

export interface Tokens {
  /** Every word as it was typed. */
  words(text: string): string[];
  /** The same, with terms written out. */
  of(text: string): readonly string[];
  /** The words that carry meaning. */
  isSmall(word: string): boolean;
}

/** Longer questions are read to here: more words add cost and no meaning. */
const MOST_WORDS = 80;

export function openTokens({ terms, small }: Pick<AnswersContent, "terms" | "small">): Tokens {
  const smallWords = new Set(small);
  const byFirst = termsByFirst(terms);
  return {
    words: (text) => words(text).slice(0, MOST_WORDS),
    of: (text) => writtenOut(words(text).slice(0, MOST_WORDS), byFirst),
    isSmall: (word) => smallWords.has(word),
  };
}

/** `goes`, `going` and `go` are the same word. */
export function stemOf(word: string): string {
  return stemmer(word);
}

/** Addresses and markup are no words; `30hrs` are two, and `O4` is the unit O04. */
function words(text: string): string[] {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/https?:\/\/\S+|<[^<>]{0,200}>/g, " ")
    .replace(/['\u2019`]/g, "")
    .replace(/\b([mno])(\d)\b/g, "$10$2")
    .replace(/\b(\d+)(?=[a-z]{2,})/g, "$1 ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

interface Term {
  readonly typed: readonly string[];
  readonly means: readonly string[];
}

/** By their first words; the longest of each come first. Of two that are typed alike the last counts. */
function termsByFirst(terms: AnswersContent["terms"]): ReadonlyMap<string, readonly Term[]> {
  const all = terms.flatMap(({ means, also }) =>
    also.map((each) => ({ typed: words(each), means: words(means) })),
  );
  const byFirst = new Map<string, Term[]>();
  for (const term of all.reverse().sort((one, other) => other.typed.length - one.typed.length)) {
    const [first = ""] = term.typed;
    byFirst.set(first, [...(byFirst.get(first) ?? []), term]);
  }
  return byFirst;
}

/** The longest term at each place is written out. */
function writtenOut(
  given: readonly string[],
  byFirst: ReadonlyMap<string, readonly Term[]>,
): readonly string[] {
  const result: string[] = [];
  for (let at = 0; at < given.length; ) {
    const word = given[at] as string;
    const term = byFirst
      .get(word)
      ?.find(({ typed }) => typed.every((each, place) => each === given[at + place]));
    result.push(...(term?.means ?? [word]));
    at += term?.typed.length ?? 1;
  }
  return result;
}
