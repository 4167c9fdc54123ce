/** The parts of a card, what stands in them, and which of it is shown. */

/** A card, an element of one, or a part of an element. */
export interface Element {
  readonly type?: unknown;
  readonly [key: string]: unknown;
}

/** Where elements hold others. */
const HOLDS = ["body", "items", "columns", "rows", "cells", "pages"] as const;

/** What stands right in an element, from top to bottom. */
export function inside(element: Element): Element[] {
  return HOLDS.flatMap((key) => listed(element[key]));
}

/** An element and everything in it, hidden or not. */
export function everythingIn(element: Element): Element[] {
  return [element, ...inside(element).flatMap(everythingIn)];
}

/** An element and everything in it that a person sees. */
export function shownIn(element: Element): Element[] {
  return isShown(element) ? [element, ...inside(element).flatMap(shownIn)] : [];
}

export function isShown({ isVisible }: Element): boolean {
  return isVisible !== false;
}

export function isInput({ type }: Element): boolean {
  return String(type).startsWith("Input.");
}

/** The elements of a list; none where it is no list. */
export function listed(given: unknown): Element[] {
  return Array.isArray(given) ? given.filter((each) => typeof each === "object" && each !== null) : [];
}

/** The words of a property; none where it holds no words or figures. */
export function wordsOf(given: unknown): string {
  return typeof given === "string" || typeof given === "number" ? String(given) : "";
}
