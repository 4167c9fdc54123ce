/** A condition names facts that are there, and compares each with what it can be. */
import { type Catalogue, type Fact, factsOf } from "../../facts/catalogue.ts";
import { type Leaf, ORDER_OPERATORS } from "../../facts/condition.ts";
import type { Finding } from "../finding.ts";
import { errorAt } from "../finding.ts";
import { canBeRange } from "./behind.ts";
import type { CheckedConditions } from "./checked.ts";
import { placedLeaves } from "./rules.ts";
import { unknownFact } from "./unknown-fact.ts";
import { misfit, typeInWords } from "./value.ts";

/** For an edition's rules and for the questions' `when`. */
export function conditionFacts({ content: { catalogue }, conditions }: CheckedConditions): Finding[] {
  const facts = new Map(factsOf(catalogue).map((fact) => [fact.id, fact]));
  return conditions.flatMap(({ file, path, condition }) =>
    placedLeaves(condition, path).flatMap(({ path: place, leaf }) => {
      const fact = facts.get(leaf.fact);
      if (!fact) return [unknownFact(catalogue, file, `${place}.fact`, leaf.fact)];
      return misjudged(catalogue, fact, leaf).map(({ key, wrong, right }) =>
        errorAt(file, `${place}.${key}`, wrong, right),
      );
    }),
  );
}

interface Misjudged {
  readonly key: string;
  readonly wrong: string;
  readonly right: string;
}

function misjudged(catalogue: Catalogue, fact: Fact, { operator, value }: Leaf): Misjudged[] {
  const isOrder = (ORDER_OPERATORS as readonly string[]).includes(operator);
  const isList = operator === "in" || operator === "notIn";
  if (isOrder && fact.type !== "number" && fact.type !== "level") {
    const wrong = `"${operator}" compares numbers, and ${fact.id} is ${typeInWords(fact.type)}`;
    return [{ key: "operator", wrong, right: "write equal, notEqual, in or notIn" }];
  }
  if (!isOrder && canBeRange(catalogue, fact.id)) {
    const wrong = `"${operator}" stays not known while ${fact.id} lies between two numbers, as sums and counts do`;
    return [{ key: "operator", wrong, right: `write one of ${ORDER_OPERATORS.join(", ")}` }];
  }
  if (isList && !Array.isArray(value)) {
    const right = `write [${JSON.stringify(value)}], or equal for one value`;
    return [{ key: "value", wrong: `"${operator}" needs a list of values`, right }];
  }
  if (!isList && Array.isArray(value)) {
    const right = 'write one value, or "in" for several';
    return [{ key: "value", wrong: `"${operator}" compares with one value, and this is a list`, right }];
  }
  return [value].flat().flatMap((each, at) => {
    const flaw = misfit(fact, each);
    return flaw ? [{ key: Array.isArray(value) ? `value[${at}]` : "value", ...flaw }] : [];
  });
}
