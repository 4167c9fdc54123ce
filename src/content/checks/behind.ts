/** What stands behind a derived fact: the facts it rests on, directly or by way of others. */
import type { Catalogue, Derivation } from "../../facts/catalogue.ts";

/** The facts that a derivation names, each with its place inside it. */
export function factsNamed(from: Derivation): { path: string; id: string }[] {
  if ("fact" in from) {
    const denied = Object.keys(from.unlessAll).map((id) => ({ path: `unlessAll.${id}`, id }));
    return [{ path: "fact", id: from.fact }, ...denied];
  }
  if ("difference" in from) return from.difference.map((id, at) => ({ path: `difference[${at}]`, id }));
  return [];
}

/** Every id behind a fact, itself included; safe where facts rest on each other. */
export function allBehind(catalogue: Catalogue, id: string, known = new Set<string>()): Set<string> {
  if (known.has(id)) return known;
  known.add(id);
  const derived = catalogue.derived.find((each) => each.id === id);
  if (!derived) return known;
  const { from } = derived;
  const next = "told" in from ? [from.told] : factsNamed(from).map((each) => each.id);
  for (const each of next) allBehind(catalogue, each, known);
  return known;
}

/** Sums and counts of what is not wholly told are known only as lying between two numbers. */
export function canBeRange(catalogue: Catalogue, id: string): boolean {
  return [...allBehind(catalogue, id)].some((behind) => {
    const from = catalogue.derived.find((each) => each.id === behind)?.from;
    return from !== undefined && "list" in from && !("any" in from);
  });
}
