/** A record is never changed: telling something gives a new one. */
import type { LearnerRecord } from "./record.ts";

/** Values by dotted path; `null` = not known. */
export type Patch = Readonly<Record<string, unknown>>;

export function patched(record: LearnerRecord, patch: Patch): LearnerRecord {
  return Object.entries(patch).reduce(
    (before, [path, value]) => setAt(before, path.split("."), value),
    record,
  );
}

function setAt<T extends object>(target: T, path: readonly string[], value: unknown): T {
  const [key, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) return { ...target, [key]: value };
  const inner = (target as Record<string, unknown>)[key];
  return { ...target, [key]: setAt((inner ?? {}) as object, rest, value) };
}
