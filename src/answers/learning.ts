/** What can be learned of the phrasings before anybody asks: it takes some seconds, and is the same each time. */
import type { Model } from "./classifier.ts";
import type { AnswersContent } from "./entry.ts";
import { featuresOf } from "./features.ts";
import { type Index, indexed, type Phrasing } from "./similar.ts";
import { openTokens } from "./tokens.ts";
import { type Example, train } from "./training.ts";

export interface Learned {
  /** How often each word is used. */
  readonly counts: ReadonlyMap<string, number>;
  readonly index: Index;
  readonly model: Model;
}

const FEATURED_A_STEP = 20;

/** A generator, since it takes longer than a program may hold its breath: it stops every few milliseconds. */
export function* learn(content: AnswersContent): Generator<void, Learned> {
  const tokens = openTokens(content);
  const phrasings: Phrasing[] = [];
  const counts = new Map<string, number>();
  for (const [label, { phrasings: asked, question }] of content.entries.entries()) {
    for (const phrasing of [...asked, question]) {
      const words = tokens.of(phrasing);
      for (const word of [...words, ...tokens.words(phrasing)]) counts.set(word, (counts.get(word) ?? 0) + 1);
      phrasings.push({ words, label });
    }
    yield;
  }
  const index = yield* indexed(phrasings, tokens);
  const examples: Example[] = [];
  for (const { words, label } of phrasings) {
    examples.push({ features: featuresOf(words), label });
    if (examples.length % FEATURED_A_STEP === 0) yield;
  }
  return { counts, index, model: yield* train(examples, content.entries.length) };
}

/** Learns in one go, for whoever has nothing else to do. */
export function learnNow(content: AnswersContent): Learned {
  const learning = learn(content);
  for (;;) {
    const { done, value } = learning.next();
    if (done) return value;
  }
}
