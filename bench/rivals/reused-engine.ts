/** json-rules-engine as its documentation shows it: one Engine holds the rules, each learner's facts go to run(). */
import { Engine, type EngineResult, type RuleProperties } from "json-rules-engine";
import type { Rival, Rule } from "./rival.ts";

export function reusedEngine(rules: readonly Rule[]): Rival {
  const engine = new Engine(rules as RuleProperties[], { allowUndefinedFacts: false });
  return {
    name: "one reused json-rules-engine Engine",
    prepare: (facts) => () => engine.run(facts),
    isMet: (answer) => metRules(rules, answer as EngineResult),
  };
}

/** Results come in order of completion, so they are found by name. */
export function metRules(rules: readonly Rule[], { results, failureResults }: EngineResult): boolean[] {
  const met = new Map([...results, ...failureResults].map(({ name, result }) => [name, result === true]));
  return rules.map(({ name }) => {
    const isMet = met.get(name);
    if (isMet === undefined) throw new Error(`json-rules-engine gave no result for "${name}"`);
    return isMet;
  });
}
