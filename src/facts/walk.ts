/** Reads the tree that json-rules-engine leaves behind in three values; its own two-valued result is not safe to show. */
import { type Condition, type Leaf, type Operator, ORDER_OPERATORS } from "./condition.ts";
import { allOf, anyOf, flipped, type Status } from "./status.ts";
import { isRange, type Value } from "./value.ts";

/** A condition of json-rules-engine after a run: the same shape as the rule's, with what came out. */
export interface Ran {
  readonly all?: readonly Ran[];
  readonly any?: readonly Ran[];
  readonly not?: Ran;
  readonly result?: boolean;
}

export interface JudgedLeaf extends Leaf {
  readonly actual: Value;
  readonly status: Status;
}

export interface Judgement {
  readonly status: Status;
  /** The leaf that decides: the first that fails, or is missing, or holds; its figures are the rule's figures. */
  readonly measure: JudgedLeaf;
  /** Leaves not known yet whose answer can still change the status. */
  readonly open: readonly JudgedLeaf[];
}

/**
 * Judges a condition from two runs of the engine: with every range at its least, and at its most.
 * A leaf that comes out the same at both ends is certain, since order operators cannot turn back between them.
 */
export function walk(
  condition: Condition,
  atLeast: Ran,
  atMost: Ran,
  actualOf: (fact: string) => Value,
): Judgement {
  if ("all" in condition) {
    const parts = condition.all.map((part, i) =>
      walk(part, get(atLeast.all, i), get(atMost.all, i), actualOf),
    );
    return joined(allOf(parts.map((part) => part.status)), parts);
  }
  if ("any" in condition) {
    const parts = condition.any.map((part, i) =>
      walk(part, get(atLeast.any, i), get(atMost.any, i), actualOf),
    );
    return joined(anyOf(parts.map((part) => part.status)), parts);
  }
  if ("not" in condition) {
    const part = walk(condition.not, get([atLeast.not], 0), get([atMost.not], 0), actualOf);
    return { ...part, status: flipped(part.status) };
  }
  const actual = actualOf(condition.fact);
  const leaf = { ...condition, actual, status: leafStatus(condition.operator, actual, atLeast, atMost) };
  return { status: leaf.status, measure: leaf, open: leaf.status === "unknown" ? [leaf] : [] };
}

function joined(status: Status, parts: readonly Judgement[]): Judgement {
  const deciding = parts.find((part) => part.status === status) ?? get(parts, 0);
  return {
    status,
    measure: deciding.measure,
    open: status === "unknown" ? parts.flatMap((part) => part.open) : [],
  };
}

function leafStatus(operator: Operator, actual: Value, atLeast: Ran, atMost: Ran): Status {
  if (actual === null || atLeast.result === undefined || atMost.result === undefined) return "unknown";
  if (atLeast.result !== atMost.result) return "unknown";
  const isOrder = (ORDER_OPERATORS as readonly string[]).includes(operator);
  if (isRange(actual) && !isOrder) return "unknown";
  return atLeast.result ? "met" : "unmet";
}

function get<T>(parts: readonly (T | undefined)[] | undefined, at: number): T {
  const part = parts?.[at];
  if (part === undefined)
    throw new Error("json-rules-engine returned a tree of another shape than the rule's");
  return part;
}
