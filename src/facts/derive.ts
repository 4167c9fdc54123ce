/** From what a person told to the value of every fact: sums and counts as ranges, so that nothing is guessed. */
import type { Catalogue, Derivation, Derived, List, Told } from "./catalogue.ts";
import { factsOf } from "./catalogue.ts";
import { type Entry, type Match, matcher } from "./entry.ts";
import { between, isRange, type Value } from "./value.ts";

/** A record as plain data, with units counted and `usable` credits added by the advice. */
export type Source = Readonly<Record<string, unknown>>;

/** The values of every fact of a catalogue, in the order of `factsOf`. */
export type Facts = readonly Value[];
export type Derive = (source: Source) => Facts;
type Reader = (source: Source, values: readonly Value[]) => Value;

/**
 * Reads a catalogue into a function that works out every fact of a record.
 * Throws when a derivation names a list or fact that is not there; `signpost check` says so in kinder words first.
 */
export function deriver(catalogue: Catalogue): Derive {
  const facts = factsOf(catalogue);
  // Filled as it is read, so that a fact can rest only on those above it: there can be no circle.
  const above = new Map<string, number>();
  const readers = facts.map((fact, place) => {
    const reader = "from" in fact ? derivedReader(catalogue, fact, above) : toldReader(fact);
    above.set(fact.id, place);
    return reader;
  });
  return (source) => {
    const values: Value[] = [];
    for (const read of readers) values.push(read(source, values));
    return values;
  };
}

/** The value at a dotted path, or null where the path or its end is not told. */
export function at(source: Source, path: string): unknown {
  return readerAt(path)(source);
}

/** The same for one path and many records: the path is taken apart once. */
function readerAt(dotted: string): (source: Source) => unknown {
  const path = dotted.split(".");
  return (source) => {
    let value: unknown = source;
    for (const key of path) value = (value as Source | null | undefined)?.[key];
    return value ?? null;
  };
}

function toldReader(told: Told): Reader {
  return readerAt(told.id) as Reader;
}

function derivedReader(catalogue: Catalogue, derived: Derived, above: ReadonlyMap<string, number>): Reader {
  const read = readerOf(catalogue, derived.from, above);
  const { whenNotTold } = derived;
  if (whenNotTold === undefined) return read;
  return (source, values) => read(source, values) ?? whenNotTold;
}

function readerOf(catalogue: Catalogue, from: Derivation, above: ReadonlyMap<string, number>): Reader {
  if ("list" in from) return listReader(catalogue, from);
  if ("constant" in from) return () => from.constant;
  if ("usable" in from)
    return (source) => (source.usable as Record<string, number> | null)?.[from.usable] ?? null;
  if ("told" in from) {
    if (!catalogue.told.some(({ id }) => id === from.told))
      throw new Error(`A derived fact rests on "${from.told}", which nobody can tell`);
    const read = readerAt(from.told);
    return (source) => {
      const told = read(source) as string | string[] | null;
      if (told === null) return null;
      const isIncluded = (each: string) => from.includes.includes(each);
      return Array.isArray(told) ? told.some(isIncluded) : isIncluded(told);
    };
  }
  if ("fact" in from) {
    const fact = placeOf(above, from.fact);
    const denied = Object.entries(from.unlessAll).map(([id, value]) => [placeOf(above, id), value] as const);
    return (_, values) =>
      denied.every(([place, value]) => values[place] === value) ? null : (values[fact] ?? null);
  }
  const [first, second] = from.difference.map((id) => placeOf(above, id)) as [number, number];
  return (_, values) => difference(values[first] ?? null, values[second] ?? null, from.times);
}

function placeOf(above: ReadonlyMap<string, number>, id: string): number {
  const place = above.get(id);
  if (place === undefined)
    throw new Error(`A derived fact rests on "${id}", which is no fact that stands above it in facts.json`);
  return place;
}

function difference(first: Value, second: Value, [times, lessTimes]: readonly [number, number]): Value {
  if (first === null || second === null) return null;
  const [a, b] = [ends(first), ends(second)];
  return between(a.least * times - b.most * lessTimes, a.most * times - b.least * lessTimes);
}

function ends(value: Value): { least: number; most: number } {
  return isRange(value) ? value : { least: Number(value), most: Number(value) };
}

type ListDerivation = Extract<Derivation, { list: string }>;

function listReader(catalogue: Catalogue, from: ListDerivation): Reader {
  const list = catalogue.lists.find((each) => each.id === from.list);
  if (!list)
    throw new Error(`A derived fact rests on the list "${from.list}", which the catalogue does not have`);
  const match = matcher(from.where, list.fields);
  const isOpen = opener(list, from.soFar ?? false);
  const { id } = list;
  const field = "sum" in from ? from.sum : null;
  const isAny = "any" in from;
  return (source) => {
    const entries = source[id] as readonly Entry[] | null | undefined;
    if (!entries) return null;
    return isAny ? anyMatches(entries, match, isOpen(source)) : total(entries, match, field, isOpen(source));
  };
}

function opener(list: List, isSoFar: boolean): (source: Source) => boolean {
  const { complete } = list;
  if (!complete || isSoFar) return () => false;
  return (source) => source[complete] === false;
}

function anyMatches(
  entries: readonly Entry[],
  match: (entry: Entry) => Match,
  isOpen: boolean,
): boolean | null {
  let isSettled = !isOpen;
  for (const entry of entries) {
    const one = match(entry);
    if (one === 2) return true;
    if (one === 1) isSettled = false;
  }
  return isSettled ? false : null;
}

/** 4.6 + 12.7 + 12.7 is 30, not 29.999999999999996. */
function onPaper(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}

/** Adds up a field (or counts, when `field` is null): what surely matches is certain, what may match is possible. */
function total(
  entries: readonly Entry[],
  match: (entry: Entry) => Match,
  field: string | null,
  isOpen: boolean,
): Value {
  let least = 0;
  let most = 0;
  for (const entry of entries) {
    const one = match(entry);
    if (one === 0) continue;
    const amount = field === null ? 1 : (entry[field] as number | null | undefined);
    if (one === 2) least += amount ?? 0;
    most += amount ?? Number.POSITIVE_INFINITY;
  }
  return between(onPaper(least), isOpen ? Number.POSITIVE_INFINITY : onPaper(most));
}
