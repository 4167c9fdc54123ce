/** Finds one field of a list entry anywhere in a typed line, and gives back the line without it. */
import type { Answer, Surroundings, Understood } from "./kinds.ts";
import type { Choice, FieldQuestion } from "./question.ts";
import { findChoices } from "./reading/choice.ts";
import { findDate, shownDate } from "./reading/date.ts";
import { durationText, findDurations } from "./reading/duration.ts";
import { isNegative } from "./reading/number.ts";
import { hasPhrase, plain, without } from "./reading/phrase.ts";
import { said, type Words } from "./words.ts";

export interface Found {
  readonly value: Answer;
  readonly rest: string;
}

/** null where the line does not say; a problem where it says something that cannot be, or two things. */
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
      return findAmount(rest, field, around.words);
    case "choice":
      return findChoice(plain(rest), field, around.words);
    case "many":
      return findMany(plain(rest), field.choices ?? []);
    case "yes-no":
      return findPhrase(plain(rest), field.no ?? [], false) ?? findPhrase(plain(rest), field.yes ?? [], true);
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

/** A length of time in the unit of the field; a bare number is taken to be in it. */
export function findAmount(
  rest: string,
  field: FieldQuestion,
  { problems }: Words,
): Understood<Found> | null {
  const unclear = { problem: said(problems.duration, { example: field.example ?? "" }) };
  if (isNegative(rest)) return unclear;
  const text = durationText(rest);
  const [found, ...more] = findDurations(text);
  if (more.length > 0) return unclear;
  if (found) {
    const value = field.kind === "hours" ? found.minutes / 60 : found.minutes;
    return amount(Math.round(value * 100) / 100, text.replace(found.words, " | "), field, problems);
  }
  const bare = /(?<![\w.])(\d{0,9}\.?\d{1,9})(?![\w.])/.exec(text);
  if (!bare) return null;
  const number = Number(bare[1]);
  // "3" minutes is far more likely three hours, or three times: ask rather than choose.
  if (field.kind === "minutes" && number <= 10) return { problem: said(problems.bareMinutes, { number }) };
  return amount(number, text.replace(bare[0], " | "), field, problems);
}

function amount(
  value: number,
  rest: string,
  { min = 0, max = Number.POSITIVE_INFINITY }: FieldQuestion,
  problems: Words["problems"],
): Understood<Found> {
  if (value < min) return { problem: said(problems.tooLittle, { number: value, least: min }) };
  if (value > max) return { problem: said(problems.tooMuch, { number: value, most: max }) };
  return { answer: { value, rest } };
}

function findChoice(text: string, field: FieldQuestion, { problems }: Words): Understood<Found> | null {
  const { found, left } = findChoices(text, field.choices ?? []);
  const [choice, ...others] = [...new Set(found.map((each) => each.choice))];
  if (!choice) return null;
  if (others.length > 0) {
    const choices = [choice, ...others].map(({ label }) => label).join(" · ");
    return { problem: said(problems.choiceUnclear, { choices }) };
  }
  return { answer: { value: choice.value ?? choice.id, rest: left } };
}

function findMany(text: string, choices: readonly Choice[]): Understood<Found> | null {
  if (choices.length === 2 && hasPhrase(text, "both")) {
    return { answer: { value: choices.map(({ id }) => id), rest: without(text, "both") } };
  }
  const { found, left } = findChoices(text, choices);
  const value = [...new Set(found.map(({ choice }) => choice.id))];
  return value.length > 0 ? { answer: { value, rest: left } } : null;
}

function findPhrase(rest: string, phrases: readonly string[], value: boolean): Understood<Found> | null {
  const phrase = phrases.map(plain).find((each) => hasPhrase(rest, each));
  return phrase ? { answer: { value, rest: without(rest, phrase) } } : null;
}

/** The words that nothing was made of, less those that carry nothing. */
export function wordsLeft(rest: string, { words }: Surroundings): string {
  return plain(rest.replaceAll("|", " "))
    .split(" ")
    .filter((word) => word !== "" && !words.fillers.includes(word))
    .join(" ");
}

/** Words that would make something else of what was found: "not", "or", a second number. */
export function isTurned(left: string, { doubts, otherAmounts }: Words): boolean {
  return /\d/.test(left) || [...doubts, ...otherAmounts].some((word) => hasPhrase(left, plain(word)));
}
