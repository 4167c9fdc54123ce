/** The words of a question as they are compared: small letters, people's terms written out, endings cut off. */
import { stemmer } from "stemmer";
import type { AnswersContent } from "./entry.ts";

export interface Tokens {
  /** Every word as it was typed. */
  words(text: string): string[];
  /** The same, with terms written out. */
  of(text: string): string[];
  /** The words that carry meaning. */
  isSmall(word: string): boolean;
}

/** Longer questions are read to here: more words add cost and no meaning. */
const MOST_WORDS = 80;

export function openTokens({ terms, small }: Pick<AnswersContent, "terms" | "small">): Tokens {
  const smallWords = new Set(small);
  const writtenOut = new Map<string, string[]>();
  for (const { means, also } of terms)
    for (const each of also) writtenOut.set(words(each).join(" "), words(means));
  const longest = Math.max(1, ...[...writtenOut.keys()].map((key) => key.split(" ").length));
  return {
    words: (text) => words(text).slice(0, MOST_WORDS),
    of: (text) => expanded(words(text).slice(0, MOST_WORDS), writtenOut, longest),
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

/** The longest term at each place is written out. */
function expanded(
  given: readonly string[],
  writtenOut: ReadonlyMap<string, string[]>,
  longest: number,
): string[] {
  const result: string[] = [];
  for (let at = 0; at < given.length; ) {
    let taken = 0;
    for (let length = Math.min(longest, given.length - at); length > 0 && taken === 0; length -= 1) {
      const meant = writtenOut.get(given.slice(at, at + length).join(" "));
      if (!meant) continue;
      result.push(...meant);
      taken = length;
    }
    if (taken === 0) result.push(given[at] as string);
    at += taken || 1;
  }
  return result;
}
