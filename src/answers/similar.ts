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

/** The phrasings by the words that carry meaning. */
export interface Index {
  readonly words: MiniSearch;
  /** How many phrasings hold each word. */
  readonly found: ReadonlyMap<string, number>;
  /** The number of each phrasing's entry. */
  readonly labels: readonly number[];
}

/** As the index is opened again from what was kept of it. */
export const INDEXING = { fields: ["text"], processTerm: (stem: string) => stem };

/** A generator, since indexing takes longer than a program may hold its breath. */
export function* indexed(phrasings: readonly Phrasing[], tokens: Tokens): Generator<void, Index> {
  const words = new MiniSearch<{ id: number; text: string }>(INDEXING);
  const found = new Map<string, number>();
  for (const [id, phrasing] of phrasings.entries()) {
    const stems = stemsOf(phrasing.words, tokens);
    for (const stem of stems) found.set(stem, (found.get(stem) ?? 0) + 1);
    words.add({ id, text: stems.join(" ") });
    if (id % ADDED_A_STEP === 0) yield;
  }
  return { words, found, labels: phrasings.map(({ label }) => label) };
}

/** For each entry the weight of its likest phrasing; the sum is 1, or 0 where nothing is alike. */
export type Similar = (words: readonly string[]) => Float64Array;

/** Slips are mended before. */
export function openSimilar(
  { words: index, found, labels }: Index,
  entries: number,
  tokens: Tokens,
): Similar {
  return (words) => {
    const weights = new Float64Array(entries);
    const rarest = stemsOf(words, tokens)
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
}

/** Each once. */
function stemsOf(words: readonly string[], { isSmall }: Tokens): string[] {
  return [...new Set(words.filter((word) => !isSmall(word)).map(stemOf))];
}
