/** Reads dates as British people type them: "10 March", "10/3/2010", "yesterday", "2010-03-10". */
import * as chrono from "chrono-node";

export interface FoundDate {
  /** ISO, such as 2010-03-10. */
  readonly date: string;
  readonly words: string;
}

/** chrono takes "5 hours" for a moment of today; here it is how long something lasted. */
const LENGTH = /\d\s*(?:hours?|hrs?|h|minutes?|mins?|m)\b/i;

/** Looking for dates takes long in long texts; a date stands in a line of its own or in a short entry. */
const LONGEST_DATE = 400;

/** The first date in the text, or null. A date without its year is the latest one that is not after `today`. */
export function findDate(typed: string, today: string): FoundDate | null {
  const noon = new Date(`${today}T12:00:00`);
  const found = chrono.en.GB.parse(typed.slice(0, LONGEST_DATE), noon).find(
    ({ start, text }) => !LENGTH.test(text) && (start.isCertain("day") || start.isCertain("weekday")),
  );
  if (!found) return null;
  const { start } = found;
  let year = start.get("year") ?? noon.getFullYear();
  const dated = () => isoDate(year, start.get("month") ?? 1, start.get("day") ?? 1);
  if (!start.isCertain("year") && start.isCertain("month")) {
    year = noon.getFullYear();
    if (dated() > today) year -= 1;
  }
  return { date: dated(), words: found.text };
}

function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
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
