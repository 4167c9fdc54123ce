/** Reads which choices were meant: by number, id, label, other words for them, or with a slip of the finger. */
import type { Choice } from "../question.ts";
import { hasPhrase, indexOfPhrase, isSlip, plain, without } from "./phrase.ts";

export interface FoundChoice {
  readonly choice: Choice;
  readonly phrase: string;
}

export interface Found {
  /** In the order in which they stand in the text; a choice named twice stands twice. */
  readonly found: readonly FoundChoice[];
  /** The text without them. */
  readonly left: string;
}

/** All phrases of a choice in plain form: its id, its label and other words for it. */
export function phrasesOf(choice: Choice): string[] {
  return [choice.id, choice.label, ...(choice.also ?? [])].map(plain).filter((phrase) => phrase !== "");
}

/** Every choice that is named in text in plain form. The longest phrase goes first: one may stand inside another. */
export function findChoices(text: string, choices: readonly Choice[]): Found {
  const phrases = choices
    .flatMap((choice) => phrasesOf(choice).map((phrase) => ({ choice, phrase })))
    // A bare figure names a choice only when it is the whole answer: "GCSE grade 3" is not Level 3.
    .filter(({ phrase }) => !/^\d+$/.test(phrase))
    .sort((a, b) => b.phrase.length - a.phrase.length);
  const found: (FoundChoice & { at: number })[] = [];
  let left = text;
  for (const { choice, phrase } of phrases) {
    while (hasPhrase(left, phrase)) {
      found.push({ choice, phrase, at: indexOfPhrase(text, phrase) });
      left = without(left, phrase);
    }
  }
  return { found: found.sort((a, b) => a.at - b.at), left };
}

/** Words such as "not" and "nearly" beside a choice turn it round: then it is not what was meant. */
export function isDoubted({ found, left }: Found, doubts: readonly string[]): boolean {
  const isDoubt = (text: string) => doubts.some((word) => hasPhrase(text, plain(word)));
  return isDoubt(left) && !found.some(({ phrase }) => isDoubt(phrase));
}

/** Every choice that the words may mean: one is clear, several are not, none is not understood. */
export function matchingChoices(
  typed: string,
  choices: readonly Choice[],
  doubts: readonly string[] = [],
): readonly Choice[] {
  const text = plain(typed);
  if (text === "") return [];
  const numbered = choiceNumbered(text, choices);
  const named = choices.filter((choice) => phrasesOf(choice).includes(text));
  if (numbered || named.length > 0) return distinct(numbered ? [numbered, ...named] : named);
  const inside = findChoices(text, choices);
  if (inside.found.length > 0) {
    return isDoubted(inside, doubts) ? [] : distinct(inside.found.map(({ choice }) => choice));
  }
  if (isDoubted(inside, doubts)) return [];
  const around = choices.filter((choice) => phrasesOf(choice).some((phrase) => isPartOf(text, phrase)));
  if (around.length > 0) return around;
  return choices.filter((choice) => phrasesOf(choice).some((phrase) => isNear(text, phrase)));
}

/** Can choices be picked by their number? Not where a number names one of them: "2" means Level 2, wherever it stands. */
export function areNumbered(choices: readonly Choice[]): boolean {
  return !choices.some((choice) => phrasesOf(choice).some((phrase) => /^[1-9]\d*$/.test(phrase)));
}

/** The choice at a number as shown, from 1: "3", "3)", "number 3". */
export function choiceNumbered(text: string, choices: readonly Choice[]): Choice | undefined {
  const number = areNumbered(choices) ? /^(?:number )?(\d{1,2})$/.exec(text) : null;
  return number ? choices[Number(number[1]) - 1] : undefined;
}

function distinct(choices: readonly Choice[]): Choice[] {
  return [...new Set(choices)];
}

/** "sixth form" is part of "sixth form college"; "it is" is part of too much. */
function isPartOf(text: string, phrase: string): boolean {
  return hasPhrase(phrase, text) && text.split(" ").some((word) => word.length >= 5);
}

function isNear(text: string, phrase: string): boolean {
  if (isSlip(text, phrase)) return true;
  const words = text.split(" ");
  const size = phrase.split(" ").length;
  return words.some((_, at) => isSlip(words.slice(at, at + size).join(" "), phrase));
}
