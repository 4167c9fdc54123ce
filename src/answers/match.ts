/** Which entries a question may mean, likeliest first: the classifier and the likest phrasings together. */
import { openClassifier } from "./classifier.ts";
import type { AnswersContent, Entry } from "./entry.ts";
import { featuresOf } from "./features.ts";
import type { Learned } from "./learning.ts";
import { openSimilar } from "./similar.ts";
import { openSpelling } from "./spelling.ts";
import { openTokens } from "./tokens.ts";

export interface Candidate {
  readonly entry: Entry;
  /** From 0 to 1. */
  readonly likelihood: number;
}

export interface Match {
  /** Likeliest first; empty where the question holds no word that is known. */
  readonly candidates: readonly Candidate[];
  /** How much of what carries meaning in the question is known at all, from 0 to 1. */
  readonly known: number;
}

export interface Matcher {
  match(question: string): Match;
  /** The words of a text as they are compared, mended and with terms written out. */
  read(text: string): readonly string[];
}

/** How much the likest phrasings say beside the classifier. */
const SIMILAR = 0.25;
/** As many candidates are looked at, at most. */
const MOST = 8;

export function openMatcher(content: AnswersContent, { counts, index, model }: Learned): Matcher {
  const { entries } = content;
  const tokens = openTokens(content);
  const spelling = openSpelling(counts);
  const similar = openSimilar(index, entries.length, tokens);
  const classifier = openClassifier(model);
  return { match, read };

  function read(text: string): readonly string[] {
    return tokens.of(
      tokens
        .words(text)
        .map((word) => (spelling.isKnown(word) ? word : (spelling.mended(word) ?? word)))
        .join(" "),
    );
  }

  function match(question: string): Match {
    const words = read(question);
    const known = shareKnown(words);
    if (!words.some(spelling.isKnown)) return { candidates: [], known };
    const classified = classifier.likelihoods(featuresOf(words));
    const alike = similar(words);
    const candidates = entries
      .map((entry, label) => ({
        entry,
        likelihood: (1 - SIMILAR) * (classified[label] as number) + SIMILAR * (alike[label] as number),
      }))
      .sort((one, other) => other.likelihood - one.likelihood)
      .slice(0, MOST);
    return { candidates, known };
  }

  function shareKnown(words: readonly string[]): number {
    const telling = words.filter((word) => !tokens.isSmall(word));
    return telling.length === 0 ? 1 : telling.filter(spelling.isKnown).length / telling.length;
  }
}
