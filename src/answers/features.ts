/** What a question is recognised by: its words, its pairs of words, and the pieces of its longer words. */
import { stemOf } from "./tokens.ts";

/** Letters. Pieces bridge other endings, compounds and slips that the spelling leaves. */
const PIECE = 4;

/** How much each kind says, by what did best on questions that it was not trained on. */
const WORD = 1;
const PAIR = 0.4;
const PART = 0.3;

export type Features = ReadonlyMap<string, number>;

export function featuresOf(words: readonly string[]): Features {
  const features = new Map<string, number>();
  const stems = words.map(stemOf);
  stems.forEach((stem, at) => {
    features.set(stem, WORD);
    const next = stems[at + 1];
    if (next !== undefined) features.set(`${stem} ${next}`, PAIR);
  });
  for (const word of words) {
    if (word.length <= PIECE) continue;
    const edged = `_${word}_`;
    for (let at = 0; at + PIECE <= edged.length; at += 1)
      features.set(`~${edged.slice(at, at + PIECE)}`, PART);
  }
  return features;
}
