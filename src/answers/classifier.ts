/** Tells by its features which class a text belongs to: softmax regression, with what training came to. */
import type { Features } from "./features.ts";

export interface Classifier {
  /** How likely each class is; the sum is 1. */
  likelihoods(features: Features): Float64Array;
}

/** What training comes to. */
export interface Model {
  readonly classes: number;
  /** Each feature's place, and at the same place how much it says by being rare. */
  readonly known: ReadonlyMap<string, number>;
  readonly rarity: Float32Array;
  /** For each feature one for each class, in steps of `scale`: small steps tell as much, in a fourth of the memory. */
  readonly weights: Int8Array;
  readonly scale: number;
}

export function openClassifier({ weights, scale, classes, ...rest }: Model): Classifier {
  return {
    likelihoods(features) {
      const { at, weight } = rowOf(features, rest);
      return likelihoodsOf({ at, weight: weight.map((each) => each * scale) }, weights, classes);
    },
  };
}

/** The features of one text by their places, with weights that make its length 1. */
export interface Row {
  readonly at: Int32Array;
  readonly weight: Float64Array;
}

export function rowOf(features: Features, { known, rarity }: Pick<Model, "known" | "rarity">): Row {
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

/** All loops over numbers: what allocates in them takes twice as long, and training runs them a hundred thousand times. */
export function likelihoodsOf(
  { at, weight }: Row,
  weights: Int8Array | Float32Array,
  classes: number,
): Float64Array {
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
