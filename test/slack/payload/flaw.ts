/** One thing that Slack would refuse, said as Slack says it: what is wrong, and the JSON pointer to where. */
import type { z } from "zod";

export interface Flaw {
  readonly wrong: string;
  /** The JSON pointer, such as `/blocks/0/text`; empty for the whole payload. */
  readonly at: string;
}

export function sentenceOf({ wrong, at }: Flaw): string {
  return `[ERROR] ${wrong} [json-pointer:${at}]`;
}

/** The JSON pointer of a path (RFC 6901). */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** All flaws of a value by a schema; the whole of it stands at `at`. */
export function flawsBy(schema: z.ZodType, value: unknown): Flaw[] {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap(flawsOfIssue);
}

function flawsOfIssue(issue: z.core.$ZodIssue): Flaw[] {
  const at = pointerOf(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ wrong: `invalid additional property: ${key}`, at }));
    case "invalid_union":
      return [{ wrong: "unsupported type", at }];
    case "invalid_type":
    case "invalid_value":
      if (issue.input === undefined && issue.path.length > 0) return [missing(issue.path)];
      return [{ wrong: expected(issue), at }];
    case "too_big":
      return [{ wrong: `must be ${tooBig(issue.origin, Number(issue.maximum))}`, at }];
    case "too_small":
      return [{ wrong: `must be ${tooSmall(issue.origin, Number(issue.minimum), issue.inclusive)}`, at }];
    default:
      return [{ wrong: issue.message, at }];
  }
}

/** Slack points at the object that lacks something. */
function missing(path: readonly PropertyKey[]): Flaw {
  return { wrong: `missing required field: ${String(path.at(-1))}`, at: pointerOf(path.slice(0, -1)) };
}

function expected(issue: z.core.$ZodIssueInvalidType | z.core.$ZodIssueInvalidValue): string {
  return issue.code === "invalid_type" ? `must be ${issue.expected}` : `must be ${issue.values.join(" or ")}`;
}

function tooBig(origin: string, most: number): string {
  if (origin === "string") return `less than ${most + 1} characters`;
  return origin === "array" ? `no more than ${most} items` : `at most ${most}`;
}

function tooSmall(origin: string, least: number, inclusive = true): string {
  if (origin === "string") return `more than ${least - 1} characters`;
  if (origin === "array") return `at least ${least} items`;
  return inclusive ? `at least ${least}` : `more than ${least}`;
}
