/** Finds one field of a list entry anywhere in a typed line, and gives back the line without it. */
import type { Answer, Surroundings, Understood } from "./kinds.ts";
import type { FieldQuestion } from "./question.ts";
import { phrasesOf } from "./reading/choice.ts";
import { findDate, shownDate } from "./reading/date.ts";
import { durationText, findDurations } from "./reading/duration.ts";
import { isNegative } from "./reading/number.ts";
import { hasPhrase, plain, without } from "./reading/phrase.ts";
import { said } from "./words.ts";

export interface Found {
  readonly value: Answer;
  readonly rest: string;
}

/** null where the line does not say; a problem where it says something that cannot be. */
export function findField(
  rest: string,
  field: FieldQuestion,
  around: Surroundings,
): Understood<Found> | null {
  switch (field.kind) {
    case "date":
      return findDateField(rest, around);
    case "hours":
    case "minutes":
      return findAmount(rest, field, around);
    case "choice":
    case "many":
      return findChoice(plain(rest), field);
    case "yes-no":
      return findPhrase(plain(rest), [
        [field.no ?? [], false],
        [field.yes ?? [], true],
      ]);
    default:
      return null;
  }
}

function findDateField(rest: string, { today, words }: Surroundings): Understood<Found> | null {
  const found = findDate(rest, today);
  if (!found) return null;
  if (found.date > today)
    return { problem: said(words.problems.futureDate, { date: shownDate(found.date) }) };
  return { answer: { value: found.date, rest: rest.replace(found.words, " | ") } };
}

export function findAmount(
  rest: string,
  field: FieldQuestion,
  { words }: Surroundings,
): Understood<Found> | null {
  if (isNegative(rest)) return { problem: said(words.problems.duration, { example: field.example ?? "" }) };
  const text = durationText(rest);
  const [found, ...more] = findDurations(text);
  if (more.length > 0) return { problem: said(words.problems.duration, { example: field.example ?? "" }) };
  if (!found) {
    const bare = /(?<![\w.])(\d{0,9}\.?\d{1,9})(?![\w.])/.exec(text);
    if (!bare) return null;
    const number = Number(bare[1]);
    if (field.kind === "minutes" && number <= 10)
      return { problem: said(words.problems.bareMinutes, { number }) };
    return amount(number, text.replace(bare[0], " | "), field, words);
  }
  const value = field.kind === "hours" ? found.minutes / 60 : found.minutes;
  return amount(Math.round(value * 100) / 100, text.replace(found.words, " | "), field, words);
}

function amount(
  value: number,
  rest: string,
  { min = 0, max }: FieldQuestion,
  words: Surroundings["words"],
): Understood<Found> {
  if (value < min) return { problem: said(words.problems.tooLittle, { number: value, least: min }) };
  if (max !== undefined && value > max)
    return { problem: said(words.problems.tooMuch, { number: value, most: max }) };
  return { answer: { value, rest } };
}

export function findChoice(rest: string, field: FieldQuestion): Understood<Found> | null {
  const phrases = (field.choices ?? []).flatMap((choice) =>
    phrasesOf(choice).map((phrase) => ({ choice, phrase })),
  );
  const found = phrases
    .filter(({ phrase }) => hasPhrase(rest, phrase))
    .sort((a, b) => b.phrase.length - a.phrase.length);
  const [best] = found;
  if (field.kind === "many") {
    if (hasPhrase(rest, "both"))
      return { answer: { value: (field.choices ?? []).map(({ id }) => id), rest: without(rest, "both") } };
    if (!best) return null;
    const value = [...new Set(found.map(({ choice }) => choice.id))];
    return { answer: { value, rest: found.reduce((left, { phrase }) => without(left, phrase), rest) } };
  }
  return best
    ? { answer: { value: best.choice.value ?? best.choice.id, rest: without(rest, best.phrase) } }
    : null;
}

function findPhrase(
  rest: string,
  known: readonly (readonly [readonly string[], boolean])[],
): Understood<Found> | null {
  for (const [phrases, value] of known) {
    const phrase = phrases.map(plain).find((each) => hasPhrase(rest, each));
    if (phrase) return { answer: { value, rest: without(rest, phrase) } };
  }
  return null;
}

/** The words that nothing was made of, less those that carry nothing. */
export function wordsLeft(rest: string, { words }: Surroundings): string {
  return plain(rest.replaceAll("|", " "))
    .split(" ")
    .filter((word) => word !== "" && !words.fillers.includes(word))
    .join(" ");
}
