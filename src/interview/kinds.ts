/** The kinds of question: each knows which choices it shows, how it reads what was typed, and how it reads it back. */
import type { Choice } from "./question.ts";
import { choiceNumbered, findChoices, isDoubted, matchingChoices } from "./reading/choice.ts";
import { findDates, shownDate } from "./reading/date.ts";
import { durationText, findDurations } from "./reading/duration.ts";
import { isNegative, readNumber } from "./reading/number.ts";
import { hasPhrase, plain } from "./reading/phrase.ts";
import { said, type Words } from "./words.ts";

/** yes-no: boolean · choice: its id · many: ids · number, hours, minutes: in that unit · date: ISO · text. */
export type Answer = boolean | number | string | readonly string[];

/** What of a question or of a list's field matters for reading an answer to it. */
export interface Asked {
  readonly kind: string;
  readonly choices?: readonly Choice[] | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly example?: string | undefined;
  /** What to say where no choice was understood; else the choices are listed. */
  readonly unclear?: string | undefined;
}

/** What a person got wrong is a value, with words for them. */
export type Understood<T> = { readonly answer: T } | { readonly problem: string };

export interface Surroundings {
  readonly words: Words;
  /** ISO date */
  readonly today: string;
  /** Whether a choice of a list is shown; what is not shown is still understood when typed. */
  offers(choice: Choice): boolean;
}

interface Kind {
  choices(asked: Asked, words: Words): readonly Choice[];
  read(typed: string, asked: Asked, around: Surroundings): Understood<Answer>;
  shown(answer: Answer, asked: Asked, words: Words): string;
}

/** "individuals and groups" */
const LISTED = new Intl.ListFormat("en-GB");

const noChoices = () => [];
const own = (asked: Asked) => asked.choices ?? [];

const yesNo: Kind = {
  choices: ({ choices }, { answers }) =>
    choices ?? [
      { id: "yes", ...answers.yes },
      { id: "no", ...answers.no },
    ],
  read(typed, asked, { words }) {
    const [first, second] = matchingChoices(typed, yesNo.choices(asked, words), words.doubts);
    return first && !second ? { answer: first.id === "yes" } : { problem: words.problems.yesNo };
  },
  shown: (answer, asked, words) =>
    yesNo.choices(asked, words).find(({ id }) => (id === "yes") === answer)?.label ?? "",
};

const choice: Kind = {
  choices: own,
  read(typed, asked, { words }) {
    const found = matchingChoices(typed, own(asked), words.doubts);
    if (found.length === 1) return { answer: (found[0] as Choice).id };
    if (found.length === 0 && asked.unclear && typed !== "") return { problem: asked.unclear };
    const listed = (found.length > 1 ? found : own(asked)).map(({ label }) => label).join(" · ");
    return {
      problem: said(found.length > 1 ? words.problems.choiceUnclear : words.problems.choice, {
        choices: listed,
      }),
    };
  },
  shown: (answer, asked) => own(asked).find(({ id }) => id === answer)?.label ?? String(answer),
};

const many: Kind = {
  choices: own,
  read(typed, asked, around) {
    const all = own(asked);
    const text = plain(typed);
    if (isAll(text, all.length)) return { answer: all.map(({ id }) => id) };
    const numbers = /^\d{1,2}(?:(?: and)? \d{1,2})*$/.test(text) ? text.match(/\d+/g) : null;
    const chosen: readonly (Choice | null)[] =
      numbers?.map((number) => choiceNumbered(number, all) ?? null) ?? choicesIn(typed, all, around.words);
    const ids = [...new Set(chosen.flatMap((each) => each?.id ?? []))];
    const isWhole = ids.length > 0 && chosen.every((each) => each !== null);
    return isWhole ? { answer: ids } : choice.read("", asked, around);
  },
  shown: (answer, asked, words) =>
    LISTED.format((answer as readonly string[]).map((id) => choice.shown(id, asked, words))),
};

