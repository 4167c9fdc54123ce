/** Valid learner records at random, drawn from an edition's catalogue: told, not told, half told and told twice. */
import fc from "fast-check";
import type { EditionContent } from "../../src/advice/edition.ts";
import type { Unit, Units } from "../../src/advice/unit.ts";
import type { Field, List, Told } from "../../src/facts/catalogue.ts";
import { type Patch, patched } from "../../src/record/patch.ts";
import { emptyRecord, type LearnerRecord } from "../../src/record/record.ts";

const ABSENT = Symbol("absent");
type Maybe = unknown | typeof ABSENT;
type Entry = Record<string, unknown>;

/** Figures on and beside the thresholds of an edition, and a few between. Quarters, so that binary sums are exact. */
const FIGURES = [
  0, 0.25, 1, 2, 4.5, 9.75, 10, 12.5, 15, 16, 22.5, 29.75, 30, 40, 44, 45, 60, 90, 179, 180, 240, 500,
];
const DATES = ["2010-03-10", "2010-04-01", "2026-11-23", "2026-11-24", "2031-01-31"];

/** `chance` of 8: how often something is left out or told as null. */
export function anyRecord(content: EditionContent, chance = 2): fc.Arbitrary<LearnerRecord> {
  const { catalogue, units, head } = content;
  const places: [string, fc.Arbitrary<Maybe>][] = catalogue.told.map((told) => [
    told.id,
    maybe(anyValue(told), chance),
  ]);
  for (const list of catalogue.lists) {
    places.push([list.id, maybe(anyList(list, units, chance), 1)]);
    if (list.complete) places.push([list.complete, fc.constantFrom(ABSENT, null, true, false)]);
  }
  return fc.tuple(...places.map(([, arbitrary]) => arbitrary)).map((values) => {
    const told = places
      .map(([path], i) => [path, values[i]] as const)
      .filter(([, value]) => value !== ABSENT);
    return patched(emptyRecord(head.id), Object.fromEntries(told) as Patch);
  });
}

function maybe(arbitrary: fc.Arbitrary<unknown>, chance: number): fc.Arbitrary<Maybe> {
  return fc.oneof(
    { weight: 8 - chance, arbitrary },
    { weight: chance, arbitrary: fc.constantFrom(ABSENT, null) },
  );
}

/** Lists with a run of like entries too: alone, entries at random seldom reach a sum or a whole group of units. */
function anyList(list: List, units: Units, chance: number): fc.Arbitrary<Entry[]> {
  const isUnits = list.id === "units";
  const entry = isUnits ? anyClaim(list, units.units, chance) : anyEntry(list.fields, chance);
  const few = fc.array(entry, { maxLength: isUnits ? 8 : 5, size: "max" });
  const run = isUnits
    ? anyGroup(units)
    : fc.tuple(entry, fc.integer({ min: 3, max: 6 })).map(([each, times]) => Array<Entry>(times).fill(each));
  return fc.oneof(
    { weight: 4, arbitrary: few },
    { weight: 2, arbitrary: fc.tuple(run, few).map(([some, more]) => [...some, ...more]) },
    { weight: 1, arbitrary: fc.constant<Entry[]>([]) },
  );
}

/** Most units of one group, achieved at listed levels. */
function anyGroup({ units, groups }: Units): fc.Arbitrary<Entry[]> {
  return fc.constantFrom(...groups).chain((group) => {
    const claims = units
      .filter(({ id }) => group.units.includes(id))
      .map(({ id, levels }) =>
        fc.constantFrom(...levels).map((level) => ({ unit: id, level, status: "achieved" })),
      );
    return fc.tuple(fc.tuple(...claims), fc.nat(40)).map(([all, left]) => all.filter((_, at) => at !== left));
  });
}

function anyEntry(fields: readonly Field[], chance: number): fc.Arbitrary<Entry> {
  const values = fields.map((field) => (field.required ? anyValue(field) : maybe(anyValue(field), chance)));
  return fc.tuple(...values).map((drawn) => {
    const told = fields
      .map((field, i) => [field.id, drawn[i]] as const)
      .filter(([, value]) => value !== ABSENT);
    return Object.fromEntries(told);
  });
}

/** A claim on a unit: mostly at a level that the source lists, now and then at another, often with none. */
function anyClaim(list: List, units: readonly Unit[], chance: number): fc.Arbitrary<Entry> {
  const others = anyEntry(
    list.fields.filter(({ id }) => id !== "unit" && id !== "level"),
    chance,
  );
  return fc.constantFrom(...units).chain((unit) => {
    const level = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...unit.levels) },
      { weight: 1, arbitrary: fc.nat(8) },
      { weight: 2, arbitrary: fc.constantFrom(null, undefined) },
    );
    return fc
      .tuple(level, others)
      .map(([at, rest]) => ({ unit: unit.id, ...(at === undefined ? {} : { level: at }), ...rest }));
  });
}

function anyValue(told: Told | Field): fc.Arbitrary<unknown> {
  switch (told.type) {
    case "boolean":
      return fc.boolean();
    case "level":
      return fc.constantFrom(0, 1, 2, 3, 4, 5, 8);
    case "choice":
      return fc.constantFrom(...(told.values ?? []));
    case "many":
      return fc.subarray(told.values ?? []);
    case "date":
      return fc.constantFrom(...DATES);
    case "text":
      return fc.constantFrom("", "LSA", "course tutor", "GCSE English grade B");
    case "number": {
      const figures = FIGURES.filter((each) => each >= (told.min ?? 0) && each <= (told.max ?? 10_000));
      return fc.constantFrom(...figures.filter((each) => !told.whole || Number.isInteger(each)));
    }
  }
}
