/** A list that is told entry by entry: which field of which entry to ask next, and when to ask "any more?". */
import type { Entry } from "../facts/entry.ts";
import type { FieldQuestion, Question } from "./question.ts";

export interface Told {
  readonly entries: readonly Entry[];
  readonly isComplete: boolean;
}

/** What a list waits for: its first entry, one field of one entry (0 = the first), or "any more?". */
export type Waiting =
  | { readonly kind: "first" }
  | { readonly kind: "field"; readonly at: number; readonly field: FieldQuestion }
  | { readonly kind: "more" };

/**
 * `fields` are the ids worth asking for; a field that is absent from an entry was not asked, null was not known.
 * Null when nothing is left to ask.
 */
export function waitingFor(
  question: Question,
  told: Told | null,
  fields: ReadonlySet<string>,
): Waiting | null {
  if (told === null) return { kind: "first" };
  for (const [at, entry] of told.entries.entries()) {
    const field = question.fields?.find((each) => isMissing(each, entry, fields));
    if (field) return { kind: "field", at, field };
  }
  return told.isComplete ? null : told.entries.length === 0 ? { kind: "first" } : { kind: "more" };
}

/** An empty entry was only begun: its first field is asked whatever it is needed for. */
function isMissing(field: FieldQuestion, entry: Entry, fields: ReadonlySet<string>): boolean {
  if (field.default !== undefined || entry[field.id] !== undefined) return false;
  return fields.has(field.id) || Object.keys(entry).length === 0;
}

export function withField(told: Told, at: number, field: string, value: unknown): Told {
  const entries = told.entries.map((entry, place) => (place === at ? { ...entry, [field]: value } : entry));
  return { ...told, entries };
}

export function withEntries(told: Told | null, entries: readonly Entry[]): Told {
  const before = (told?.entries ?? []).filter((entry) => Object.keys(entry).length > 0);
  return { entries: [...before, ...entries], isComplete: false };
}

export function withoutEntry(told: Told, at: number): Told {
  return { ...told, entries: told.entries.filter((_, place) => place !== at) };
}
