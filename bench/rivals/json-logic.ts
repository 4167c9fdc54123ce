/** json-logic-engine: the conditions as one list of JsonLogic, compiled once to a function. */
import { LogicEngine } from "json-logic-engine";
import type { Condition, Leaf } from "../../src/facts/condition.ts";
import { nested, type Rival, type Rule } from "./rival.ts";

export function jsonLogic(rules: readonly Rule[]): Rival {
  const judge = new LogicEngine().build(rules.map(({ conditions }) => logic(conditions))) as (
    data: unknown,
  ) => unknown;
  return {
    name: "json-logic-engine, compiled",
    prepare(facts) {
      const data = nested(facts);
      return () => judge(data);
    },
    isMet: (answer) => (answer as unknown[]).map((each) => each === true),
  };
}

function logic(condition: Condition): object {
  if ("all" in condition) return { and: condition.all.map(logic) };
  if ("any" in condition) return { or: condition.any.map(logic) };
  if ("not" in condition) return { "!": [logic(condition.not)] };
  return leaf(condition);
}

/** JavaScript holds null to be at most 3; json-rules-engine says false. */
function leaf({ fact, operator, value }: Leaf): object {
  const told = { var: fact };
  const ordered = (sign: string) => ({ and: [{ "!==": [told, null] }, { [sign]: [told, value] }] });
  switch (operator) {
    case "equal":
      return { "===": [told, value] };
    case "notEqual":
      return { "!==": [told, value] };
    case "in":
      return { in: [told, value] };
    case "notIn":
      return { "!": [{ in: [told, value] }] };
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
