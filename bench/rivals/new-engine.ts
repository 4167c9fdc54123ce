/** json-rules-engine with an Engine of its own for each learner: safe when runs overlap, and reads the rules every time. */
import { Engine, type EngineResult, type RuleProperties } from "json-rules-engine";
import { metRules } from "./reused-engine.ts";
import type { Rival, Rule } from "./rival.ts";

export function newEngine(rules: readonly Rule[]): Rival {
  return {
    name: "a new json-rules-engine Engine per learner",
    prepare: (facts) => () =>
      new Engine(rules as RuleProperties[], { allowUndefinedFacts: false }).run(facts),
    isMet: (answer) => metRules(rules, answer as EngineResult),
  };
}
