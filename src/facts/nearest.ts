/** "Did you mean": the known word that is nearest to what was typed. */
import { distance } from "fastest-levenshtein";

/** The nearest of `known` within about a third of the word's letters, or null where none is near or two are as near. */
export function nearest(typed: string, known: readonly string[]): string | null {
  const word = typed.toLowerCase();
  const byDistance = known
    .map((each) => ({ each, far: distance(word, each.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const [first, second] = byDistance;
  if (!first || first.far > Math.max(1, Math.floor(word.length / 3))) return null;
  return second && second.far === first.far ? null : first.each;
}

/** ` Did you mean "x"?`, or what is known, or nothing: the end of a message about a wrong word. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const near = nearest(typed, known);
  if (near) return `Did you mean "${near}"?`;
  return known.length > 0 && known.length <= 12 ? `Known here: ${known.join(", ")}.` : "";
}
