/**
 * Tells by its features which class a text belongs to: softmax regression, trained by gradient descent over the examples
 * in their order, so that the same examples always give the same classifier.
 */

import type { Features } from "./features.ts";

export interface Example {
  readonly features: Features;
  /** The number of its class. */
  readonly label: number;
}

export interface Classifier {
  /** How likely each class is; the sum is 1. */
  likelihoods(features: Features): Float64Array;
}

const ROUNDS = 8;
const STEP = 1.6;
/** Less wrong than this a class is right enough for the example. */
const SMALLEST = 1e-3;
const EXAMPLES_A_STEP = 8;

interface Row {
  readonly at: Int32Array;
  readonly weight: Float64Array;
  readonly label: number;
}

/** A generator, since training takes longer than a program may hold its breath: it stops after every few examples. */
export function* train(examples: readonly Example[], classes: number): Generator<void, Classifier> {
  const known = new Map<string, number>();
  const found = new Map<string, number>();
  for (const [place, { features }] of examples.entries()) {
    for (const name of features.keys()) {
      if (!known.has(name)) known.set(name, known.size);
      found.set(name, (found.get(name) ?? 0) + 1);
    }
    if (place % EXAMPLES_A_STEP === 0) yield;
  }
  const rarity = new Float64Array(known.size);
  for (const [name, at] of known) rarity[at] = Math.log(1 + examples.length / (found.get(name) ?? 1)) / 8;
  const rows: Row[] = [];
  for (const { features, label } of examples) {
    rows.push({ ...rowOf(features), label });
    if (rows.length % EXAMPLES_A_STEP === 0) yield;
  }
  const weights = new Float32Array(known.size * classes);
  // Training is all loops over numbers: what allocates in them takes twice as long.
  const mistaken = new Int32Array(classes);
  const order = spread(rows.length);
  let done = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = STEP * (1 - round / ROUNDS);
    for (const each of order) {
      correct(rows[each] as Row, step);
      done += 1;
      if (done % EXAMPLES_A_STEP === 0) yield;
    }
  }
  return { likelihoods: (features) => likelihoodsOf(rowOf(features)) };

  function correct({ at, weight, label }: Row, step: number): void {
    const wrong = likelihoodsOf({ at, weight });
    wrong[label] = (wrong[label] as number) - 1;
    let count = 0;
    for (let each = 0; each < classes; each += 1)
      if (Math.abs(wrong[each] as number) > SMALLEST) mistaken[count++] = each;
    for (let place = 0; place < at.length; place += 1) {
      const start = (at[place] as number) * classes;
      const by = step * (weight[place] as number);
      for (let each = 0; each < count; each += 1) {
        const one = mistaken[each] as number;
        weights[start + one] = (weights[start + one] as number) - by * (wrong[one] as number);
      }
    }
  }

  function rowOf(features: Features): Omit<Row, "label"> {
    const kept = [...features].flatMap(([name, weight]) => {
      const at = known.get(name);
      return at === undefined ? [] : [[at, weight * (rarity[at] as number)] as const];
    });
    const length = Math.hypot(...kept.map(([, weight]) => weight)) || 1;
    return {
      at: Int32Array.from(kept, ([at]) => at),
      weight: Float64Array.from(kept, ([, weight]) => weight / length),
    };
  }

  function likelihoodsOf({ at, weight }: Omit<Row, "label">): Float64Array {
    const scores = new Float64Array(classes);
    for (let place = 0; place < at.length; place += 1) {
      const start = (at[place] as number) * classes;
      const by = weight[place] as number;
      for (let label = 0; label < classes; label += 1)
        scores[label] = (scores[label] as number) + by * (weights[start + label] as number);
    }
    let highest = Number.NEGATIVE_INFINITY;
    for (const score of scores) highest = Math.max(highest, score);
    let sum = 0;
    for (let label = 0; label < classes; label += 1) {
      const raised = Math.exp((scores[label] as number) - highest);
      scores[label] = raised;
      sum += raised;
    }
    for (let label = 0; label < classes; label += 1) scores[label] = (scores[label] as number) / sum;
    return scores;
  }
}

/** The numbers below `count` in an order that jumps about, always the same: neighbours among the examples are alike. */
function spread(count: number): number[] {
  const stride = [7919, 7907, 7901].find((prime) => count % prime !== 0) ?? 1;
  return Array.from({ length: count }, (_, at) => (at * stride) % count);
}
