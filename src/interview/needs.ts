/** Which questions are worth asking: those whose answer can still change what is undecided. */
import { type Catalogue, sourcesOf } from "../facts/catalogue.ts";
import type { JudgedLeaf } from "../facts/walk.ts";

/** Something undecided: a requirement, or a row of the recommendation. */
export interface Concern {
  readonly title: string;
  /** 0 comes first: what decides the route or bars the door. */
  readonly rank: number;
  readonly open: readonly JudgedLeaf[];
}

export interface Need {
  readonly question: string;
  readonly rank: number;
  readonly weight: number;
  /** The titles of what it would decide. */
  readonly settles: readonly string[];
}

/**
 * One need for each question that can tell an open leaf. A concern with several open questions gives each a share:
 * the question that alone decides something weighs more than one of four that do.
 */
export function needsOf(catalogue: Catalogue, concerns: readonly Concern[]): Map<string, Need> {
  const needs = new Map<string, Need>();
  for (const { title, rank, open } of concerns) {
    const questions = new Set(
      open.flatMap(({ fact }) => sourcesOf(catalogue, fact).map(({ question }) => question)),
    );
    for (const question of questions) {
      const before = needs.get(question);
      needs.set(question, {
        question,
        rank: Math.min(rank, before?.rank ?? rank),
        weight: (before?.weight ?? 0) + 1 / questions.size,
        settles: [...(before?.settles ?? []), ...(title === "" ? [] : [title])],
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
