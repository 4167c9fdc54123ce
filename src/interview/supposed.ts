/** What somebody asks "what if" about: plain data, read once and the same for everybody it is asked about. */
import type { Entry } from "../facts/entry.ts";
import type { Interview } from "./interview.ts";
import type { Surroundings } from "./kinds.ts";
import type { Choice } from "./question.ts";

/** What a supposition is read with. `today` is an ISO date. */
export interface Supposable {
  readonly interview: Interview;
  /** The qualifications that somebody could move to: id, title, other names. */
  readonly qualifications: readonly Choice[];
  readonly today: string;
}

export type Supposed =
  /** Another answer. Of a question that takes several, these come on top. `note` says how the words were taken. */
  | {
      readonly kind: "answer";
      readonly question: string;
      readonly answer: string | boolean | readonly string[];
      readonly note: string | null;
    }
  /** Units and the like, by name. `assumed` holds for what was neither said nor told before. */
  | {
      readonly kind: "named";
      readonly question: string;
      readonly entries: readonly Entry[];
      readonly assumed: Entry;
    }
  /** Hours and minutes: on top of what was told, or in all. */
  | {
      readonly kind: "amount";
      readonly question: string;
      readonly entries: readonly Entry[];
      readonly isTotal: boolean;
    }
  | { readonly kind: "move"; readonly qualification: string };

/** All that is supposed together, in the order in which it was said. */
export type Supposition = readonly Supposed[];

/** What the words before a clause leave open for it. */
export interface Carried {
  /** "had 30 hours" is a total; "did 30 hours" comes on top. */
  readonly isHaving: boolean;
  /** "and 45 minutes in literacy" goes on about the same list, where the unit is the same. */
  readonly list: string | null;
  readonly unit: "hours" | "minutes" | null;
}

/** A piece of the line that may say one thing, as it was typed. */
export interface Clause {
  readonly typed: string;
  readonly carried: Carried;
}

/** The questions' surroundings, with words that carry nothing behind "what if". */
export function supposing({ interview: { words }, today }: Supposable): Surroundings {
  const { leads, more, moves, had, did } = words.whatIf.typed;
  const fillers = [...words.fillers, ...leads, ...Object.keys(more), ...moves, ...had, ...did];
  const single = fillers.flatMap((phrase) => phrase.split(" "));
  return { words: { ...words, fillers: single }, today, offers: () => true };
}
