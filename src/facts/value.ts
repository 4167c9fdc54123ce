/** What is known of a fact: a certain value, a range it must lie in, or nothing yet. */

export type Scalar = string | number | boolean;

/** Certain to be at least `least` and at most `most`, both included. `most` is Infinity while a list is open. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** `null` = not told yet. */
export type Value = Scalar | Range | null;

export function isRange(value: Value): value is Range {
  return typeof value === "object" && value !== null;
}

/** A range that has shrunk to one point is that number. */
export function between(least: number, most: number): number | Range {
  return least === most ? least : { least, most };
}

/** The part of a value that is certain: a range counts for its lower end. */
export function certain(value: Value): Scalar | null {
  return isRange(value) ? value.least : value;
}
