/** What is wrong with a file, and what would be right: every flaw at once, in words, from a zod schema. */
import { z } from "zod";
import { didYouMean } from "./nearest.ts";

export interface Flaw {
  /** Where in the file: `practice[0].hours`; empty for the whole. */
  readonly path: string;
  readonly wrong: string;
  readonly right: string;
}

export type Read<T> = { readonly value: T } | { readonly flaws: readonly Flaw[] };

export function readWith<T>(schema: z.ZodType<T>, input: unknown): Read<T> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return { value: result.data };
  return { flaws: result.error.issues.flatMap((issue) => flawsOf(issue, schema)) };
}

/** Reads JSON text; a syntax error is a flaw like any other. */
export function readJson<T>(schema: z.ZodType<T>, text: string): Read<T> {
  let input: unknown;
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const wrong = `this is not JSON (${(error as Error).message})`;
    return {
      flaws: [{ path: "", wrong, right: "one JSON object; look for a missing comma, quote or bracket" }],
    };
  }
  return readWith(schema, input);
}

/** `path: what is wrong; what would be right`, as one line. */
export function sentenceOf({ path, wrong, right }: Flaw): string {
  const joint = /^[A-Z]/.test(right) ? ". " : "; ";
  return `${path === "" ? "" : `${path}: `}${wrong}${right === "" ? "" : `${joint}${right}`}`;
}

type Issue = z.core.$ZodIssue;

function flawsOf(issue: Issue, schema: z.ZodType): Flaw[] {
  const path = pathOf(issue.path);
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysAt(schema, issue.path);
      return issue.keys.map((key) => ({
        path: pathOf([...issue.path, key]),
        wrong: "this key is not known here",
        right: didYouMean(key, known) || "take it out",
      }));
    }
    case "invalid_value": {
      const known = issue.values.map(String);
      if (issue.input === undefined) return [{ path, wrong: "this is missing", right: oneOf(known) }];
      const right = known.length === 1 ? `write ${JSON.stringify(issue.values[0])}` : oneOf(known);
      const near = typeof issue.input === "string" ? didYouMean(issue.input, known) : "";
      const hint = near.startsWith("Did") ? ` (${near})` : "";
      return [{ path, wrong: `${shown(issue.input)} is not a value it can have`, right: `${right}${hint}` }];
    }
    case "invalid_type": {
      if (issue.input === undefined)
        return [{ path, wrong: "this is missing", right: `give ${article(issue.expected)}` }];
      return [
        {
          path,
          wrong: `${shown(issue.input)} is not ${article(issue.expected)}`,
          right: `give ${article(issue.expected)}`,
        },
      ];
    }
    case "too_big":
      return [{ path, wrong: `${shown(issue.input)} is too much`, right: `at most ${issue.maximum}` }];
    case "too_small":
      return [{ path, wrong: `${shown(issue.input)} is too little`, right: `at least ${issue.minimum}` }];
    case "invalid_union":
      return [
        { path, wrong: `${shown(issue.input)} fits none of the forms it may have`, right: unionHint(issue) },
      ];
    default:
      return [{ path, wrong: issue.message, right: "" }];
  }
}

/** The form that came nearest says best what is missing. */
function unionHint(issue: Extract<Issue, { code: "invalid_union" }>): string {
  const nearestForm = issue.errors
    .filter((errors) => errors.length > 0)
    .sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
  const said = nearestForm?.map((each) => `${pathOf(each.path) || "it"}: ${each.message}`).join(", ");
  return said ? `nearest form: ${said}` : "see the JSON Schema named in $schema";
}

function depth(issues: readonly Issue[]): number {
  return Math.max(...issues.map((each) => each.path.length));
}

function oneOf(known: readonly string[]): string {
  return known.length > 24 ? `one of ${known.length} known values` : `one of ${known.join(", ")}`;
}

function article(type: string): string {
  const words: Record<string, string> = {
    string: "a text in quotes",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list in [ ]",
    object: "an object in { }",
    tuple: "a list in [ ]",
    record: "an object in { }",
  };
  return words[type] ?? type;
}

function shown(input: unknown): string {
  const text = JSON.stringify(input) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

/** The keys that an object schema knows at a path, through optional, nullable and array wrappers. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here: unknown = unwrapped(schema);
  for (const key of path) {
    if (here instanceof z.ZodArray) here = unwrapped(here.element);
    else if (here instanceof z.ZodObject) here = unwrapped(here.shape[String(key)]);
    else return [];
  }
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  let here = schema;
  while (here instanceof z.ZodOptional || here instanceof z.ZodNullable || here instanceof z.ZodDefault)
    here = here.unwrap();
  return here;
}
