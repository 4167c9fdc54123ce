/** The words that the phrasings use: they tell names apart, and what may be urgent. */
import type { AnswersContent, Entry } from "./entry.ts";

export interface Vocabulary {
  /** It has a word that only urgent entries have. */
  mayBeUrgent(text: string): boolean;
  /** The text without addresses, numbers and what may be somebody's name. */
  withoutNames(text: string): string;
}

/** A question is kept to here: what is longer tells a story. */
const LONGEST = 200;
const GAP = "…";

export function openVocabulary({ entries }: Pick<AnswersContent, "entries">): Vocabulary {
  const calm = wordsOf(entries.filter(({ isUrgent }) => !isUrgent));
  const urgent = wordsOf(entries.filter(({ isUrgent }) => isUrgent));
  // Phrasings about other people hold names themselves.
  const known = wordsOf(entries.filter(({ isPrivate }) => !isPrivate));
  return {
    mayBeUrgent: (text) => words(text).some((word) => urgent.has(word) && !calm.has(word)),
    withoutNames: (text) =>
      text
        .slice(0, LONGEST)
        .replace(/<[^<>]*>|https?:\/\/\S+|\S+@\S+|@\S+/g, GAP)
        .replace(/\d[\d\s-]{4,}/g, GAP)
        .replace(/\b(called|named|name is|names)\s+\S+/gi, `$1 ${GAP}`)
        .replace(/\b(mr|mrs|ms|miss|dr)\.?\s+\S+/gi, `$1 ${GAP}`)
        .replace(/\p{Lu}[\p{L}'\u2019-]*/gu, (word) => (known.has(word.toLowerCase()) ? word : GAP))
        .replace(/\s+/g, " ")
        .trim(),
  };
}

function wordsOf(entries: readonly Entry[]): Set<string> {
  return new Set(entries.flatMap(({ phrasings, question }) => [...phrasings, question].flatMap(words)));
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}'\u2019]+/u)
    .filter((word) => word !== "");
}
