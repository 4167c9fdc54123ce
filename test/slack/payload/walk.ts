/** A walk through any JSON: every object in it, and the words in it that people read. */
import { pointerOf } from "./flaw.ts";

export interface Seen {
  readonly it: Readonly<Record<string, unknown>>;
  readonly path: readonly PropertyKey[];
  /** The JSON pointer of `path`. */
  readonly at: string;
}

const READ = ["text", "alt_text", "title", "caption", "label"];

/** Every object within a value, itself first, in reading order. */
export function* objectsIn(value: unknown, path: readonly PropertyKey[] = []): Generator<Seen> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* objectsIn(each, [...path, index]);
  } else if (isObject(value)) {
    yield { it: value, path, at: pointerOf(path) };
    for (const [key, each] of Object.entries(value)) yield* objectsIn(each, [...path, key]);
  }
}

/** Every text that people see or hear within a value. */
export function wordsIn(value: unknown): string[] {
  return [...objectsIn(value)].flatMap(({ it }) =>
    READ.map((key) => it[key]).filter((each) => typeof each === "string"),
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members of a list; none where it is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
