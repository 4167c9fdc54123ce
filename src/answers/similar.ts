/** Which entries have a phrasing like the question, by the words that the two share. */
import MiniSearch from "minisearch";
import { stemOf, type Tokens } from "./tokens.ts";

export interface Phrasing {
  readonly words: readonly string[];
  /** The number of its entry. */
  readonly label: number;
}

/** The rarest words of a long question tell most of what it means, and each costs time. */
const MOST_WORDS = 8;
const ADDED_A_STEP = 20;
/** How many phrasings are looked at for each question. */
const NEAREST = 30;

/** For each entry the weight of its likest phrasing; the sum is 1, or 0 where nothing is alike. */
export type Similar = (words: readonly string[]) => Float64Array;

/** A generator, since indexing takes longer than a program may hold its breath. Slips are mended before. */
export function* openSimilar(
  phrasings: readonly Phrasing[],
  entries: number,
  { isSmall }: Tokens,
): Generator<void, Similar> {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    processTerm: (stem) => stem,
  });
  const found = new Map<string, number>();
  // The words are in the index; holding them a second time costs megabytes.
  const labels = Int32Array.from(phrasings, ({ label }) => label);
  for (const [id, { words }] of phrasings.entries()) {
    const stems = stemsOf(words);
    for (const stem of stems) found.set(stem, (found.get(stem) ?? 0) + 1);
    index.add({ id, text: stems.join(" ") });
    if (id % ADDED_A_STEP === 0) yield;
  }
  return (words) => {
    const weights = new Float64Array(entries);
    const rarest = stemsOf(words)
      .filter((stem) => found.has(stem))
      .sort((one, other) => (found.get(one) ?? 0) - (found.get(other) ?? 0))
      .slice(0, MOST_WORDS);
    for (const { id, score } of index.search(rarest.join(" ")).slice(0, NEAREST)) {
      const label = labels[id as number] as number;
      weights[label] = Math.max(weights[label] as number, score * score);
    }
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return sum === 0 ? weights : weights.map((weight) => weight / sum);
  };

  /** Each once. */
  function stemsOf(words: readonly string[]): string[] {
    return [...new Set(words.filter((word) => !isSmall(word)).map(stemOf))];
  }
}
