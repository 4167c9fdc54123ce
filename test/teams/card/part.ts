/** What a card is made of: its elements, actions, rows, facts and choices, each with its place. */
import { pathOf } from "../../../src/facts/flaw.ts";
import { isObject, objectsIn } from "../../slack/payload/walk.ts";

export type Json = Readonly<Record<string, unknown>>;

export interface Part {
  readonly it: Json;
  readonly keys: readonly PropertyKey[];
  /** `keys` in words, such as `body[0].items[1]`. */
  readonly path: string;
  /** The `type`; empty where there is none, as with facts and choices. */
  readonly type: string;
  /** Drawn only by clients that do not know what it stands in for. */
  readonly isFallback: boolean;
}

/** Of these only their owners know what is in them; `refresh` is no button. */
const CLOSED: readonly PropertyKey[] = ["data", "msteams", "refresh", "metadata"];

/** Every part of a card in reading order, the card itself first. */
export function partsOf(card: Json): Part[] {
  return [...objectsIn(card)]
    .filter(({ path }) => !path.some((key) => CLOSED.includes(key)))
    .map(({ it, path }) => ({
      it,
      keys: path,
      path: pathOf(path),
      type: typeOf(it),
      isFallback: path.includes("fallback"),
    }));
}

export function typeOf({ type }: Json): string {
  return typeof type === "string" ? type : "";
}

export function isAction({ type }: Part): boolean {
  return type.startsWith("Action.");
}

export function isInput({ type }: Part): boolean {
  return type.startsWith("Input.");
}

/** Whether a part stands within another one, or is that one. */
export function isWithin(inner: Part, outer: Part): boolean {
  return outer.keys.every((key, place) => inner.keys[place] === key);
}

/** Words that are there to be read: text with anything but blanks in it. */
export function isFilled(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** The card as drawn by a client that takes the fallback of what it does not know, where something stands in. */
export function drawnBy(isKnown: (type: string) => boolean, value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((each) => !(isReplaced(each) && each.fallback === "drop"));
    return kept.map((each) => drawnBy(isKnown, each));
  }
  if (!isObject(value)) return value;
  if (isReplaced(value) && isObject(value.fallback)) return drawnBy(isKnown, value.fallback);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, drawnBy(isKnown, each)]));

  function isReplaced(part: unknown): part is Json {
    return isObject(part) && !isKnown(typeOf(part));
  }
}
