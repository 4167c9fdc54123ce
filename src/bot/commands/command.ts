/** A command: a word that works at any moment, in every channel. */
import type { Transaction } from "kysely";
import type { Choice, Part } from "../../chat/reply.ts";
import type { Named, Speaker } from "../../chat/turn.ts";
import type { Event } from "../../interview/log.ts";
import type { Words } from "../../interview/words.ts";
import type { Schema } from "../../store/schema.ts";
import type { Found, Room } from "../room.ts";
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
  /** What it leads to depends on more than the person has said: it is worked out with the database at hand. */
  readonly look?: (asker: Asker) => Promise<Outcome>;
  /** Kept with the turn; false where what it rests on has changed since, so that the turn is worked out again. */
  readonly keep?: Keep;
  /** It tells about other people, so it goes to the person's own conversation. */
  readonly isPrivate?: true;
  /** Buttons under the reply: each id is a line that the person could as well have typed. */
  readonly offers?: Offers;
}

/** Who asks, and what a command may look into. */
export interface Asker {
  readonly room: Room;
  readonly from: Speaker;
  readonly found: Found;
  /** Whom the words name, where they name anybody. */
  readonly named: Named;
}

/** Runs in the transaction of the turn. `person` is there by then, also where they are new; `at` is an ISO time. */
export type Keep = (
  db: Transaction<Schema>,
  turn: { readonly person: string; readonly at: string },
) => Promise<boolean>;

export interface Offers {
  readonly text: string;
  readonly choices: readonly Choice[];
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

/** Looks into the database before it says anything. */
export function looking(look: NonNullable<Outcome["look"]>): Outcome {
  return { ...saying(), look };
}

/** Says something and keeps nothing. */
export function saying(...parts: Part[]): Outcome {
  return { events: [], parts: () => parts };
}
