/** Finds known phrases in typed words: whole words only, longest first, forgiving a slip of the finger. */
import { distance } from "fastest-levenshtein";

/** Longer texts than this are typed, not content, and hardly come again. */
const SHORT = 60;
const MOST = 5_000;
const known = new Map<string, string>();

/** Small letters, no accents, marks that carry nothing gone: "One-to-one!" is "one to one". */
export function plain(typed: string): string {
  const before = known.get(typed);
  if (before !== undefined) return before;
  const text = plainAnew(typed);
  // The phrases of the content are read at every turn.
  if (typed.length <= SHORT && known.size < MOST) known.set(typed, text);
  return text;
}

function plainAnew(typed: string): string {
  return typed
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’']/g, "")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}+.:£%]+/gu, " ")
    .replace(/[.:](?!\d)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Where a phrase stands in text as whole words, both in plain form; -1 where it does not. */
export function indexOfPhrase(text: string, phrase: string): number {
  return phrase === "" ? -1 : ` ${text} `.indexOf(` ${phrase} `);
}

export function hasPhrase(text: string, phrase: string): boolean {
  return indexOfPhrase(text, phrase) >= 0;
}

/** The text with one phrase taken out; a `|` keeps the words on both sides from joining to a new phrase. */
export function without(text: string, phrase: string): string {
  return ` ${text} `.replace(` ${phrase} `, " | ").trim();
}

/** True for words that differ by a slip: one letter in five, and never in a word of under five letters. */
export function isSlip(typed: string, known: string): boolean {
  if (typed.length < 5 || known.length < 5) return false;
  return distance(typed, known) <= Math.max(1, Math.floor(known.length / 5));
}
