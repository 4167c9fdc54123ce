/** Reads which of some choices was meant: by number, id, label, other words for it, or with a slip of the finger. */
import type { Choice } from "../question.ts";
import { hasPhrase, isSlip, plain } from "./phrase.ts";

/** Every choice that the words may mean: one is clear, several are not, none is not understood. */
export function matchingChoices(typed: string, choices: readonly Choice[]): readonly Choice[] {
  const text = plain(typed);
  if (text === "") return [];
  const byNumber = /^(?:number )?(\d{1,2})$/.exec(text);
  const numbered = byNumber ? choices[Number(byNumber[1]) - 1] : undefined;
  if (numbered) return [numbered];
  for (const fits of [isSame, isInside, isNear]) {
    const found = choices.filter((choice) => phrasesOf(choice).some((phrase) => fits(text, phrase)));
    if (found.length === 1) return found;
    if (found.length > 1) return longest(text, found);
  }
  return [];
}

/** All phrases of a choice in plain form: its id, its label and other words for it. */
export function phrasesOf(choice: Choice): string[] {
  return [choice.id, choice.label, ...(choice.also ?? [])].map(plain).filter((phrase) => phrase !== "");
}

function isSame(text: string, phrase: string): boolean {
  return text === phrase;
}

function isInside(text: string, phrase: string): boolean {
  return hasPhrase(text, phrase) || (text.length >= 4 && hasPhrase(phrase, text));
}

function isNear(text: string, phrase: string): boolean {
  return (
    isSlip(text, phrase) || (!phrase.includes(" ") && text.split(" ").some((word) => isSlip(word, phrase)))
  );
}

/** "not a college" holds "college" too: the choice with the longer phrase wins, if only one has it. */
function longest(text: string, choices: readonly Choice[]): readonly Choice[] {
  const size = (choice: Choice) =>
    Math.max(
      0,
      ...phrasesOf(choice)
        .filter((phrase) => hasPhrase(text, phrase))
        .map((phrase) => phrase.length),
    );
  const most = Math.max(...choices.map(size));
  const best = choices.filter((choice) => size(choice) === most);
  return most > 0 && best.length === 1 ? best : choices;
}
