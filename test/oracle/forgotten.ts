/** A record as it was before one thing in it was told. */
import type { EditionContent } from "../../src/advice/edition.ts";
import type { LearnerRecord } from "../../src/record/record.ts";

/** Every place in a record where something optional was told: a told fact, a list, or a field of an entry. */
export function placesTold({ catalogue, units }: EditionContent, record: LearnerRecord): string[][] {
  const told = catalogue.told.map(({ id }) => id.split("."));
  const inLists = catalogue.lists.flatMap((list) => {
    const entries = (record[list.id] ?? []) as readonly Record<string, unknown>[];
    const fields = list.fields.filter(({ required }) => !required);
    const ofEntries = entries.flatMap((entry, at) => {
      // Forgetting a level that the source does not list makes the claim count: no telling, but a mistake undone.
      const listed = units.units.find(({ id }) => id === entry.unit)?.levels ?? [];
      const isMistaken = list.id === "units" && !listed.includes(entry.level as number);
      return fields
        .filter(({ id }) => !(id === "level" && isMistaken))
        .map(({ id }) => [list.id, String(at), id]);
    });
    return [[list.id], ...ofEntries];
  });
  return [...told, ...inLists].filter((path) => (reach(record, path) ?? null) !== null);
}

/** The record as it was before that place was told. */
export function withoutPlace(record: LearnerRecord, path: readonly string[]): LearnerRecord {
  const copy = structuredClone(record) as LearnerRecord;
  const holder = reach(copy, path.slice(0, -1)) as Record<string, unknown>;
  delete holder[path.at(-1) as string];
  return copy;
}

function reach(record: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, key) => (here as Record<string, unknown> | null | undefined)?.[key],
    record,
  );
}