function isAll(text: string, count: number): boolean {
  return /^all(?: of (?:them|these))?$/.test(text) || text === (count === 2 ? "both" : "all three");
}

/** Every choice named, in order; words that are none are tried as slips one by one. */
function choicesIn(typed: string, choices: readonly Choice[], { doubts }: Words): readonly Choice[] {
  const named = findChoices(plain(typed), choices);
  if (isDoubted(named, doubts)) return [];
  const slips = named.left.split(" ").flatMap((word) => {
    const near = word.length < 5 ? [] : matchingChoices(word, choices);
    return near.length === 1 ? near : [];
  });
  return [...named.found.map(({ choice }) => choice), ...slips];
}

const number: Kind = {
  choices: noChoices,
  read(typed, asked, { words }) {
    const answer = hasDoubt(plain(typed), words) ? null : readNumber(typed);
    return answer === null
      ? { problem: withExample(words.problems.number, asked) }
      : bounded(answer, asked, words);
  },
  shown: (answer) => String(answer),
};

/** `perHour` turns hours into the unit of the answer. */
function duration(perHour: number, shown: (amount: number) => string): Kind {
  return {
    choices: noChoices,
    read(typed, asked, { words }) {
      const text = durationText(typed);
      const [found, ...more] = findDurations(text);
      const left = found ? text.replace(found.words, "|") : text.replace(/\d*\.?\d+/, "|");
      const isUnclear = more.length > 0 || isNegative(typed) || /\d/.test(left) || hasDoubt(left, words);
      if (isUnclear) return { problem: withExample(words.problems.duration, asked) };
      if (found) return bounded((found.minutes / 60) * perHour, asked, words);
      const bare = readNumber(typed);
      if (bare === null) return { problem: withExample(words.problems.duration, asked) };
      // "3" after "how many minutes?" is far more likely three hours: ask rather than choose.
      if (perHour === 60 && bare > 0 && bare <= 10)
        return { problem: said(words.problems.bareMinutes, { number: bare }) };
      return bounded(bare, asked, words);
    },
    shown: (answer) => shown(Number(answer)),
  };
}

/** "minus", "or", "a week": words that make another amount of a number. */
function hasDoubt(text: string, { doubts, otherAmounts }: Words): boolean {
  return [...doubts, ...otherAmounts].some((word) => hasPhrase(text, plain(word)));
}

const date: Kind = {
  choices: noChoices,
  read(typed, asked, { words, today }) {
    const [found, ...more] = findDates(typed, today);
    if (!found || more.length > 0) return { problem: withExample(words.problems.date, asked) };
    if (found.date <= today) return { answer: found.date };
    return { problem: said(words.problems.futureDate, { date: shownDate(found.date) }) };
  },
  shown: (answer) => shownDate(String(answer)),
};

const text: Kind = {
  choices: noChoices,
  read: (typed) => ({ answer: typed }),
  shown: (answer) => String(answer),
};

const KINDS: Readonly<Record<string, Kind>> = {
  "yes-no": yesNo,
  choice,
  many,
  number,
  hours: duration(1, (amount) => `${amount} ${amount === 1 ? "hour" : "hours"}`),
  minutes: duration(60, (amount) => `${amount} minutes`),
  date,
  text,
};

/** Throws on a kind that no entry knows; the schema of interview.json lets none through. */
export function kindOf({ kind }: Asked): Kind {
  const found = KINDS[kind];
  if (!found) throw new Error(`There is no kind of question called "${kind}"`);
  return found;
}

function withExample(problem: string, { example }: Asked): string {
  return said(problem, { example: example ?? "" });
}

function bounded(answer: number, { min = 0, max }: Asked, words: Words): Understood<number> {
  const rounded = Math.round(answer * 100) / 100;
  if (rounded < min) return { problem: said(words.problems.tooLittle, { number: rounded, least: min }) };
  if (max !== undefined && rounded > max)
    return { problem: said(words.problems.tooMuch, { number: rounded, most: max }) };
  return { answer: rounded };
}
