/** Which questions are worth asking: those whose answer can still change what is undecided. */
import { type Catalogue, sourcesOf } from "../facts/catalogue.ts";
import type { JudgedLeaf } from "../facts/walk.ts";

/** Something undecided: a requirement, or a row of the recommendation. */
export interface Concern {
  readonly title: string;
  /** It decides which qualification suits, or bars the door: it is asked about first. */
  readonly isRoute: boolean;
  readonly open: readonly JudgedLeaf[];
}

export interface Need {
  readonly question: string;
  readonly isRoute: boolean;
  /** The titles of what it would decide. */
  readonly settles: readonly string[];
}

/** One need for each question that can tell an open leaf: its answer can still change something. */
export function needsOf(catalogue: Catalogue, concerns: readonly Concern[]): Map<string, Need> {
  const needs = new Map<string, Need>();
  for (const { title, isRoute, open } of concerns) {
    for (const { question } of open.flatMap(({ fact }) => sourcesOf(catalogue, fact))) {
      const before = needs.get(question);
      needs.set(question, {
        question,
        isRoute: isRoute || (before?.isRoute ?? false),
        settles: [...new Set([...(before?.settles ?? []), title])],
      });
    }
  }
  return needs;
}

/** For each list question, the fields of an entry that the facts look at. */
export function fieldsNeeded(catalogue: Catalogue, facts: readonly string[]): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const { question, field } of facts.flatMap((fact) => sourcesOf(catalogue, fact))) {
    if (field === null) continue;
    const known = fields.get(question) ?? new Set();
    fields.set(question, known.add(field));
  }
  return fields;
}
