/** Where a manager stands who says something about their people, and how they are answered: always in private. */
import type { Choice, Part } from "../../chat/reply.ts";
import type { Act } from "../../cohort/rights.ts";
import type { VerbName } from "../../cohort/words/typed.ts";
import type { CohortWords } from "../../cohort/words/words.ts";
import type { Cohort, Membership } from "../../store/cohorts.ts";
import type { Asker, Outcome } from "../commands/command.ts";

/** Who asks, and the cohorts that they are in. */
export interface Scene extends Asker {
  readonly words: CohortWords;
  readonly mine: readonly Membership[];
  /** An ISO date. */
  readonly today: string;
}

/** The cohort that is meant, and what the person is in it. */
export interface Place extends Scene {
  readonly me: Membership;
  readonly cohort: Cohort;
}

/** One thing that can be said behind "team". `rest` is what was typed behind it. */
export interface Verb {
  readonly word: VerbName;
  /** Who may not is told so before it runs. */
  readonly act: Act;
  run(place: Place, rest: string): Outcome | Promise<Outcome>;
}

/** Says something to the person alone, with lines to go on with. */
export function answering(
  { words }: Scene,
  parts: readonly Part[],
  choices: readonly Choice[] = [],
  asks: string = words.buttons.asks,
): Outcome {
  return {
    events: [],
    parts: () => [...parts],
    isPrivate: true,
    ...(choices.length > 0 ? { offers: { text: asks, choices } } : { isQuiet: true }),
  };
}

/** A line about a team as somebody could have typed it. Where they have several, it names the one. */
export function lineOf(
  { room, words, mine, cohort }: Place,
  verb: VerbName,
  ...rest: readonly string[]
): string {
  const [team = ""] = room.desk.interview.words.commands.team;
  const where = mine.length > 1 ? [words.marks.in[0], `#${cohort.id}`] : [];
  return [team, words.verbs[verb][0], ...rest, ...where].filter((word) => word).join(" ");
}

/** A button that says such a line. */
export function offerOf(place: Place, label: string, verb: VerbName, ...rest: readonly string[]): Choice {
  return { id: lineOf(place, verb, ...rest), label };
}
