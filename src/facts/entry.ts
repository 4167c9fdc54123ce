/** One entry of a list against a `where`: does it match, may it match, or does it not? */

import type { Field, Where } from "./catalogue.ts";
import type { Scalar } from "./value.ts";

export type Entry = Readonly<Record<string, unknown>>;

/** 0 = no, 1 = may, since something about the entry is not told, 2 = yes. */
export type Match = 0 | 1 | 2;
type Test = (entry: Entry) => Match;

/** Makes the test once, so that ten thousand learners do not read the `where` again. */
export function matcher(where: Where = {}, fields: readonly Field[] = []): Test {
  const tests = Object.entries(where).map(([id, wanted]) => {
    const notTold = fields.find((field) => field.id === id)?.notTold ?? [];
    return fieldTest(id, wanted, notTold);
  });
  return (entry) => {
    let match: Match = 2;
    for (const test of tests) {
      const one = test(entry);
      if (one === 0) return 0;
      if (one < match) match = one;
    }
    return match;
  };
}

function fieldTest(field: string, wanted: Where[string], notTold: readonly unknown[]): Test {
  const accepts = acceptor(wanted);
  return (entry) => {
    const told = entry[field];
    if (told === null || told === undefined || notTold.includes(told)) return 1;
    const isMatch = Array.isArray(told) ? told.some(accepts) : accepts(told as Scalar);
    return isMatch ? 2 : 0;
  };
}

function acceptor(wanted: Where[string]): (told: Scalar) => boolean {
  if (Array.isArray(wanted)) {
    const [only] = wanted;
    return wanted.length === 1 ? (told) => told === only : (told) => wanted.includes(told);
  }
  if ("min" in wanted) return (told) => typeof told === "number" && told >= wanted.min;
  return (told) => typeof told === "number" && told < wanted.below;
}
