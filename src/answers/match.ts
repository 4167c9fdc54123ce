/** Which entries a question may mean, likeliest first: the classifier and the likest phrasings together. */
import { type Classifier, type Model, openClassifier } from "./classifier.ts";
import type { AnswersContent, Entry } from "./entry.ts";
import { featuresOf } from "./features.ts";
import { openSimilar, type Phrasing, type Similar } from "./similar.ts";
import { openSpelling } from "./spelling.ts";
import { openTokens } from "./tokens.ts";
import { type Example, train } from "./training.ts";

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
const FEATURED_A_STEP = 20;

/**
 * Training takes some seconds, so it is a generator that stops every few milliseconds. `trained` is what an earlier training
 * on the same content came to.
 */
export function* openMatcher(content: AnswersContent, trained: Model | null): Generator<void, Matcher> {
  const { entries } = content;
  const tokens = openTokens(content);
  const phrasings: Phrasing[] = [];
  const counts = new Map<string, number>();
  for (const [label, { phrasings: asked, question }] of entries.entries()) {
    for (const phrasing of [...asked, question]) {
      const words = tokens.of(phrasing);
      for (const word of [...words, ...tokens.words(phrasing)]) counts.set(word, (counts.get(word) ?? 0) + 1);
      phrasings.push({ words, label });
    }
    yield;
  }
  const spelling = openSpelling(counts);
  const similar: Similar = yield* openSimilar(phrasings, entries.length, tokens);
  const classifier: Classifier = openClassifier(trained ?? (yield* trainBy(phrasings, entries.length)));
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

function* trainBy(phrasings: readonly Phrasing[], entries: number): Generator<void, Model> {
  const examples: Example[] = [];
  for (const { words, label } of phrasings) {
    examples.push({ features: featuresOf(words), label });
    if (examples.length % FEATURED_A_STEP === 0) yield;
  }
  return yield* train(examples, entries);
}

/** Trains in one go, for whoever has nothing else to do. */
export function trainOn(content: AnswersContent): Model {
  const tokens = openTokens(content);
  const phrasings = content.entries.flatMap(({ phrasings: asked, question }, label) =>
    [...asked, question].map((phrasing) => ({ words: tokens.of(phrasing), label })),
  );
  const training = trainBy(phrasings, content.entries.length);
  for (;;) {
    const { done, value } = training.next();
    if (done) return value;
  }
}
