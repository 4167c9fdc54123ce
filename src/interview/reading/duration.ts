/** Reads durations as people type them: "7h30", "about 3 hours", "half an hour", "90 min", "1:30". */
import parseDuration from "parse-duration";
import { withDigits } from "./number.ts";

export interface FoundDuration {
  readonly minutes: number;
  /** The unit typed; null for a bare number, which the question has to make sense of. */
  readonly unit: "hours" | "minutes" | null;
  readonly number: number;
  /** The words it was read from, in plain form. */
  readonly words: string;
}

/** A duration stands in a short answer; a long text is looked at only so far. */
const LONGEST = 400;

const UNIT = "(?:hours?|hrs?|hr|h|minutes?|mins?|min|m)";
const ONE = new RegExp(
  `(?<![\\d.])\\d{0,9}\\.?\\d{1,9} ?${UNIT}\\b(?: ?(?:and )?(?:\\d{1,2} ?(?:minutes?|mins?|min|m)|\\d{2})\\b(?! ?${UNIT})(?! to ))?`,
  "g",
);

const QUARTERS: Readonly<Record<string, number>> = { quarter: 15, half: 30, "3 quarters": 45 };

/** The text in the form that durations are found in. */
export function durationText(typed: string): string {
  return withDigits(typed.slice(0, LONGEST))
    .replace(
      /\b(\d+) ?(?:hours?|hrs?|h) ?(\d{2}|\d(?= ?m))(?: ?(?:minutes?|mins?|m))?\b(?! ?(?:m|h|to)\w*\b)/g,
      "$1h $2m",
    )
    .replace(/\b(\d+):(\d{2})\b/g, "$1h $2m")
    .replace(
      /\b(\d+|an?) (?:hours?|hrs?) and (?:a |1 )?(half|quarter|3 quarters)\b/g,
      (_, hours: string, part: string) => `${(Number(hours) || 1) * 60 + (QUARTERS[part] ?? 0)} minutes`,
    )
    .replace(/\bhalf (?:an? |1 )?(?:hour|hr)\b/g, "30 minutes")
    .replace(/\b(?:a )?quarter of an? (?:hour|hr)\b/g, "15 minutes")
    .replace(/\b3 quarters of an? (?:hour|hr)\b/g, "45 minutes")
    .replace(/\ban? (hour|hr)\b/g, "1 hour");
}

/** Every duration with a unit in text that `durationText` has prepared. */
export function findDurations(text: string): FoundDuration[] {
  return [...text.matchAll(ONE)].flatMap((match) => {
    const words = match[0].trim();
    const minutes = parseDuration(withMinutes(words), "m");
    if (minutes === null || minutes === undefined) return [];
    const unit = /\d ?h/.test(words) ? "hours" : "minutes";
    return [
      { minutes: Math.round(minutes * 100) / 100, unit, number: Number.parseFloat(words), words } as const,
    ];
  });
}

/** "2 hours 15" means 2 hours and 15 minutes. */
function withMinutes(words: string): string {
  return words.replace(/ and /g, " ").replace(/(h\w*) ?(\d+)$/, "$1 $2 m");
}
