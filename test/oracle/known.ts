/** The oracle's reading of facts.json: each fact as a closure over a record. Written apart from src/facts/derive.ts. */
import type { Catalogue, Derivation, Derived, Where } from "../../src/facts/catalogue.ts";

export type Scalar = string | number | boolean;
export interface Span {
  readonly low: number;
  readonly high: number;
}
/** `undefined` = not told. A number is kept as a span, so that sums of half-told lists need no second road. */
export type Known = Span | string | boolean | undefined;

/** Yes = 1, no = -1, not known = 0: `all` is then the least of its parts, `any` the greatest, `not` the negative. */
export type Truth = -1 | 0 | 1;

/** A record with its units counted, and for each optional group the credits that fit an exact set. */
export interface Told {
  readonly record: Readonly<Record<string, unknown>>;
  readonly units: readonly Item[] | undefined;
  readonly usable: Readonly<Record<string, number>> | undefined;
}
export type Item = Readonly<Record<string, unknown>>;
export type Look = (told: Told) => Known;

/** How to look up every fact that a rule may name. */
export function lookups(catalogue: Catalogue): ReadonlyMap<string, Look> {
  const looks = new Map<string, Look>();
  for (const { id } of catalogue.told) looks.set(id, (told) => known(reach(told.record, id)));
  for (const derived of catalogue.derived) looks.set(derived.id, derivedLook(catalogue, derived, looks));
  return looks;
}

function derivedLook(catalogue: Catalogue, { from, whenNotTold }: Derived, looks: Map<string, Look>): Look {
  const look = lookOf(catalogue, from, (id) => looks.get(id) ?? missing(id));
  return (told) => look(told) ?? known(whenNotTold);
}

function lookOf(catalogue: Catalogue, from: Derivation, fact: (id: string) => Look): Look {
  if ("list" in from) return listLook(catalogue, from);
  if ("constant" in from) return () => known(from.constant);
  if ("usable" in from) return ({ usable }) => known(usable?.[from.usable]);
  if ("told" in from)
    return ({ record }) => {
      const said = reach(record, from.told);
      if (said === undefined) return undefined;
      return from.includes.some((each) => (Array.isArray(said) ? said.includes(each) : said === each));
    };
  if ("fact" in from)
    return (told) => {
      const isDenied = Object.entries(from.unlessAll).every(([id, value]) =>
        same(fact(id)(told), known(value)),
      );
      return isDenied ? undefined : fact(from.fact)(told);
    };
  const [plus, minus] = from.difference;
  return (told) => {
    const [a, b] = [fact(plus)(told), fact(minus)(told)];
    if (!isSpan(a) || !isSpan(b)) return undefined;
    const [times, less] = from.times;
    return { low: a.low * times - b.high * less, high: a.high * times - b.low * less };
  };
}

function listLook(catalogue: Catalogue, from: Extract<Derivation, { list: string }>): Look {
  const list = catalogue.lists.find(({ id }) => id === from.list) ?? missing(from.list);
  const blanks = new Map(list.fields.map((field) => [field.id, field.notTold ?? []]));
  const fits = (item: Item): Truth =>
    least(Object.entries(from.where ?? {}).map(([id, want]) => holdsIn(item[id], want, blanks.get(id))));
  const isOpen = ({ record }: Told) =>
    !from.soFar && list.complete !== undefined && record[list.complete] === false;
  return (told) => {
    const items =
      from.list === "units" ? told.units : (told.record[from.list] as readonly Item[] | null | undefined);
    if (!items) return undefined;
    if ("any" in from) {
      const best = Math.max(isOpen(told) ? 0 : -1, ...items.map(fits));
      return best === 0 ? undefined : best > 0;
    }
    const worth = (item: Item, blank: number) =>
      "sum" in from ? ((item[from.sum] as number | null | undefined) ?? blank) : 1;
    const low = items.filter((item) => fits(item) === 1).map((item) => worth(item, 0));
    const high = items.filter((item) => fits(item) >= 0).map((item) => worth(item, Infinity));
    return { low: added(low), high: isOpen(told) ? Infinity : added(high) };
  };
}

/** Does one field hold what is wanted? Several values told hold it when one of them does. */
function holdsIn(said: unknown, want: Where[string], blanks: readonly string[] = []): Truth {
  if (said === undefined || said === null || blanks.includes(said as string)) return 0;
  const holds = (value: unknown): boolean => {
    if (Array.isArray(want)) return want.includes(value as Scalar);
    return "min" in want ? (value as number) >= want.min : (value as number) < want.below;
  };
  return (Array.isArray(said) ? said.some(holds) : holds(said)) ? 1 : -1;
}

export function least(truths: readonly Truth[]): Truth {
  return Math.min(1, ...truths) as Truth;
}

export function isSpan(value: Known): value is Span {
  return typeof value === "object";
}

/** The value that is certain: of a span its lower end. */
export function certainly(value: Known): Scalar | null {
  return isSpan(value) ? value.low : (value ?? null);
}

function known(said: unknown): Known {
  if (typeof said === "number") return { low: said, high: said };
  return said === null ? undefined : (said as Known);
}

function same(a: Known, b: Known): boolean {
  return a !== undefined && certainly(a) === certainly(b) && (!isSpan(a) || a.low === a.high);
}

/** In thousandths, so that decimals add up as on paper. */
function added(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + Math.round(each * 1000), 0) / 1000;
}

function reach(record: unknown, path: string): unknown {
  let here = record;
  for (const key of path.split(".")) here = (here as Item | null | undefined)?.[key];
  return here ?? undefined;
}

function missing(id: string): never {
  throw new Error(`oracle: there is no "${id}"`);
}
