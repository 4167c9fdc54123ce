/** A command: a word that works at any moment, in every channel. */
import type { Part } from "../../chat/reply.ts";
import type { Event } from "../../interview/log.ts";
import type { Words } from "../../interview/words.ts";
import type { Desk, View } from "../view.ts";

/** What a turn leads to: events to keep, and what is said, which may look at how things stand afterwards. */
export interface Outcome {
  readonly events: readonly Event[];
  parts(after: View): Part[] | Promise<Part[]>;
  /** What was open is asked again, unless this says that the person wants quiet. */
  readonly isQuiet?: boolean;
  readonly isFarewell?: boolean;
  /** The person asked to enter something, so a form is at hand. */
  readonly isForm?: true;
  /** What was wrong with single inputs of a form, by input id. */
  readonly mistakes?: Readonly<Record<string, string>>;
  /** Everything about the person is to be deleted. */
  readonly isForgetting?: boolean;
  /** Who is one person with whom is to change; what is said of it is then worked out in `linked.ts`. */
  readonly linking?: Wish;
}

/** To be given a code, to give one that was made elsewhere, or to be apart again. */
export type Wish =
  | { readonly kind: "make" }
  | { readonly kind: "give"; readonly code: string }
  | { readonly kind: "part" };

export interface Command {
  readonly word: keyof Words["commands"];
  /** `rest` is what was typed behind the command. */
  run(desk: Desk, view: View, rest: string): Outcome | Promise<Outcome>;
}

/** Says something and keeps nothing. */
export function saying(...parts: Part[]): Outcome {
  return { events: [], parts: () => parts };
}
