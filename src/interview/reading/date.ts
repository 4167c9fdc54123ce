/** Reads dates as British people type them: "10 March", "10/3/2010", "yesterday", "2010-03-10". */
import * as chrono from "chrono-node/en";

export interface FoundDate {
  /** ISO, such as 2010-03-10. */
  readonly date: string;
  /** The words it was read from. */
  readonly words: string;
}

/** Looking for dates takes long in long texts; a date stands in a line of its own or in a short entry. */
const LONGEST_DATE = 400;

/** Lengths of time are no dates: chrono takes "5 hours" for a moment of today, and "10 March 60 min" for 1960. */
const LENGTH =
  /(?:\d+ )?\d*[./]?\d+\s*(?:hours?|hrs?|h|minutes?|mins?|m|days?|weeks?|months?|years?)\b(?!\s+ago)/gi;

/** "March 10" is the tenth of March, not March of 2010. */
const MONTH_FIRST =
  /(?<!\d(?:st|nd|rd|th)?\s)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)([a-z]*) (\d{1,2})(?:st|nd|rd|th)?\b(?!\s*[:.\d])/gi;

/** Without one of these there is no date, and looking for one takes longer than all the rest of a turn. */
const DATE_LIKE =
  /\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|today|yesterday|tomorrow|tonight|ago|last|this|next|now)/i;

/** Every date in the text. One without its year, and a bare weekday, is the latest that is not after `today`. */
export function findDates(typed: string, today: string): FoundDate[] {
  const text = typed.slice(0, LONGEST_DATE);
  const masked = text.replace(LENGTH, (length) => "#".repeat(length.length));
  if (!DATE_LIKE.test(masked)) return [];
  const noon = new Date(`${today}T12:00:00`);
  const british = masked.replace(MONTH_FIRST, "$3 $1$2");
  return chrono.GB.parse(british, noon).flatMap(({ start, text: found, index }) => {
    if (!start.isCertain("day") && !start.isCertain("weekday")) return [];
    const date = isoDate(start, today);
    // Only where nothing was turned round can the words be cut out at the same place.
    const words = british === masked ? text.slice(index, index + found.length) : found;
    return isCalendarDay(found, date) ? [{ date, words }] : [];
  });
}

/**
 * Does what is slow the first two times, one pattern at a step: together they take a fifth of a second, in which a program
 * that serves would hear nobody.
 */
export function* prepareDates(): Generator<void> {
  for (const parser of chrono.GB.parsers) {
    const alone = new chrono.Chrono({ parsers: [parser], refiners: [] });
    for (let time = 0; time < 2; time += 1) {
      alone.parse("10 March 2010");
      yield;
    }
  }
}

/** The first date in the text, or null. */
export function findDate(typed: string, today: string): FoundDate | null {
  return findDates(typed, today)[0] ?? null;
}

type Components = ReturnType<typeof chrono.parse>[number]["start"];

/** What was done lies behind us: a day without its year, and a bare weekday, is the last one. */
function isoDate(start: Components, today: string): string {
  const [year = 0, month = 1, day = 1] = [start.get("year"), start.get("month"), start.get("day")].map(
    Number,
  );
  const date = written(year, month, day);
  if (start.isCertain("month") && !start.isCertain("year")) {
    const thisYear = Number(today.slice(0, 4));
    return written(thisYear, month, day) <= today
      ? written(thisYear, month, day)
      : written(thisYear - 1, month, day);
  }
  const isBareWeekday = start.isCertain("weekday") && !start.isCertain("day");
  return isBareWeekday && date > today ? written(year, month, day - 7) : date;
}

/** chrono reads 12/13/2026 the American way round when no British month fits. */
function isCalendarDay(found: string, date: string): boolean {
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}$/.exec(found.trim());
  return !slashed || Number(slashed[2]) === Number(date.slice(5, 7));
}

function written(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

const SHOWN = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "10 March 2010" */
export function shownDate(date: string): string {
  return SHOWN.format(new Date(`${date}T00:00:00Z`));
}
