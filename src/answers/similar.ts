/** Which entries have a phrasing like the question, by the words that the two share. */
import MiniSearch from "minisearch";
import { stemOf, type Tokens } from "./tokens.ts";

export interface Phrasing {
  readonly words: readonly string[];
  /** The number of its entry. */
  readonly label: number;
}

/** How many phrasings are looked at for each question. */
const NEAREST = 30;

/** For each entry the weight of its likest phrasing; the sum is 1, or 0 where nothing is alike. */
export type Similar = (words: readonly string[]) => Float64Array;

export function openSimilar(phrasings: readonly Phrasing[], entries: number, { isSmall }: Tokens): Similar {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    processTerm: (word) => (isSmall(word) ? null : stemOf(word)),
    searchOptions: { fuzzy: 0.2, prefix: (word) => word.length > 4 },
  });
  index.addAll(phrasings.map(({ words }, id) => ({ id, text: words.join(" ") })));
  return (words) => {
    const weights = new Float64Array(entries);
    for (const { id, score } of index.search(words.join(" ")).slice(0, NEAREST)) {
      const { label } = phrasings[id as number] as Phrasing;
      weights[label] = Math.max(weights[label] as number, score * score);
    }
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return sum === 0 ? weights : weights.map((weight) => weight / sum);
  };
}
