/** Finds known phrases in typed words: whole words only, longest first, forgiving a slip of the finger. */
import { distance } from "fastest-levenshtein";

/** Small letters, no accents, marks that carry nothing gone: "One-to-one!" is "one to one". */
export function plain(typed: string): string {
  return typed
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{N}+.:£%]+/gu, " ")
    .replace(/[.:](?!\d)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Where a phrase stands in text as whole words, both in plain form; -1 where it does not. */
export function indexOfPhrase(text: string, phrase: string): number {
  return ` ${text} `.indexOf(` ${phrase} `);
}

export function hasPhrase(text: string, phrase: string): boolean {
  return phrase !== "" && indexOfPhrase(text, phrase) >= 0;
}

/** The text without one phrase; a `|` stands in its place, so that words on both sides do not join to a new phrase. */
export function without(text: string, phrase: string): string {
  return ` ${text} `.replace(` ${phrase} `, " | ").trim();
}

/** True for words that differ by a slip: one letter in five, and never in a word of under four letters. */
export function isSlip(typed: string, known: string): boolean {
  if (typed.length < 4 || known.length < 4) return false;
  return distance(typed, known) <= Math.max(1, Math.floor(known.length / 5));
}
