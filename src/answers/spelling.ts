/** Mends misspelt words against the words that the phrasings use. */
import { distance } from "fastest-levenshtein";

export interface Spelling {
  isKnown(word: string): boolean;
  /** The word that was meant, or null where none is near enough. */
  mended(word: string): string | null;
}

/** Shorter words are near too many others. */
const SHORTEST = 4;
const LONGEST = 24;

/** `counts`: how often each known word is used; the more usual of two that are equally near is meant. */
export function openSpelling(counts: ReadonlyMap<string, number>): Spelling {
  const byFirst = new Map<string, string[]>();
  for (const word of counts.keys()) {
    if (word.length < SHORTEST || /\d/.test(word)) continue;
    const first = word[0] as string;
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  return { isKnown: (word) => counts.has(word), mended };

  function mended(word: string): string | null {
    if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) return null;
    const most = word.length < 8 ? 1 : 2;
    let best: { word: string; far: number; count: number } | null = null;
    for (const each of byFirst.get(word[0] as string) ?? []) {
      if (Math.abs(each.length - word.length) > most) continue;
      const far = isSwap(word, each) ? 1 : distance(word, each);
      const count = counts.get(each) ?? 0;
      if (far > most || (best && (far > best.far || (far === best.far && count <= best.count)))) continue;
      best = { word: each, far, count };
    }
    return best?.word ?? null;
  }
}

/** Two letters next to each other in the wrong order are one slip. */
function isSwap(typed: string, meant: string): boolean {
  if (typed.length !== meant.length) return false;
  const at = [...typed].findIndex((letter, place) => letter !== meant[place]);
  return (
    at >= 0 &&
    typed[at] === meant[at + 1] &&
    typed[at + 1] === meant[at] &&
    typed.slice(at + 2) === meant.slice(at + 2)
  );
}
