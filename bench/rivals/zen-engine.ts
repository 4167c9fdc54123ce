/** @gorules/zen-engine: the conditions as one expression node of a decision, an expression a rule, one call a learner. */
import { ZenEngine, type ZenEngineResponse } from "@gorules/zen-engine";
import type { Condition, Leaf } from "../../src/facts/condition.ts";
import { nested, type Rival, type Rule } from "./rival.ts";

export function zenEngine(rules: readonly Rule[]): Rival {
  const expressions = rules.map(({ conditions }, at) => ({
    id: key(at),
    key: key(at),
    value: expression(conditions),
  }));
  const nodes = [
    { id: "facts", name: "facts", type: "inputNode" },
    { id: "rules", name: "rules", type: "expressionNode", content: { expressions } },
    { id: "verdicts", name: "verdicts", type: "outputNode" },
  ].map((node) => ({ ...node, position: { x: 0, y: 0 } }));
  const edges = [
    { id: "in", type: "edge", sourceId: "facts", targetId: "rules" },
    { id: "out", type: "edge", sourceId: "rules", targetId: "verdicts" },
  ];
  const decision = new ZenEngine().createDecision({ nodes, edges });
  return {
    name: "@gorules/zen-engine",
    prepare(facts) {
      const context = nested(facts);
      return () => decision.evaluate(context);
    },
    isMet: (answer) => rules.map((_, at) => (answer as ZenEngineResponse).result[key(at)] === true),
  };
}

/** A rule's name holds a dot, which zen would read as a path. */
function key(at: number): string {
  return `rule${at}`;
}

function expression(condition: Condition): string {
  if ("all" in condition) return `(${condition.all.map(expression).join(" and ")})`;
  if ("any" in condition) return `(${condition.any.map(expression).join(" or ")})`;
  if ("not" in condition) return `not ${expression(condition.not)}`;
  return leaf(condition);
}

/** To compare null by order is an error in zen; json-rules-engine says false. */
function leaf({ fact, operator, value }: Leaf): string {
  const literal = JSON.stringify(value);
  const ordered = (sign: string) => `(${fact} != null and ${fact} ${sign} ${literal})`;
  switch (operator) {
    case "equal":
      return `${fact} == ${literal}`;
    case "notEqual":
      return `${fact} != ${literal}`;
    case "in":
      return `${fact} in ${literal}`;
    case "notIn":
      return `${fact} not in ${literal}`;
    case "lessThan":
      return ordered("<");
    case "lessThanInclusive":
      return ordered("<=");
    case "greaterThan":
      return ordered(">");
    case "greaterThanInclusive":
      return ordered(">=");
  }
}
