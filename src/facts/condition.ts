/** A condition as json-rules-engine reads it, less what makes its answers unsafe (priority, path, params, names). */
import { z } from "zod";

export const ORDER_OPERATORS = [
  "greaterThanInclusive",
  "greaterThan",
  "lessThanInclusive",
  "lessThan",
] as const;
export const OPERATORS = [...ORDER_OPERATORS, "equal", "notEqual", "in", "notIn"] as const;
export type Operator = (typeof OPERATORS)[number];

const scalar = z.union([z.string(), z.number(), z.boolean()]);

export const leafSchema = z.strictObject({
  fact: z.string().min(1).describe("The id of a fact in facts.json"),
  operator: z.enum(OPERATORS),
  value: z.union([scalar, z.array(scalar).min(1)]).describe("What the fact is compared with"),
});
export type Leaf = z.infer<typeof leafSchema>;

export type Condition =
  | Leaf
  | { all: Condition[] }
  | { any: Condition[] }
  | {
      not: Condition;
    };

/** json-rules-engine holds an empty `all` or `any` to be true, so neither may be empty. */
export const conditionSchema: z.ZodType<Condition> = z.union([
  leafSchema,
  z.strictObject({
    get all() {
      return z.array(conditionSchema).min(1);
    },
  }),
  z.strictObject({
    get any() {
      return z.array(conditionSchema).min(1);
    },
  }),
  z.strictObject({
    get not() {
      return conditionSchema;
    },
  }),
]);

/** The top of a rule has to be a group: json-rules-engine takes no bare leaf there. */
export const groupSchema = z.union([
  z.strictObject({ all: z.array(conditionSchema).min(1) }),
  z.strictObject({ any: z.array(conditionSchema).min(1) }),
  z.strictObject({ not: conditionSchema }),
]);
export type Group = z.infer<typeof groupSchema>;

const leaves = new WeakMap<Condition, readonly Leaf[]>();

/** Every leaf of a condition, in file order. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  const known = leaves.get(condition) ?? leavesIn(condition);
  leaves.set(condition, known);
  return known;
}

function leavesIn(condition: Condition): readonly Leaf[] {
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  if ("any" in condition) return condition.any.flatMap(leavesOf);
  if ("not" in condition) return leavesOf(condition.not);
  return [condition];
}
