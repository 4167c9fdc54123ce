/**
 * Trains the classifier by gradient descent over the examples, in an order that is always the same, so that the same
 * examples always give the same classifier.
 */
import { likelihoodsOf, type Model, type Row, rowOf } from "./classifier.ts";
import type { Features } from "./features.ts";

export interface Example {
  readonly features: Features;
  /** The number of its class. */
  readonly label: number;
}

const ROUNDS = 8;
const STEP = 1.6;
/** Less wrong than this a class is right enough for the example. */
const SMALLEST = 1e-3;
const EXAMPLES_A_STEP = 8;
const LARGEST_INT8 = 127;

/** A generator, since training takes longer than a program may hold its breath: it stops after every few examples. */
export function* train(examples: readonly Example[], classes: number): Generator<void, Model> {
  const known = new Map<string, number>();
  const found = new Map<string, number>();
  for (const [place, { features }] of examples.entries()) {
    for (const name of features.keys()) {
      if (!known.has(name)) known.set(name, known.size);
      found.set(name, (found.get(name) ?? 0) + 1);
    }
    if (place % EXAMPLES_A_STEP === 0) yield;
  }
  const rarity = new Float32Array(known.size);
  for (const [name, at] of known) rarity[at] = Math.log(1 + examples.length / (found.get(name) ?? 1)) / 8;
  const rows: (Row & Pick<Example, "label">)[] = [];
  for (const { features, label } of examples) {
    rows.push({ ...rowOf(features, { known, rarity }), label });
    if (rows.length % EXAMPLES_A_STEP === 0) yield;
  }
  const weights = new Float32Array(known.size * classes);
  const mistaken = new Int32Array(classes);
  const order = spread(rows.length);
  let done = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = STEP * (1 - round / ROUNDS);
    for (const each of order) {
      correct(rows[each] as Row & Pick<Example, "label">, step);
      done += 1;
      if (done % EXAMPLES_A_STEP === 0) yield;
    }
  }
  return { classes, known, rarity, ...inSmallSteps(weights) };

  function correct(row: Row & Pick<Example, "label">, step: number): void {
    const { at, weight, label } = row;
    const wrong = likelihoodsOf(row, weights, classes);
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
}

function inSmallSteps(weights: Float32Array): Pick<Model, "weights" | "scale"> {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / LARGEST_INT8 || 1;
  const small = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) small[at] = Math.round((weights[at] as number) / scale);
  return { weights: small, scale };
}

/** The numbers below `count` in an order that jumps about, always the same: neighbours among the examples are alike. */
function spread(count: number): number[] {
  const stride = [7919, 7907, 7901].find((prime) => count % prime !== 0) ?? 1;
  return Array.from({ length: count }, (_, at) => (at * stride) % count);
}
