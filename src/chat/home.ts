/** Where a person stands, to be shown beside a conversation or on a home tab: looked at, not said. */
import type { Part, Prompt } from "./reply.ts";

/** One answer so far; `question` is what changes it. */
export interface Told {
  readonly question: string;
  readonly title: string;
  readonly answer: string;
}

export interface Home {
  readonly hasStarted: boolean;
  readonly prompt: Prompt | null;
  readonly told: readonly Told[];
  /** Choosing a question's id under this id asks that question, again where it was answered. */
  readonly change: string;
  /** What every question is called, by its id. */
  readonly titles: Readonly<Record<string, string>>;
  /** What is known and what is left, in short. */
  readonly picture: readonly Part[];
  /** The advice in full, as it stands now. */
  readonly advice: readonly Part[];
  /** What all of it rests on, and from when that is. */
  readonly source: string;
}
