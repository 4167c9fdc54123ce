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
  let sorted: Sorted | null = null;
  // Only once somebody writes: a program that starts has more urgent things to do.
  const known = () => {
    sorted ??= sortedFrom(entries);
    return sorted;
  };
  return {
    mayBeUrgent: (text) => words(text).some((word) => known().urgent.has(word) && !known().calm.has(word)),
    withoutNames: (text) =>
      text
        .slice(0, LONGEST)
        .replace(/<[^<>]*>|https?:\/\/\S+|\S+@\S+|@\S+/g, GAP)
        .replace(/\d[\d\s-]{4,}/g, GAP)
        .replace(/\b(called|named|name is|names)\s+\S+/gi, `$1 ${GAP}`)
        .replace(/\b(mr|mrs|ms|miss|dr)\.?\s+\S+/gi, `$1 ${GAP}`)
        .replace(/\p{Lu}[\p{L}'\u2019-]*/gu, (word) =>
          known().impersonal.has(word.toLowerCase()) ? word : GAP,
        )
        .replace(/\s+/g, " ")
        .trim(),
  };
}

interface Sorted {
  readonly urgent: ReadonlySet<string>;
  readonly calm: ReadonlySet<string>;
  /** Phrasings about other people hold names themselves. */
  readonly impersonal: ReadonlySet<string>;
}

function sortedFrom(entries: readonly Entry[]): Sorted {
  const urgent = new Set<string>();
  const calm = new Set<string>();
  const impersonal = new Set<string>();
  for (const { phrasings, question, isUrgent, isPrivate } of entries) {
    for (const word of words([...phrasings, question].join("\n"))) {
      (isUrgent ? urgent : calm).add(word);
      if (!isPrivate) impersonal.add(word);
    }
  }
  return { urgent, calm, impersonal };
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}'\u2019]+/u)
    .filter((word) => word !== "");
}
