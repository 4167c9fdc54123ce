/** What a button carries: the question it belongs to, which drawing of it this is, and whom it was drawn for. */
import { ID } from "./limits.ts";

export interface Mark {
  /** Differs with each drawing, so that a click that is sent twice is told from a second click. */
  readonly version: string;
  /** Of whom the question was asked; nobody else may answer it. */
  readonly owner: string;
  readonly question: string;
}

/** What a button does. */
export const VERBS = ["choose", "tick", "send", "say", "form", "write", "share"] as const;
export type Verb = (typeof VERBS)[number];

/** `place` tells the blocks of one message apart. */
export function blockId({ version, owner, question }: Mark, place: number): string {
  return [place, version, owner, question].join("|").slice(0, ID);
}

/** null where it was not made here. */
export function readBlockId(id: string): Mark | null {
  const [place, version, owner, ...question] = id.split("|");
  if (!place || !version || !owner || question.length === 0) return null;
  return { version, owner, question: question.join("|") };
}

/** `place` tells several of the same verb apart. */
export function actionId(verb: Verb, place?: number): string {
  return place === undefined ? verb : `${verb}:${place}`;
}

/** null where no button of this version does that. */
export function readVerb(id: string): Verb | null {
  const [verb] = id.split(":");
  return VERBS.find((each) => each === verb) ?? null;
}
