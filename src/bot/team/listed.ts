/** People as lines of a table, and how long ago they told something. */
import { said } from "../../interview/words.ts";
import type { Learner } from "../../store/roster.ts";
import { localDate } from "../date.ts";
import type { Listed } from "../replies/cohort.ts";
import type { Scene } from "./scene.ts";

/** Milliseconds. */
const DAY = 24 * 3_600_000;

export function listedOf(scene: Scene, { name, progress, changedAt }: Learner): Listed {
  return { name, progress, changed: agoShown(scene, changedAt) };
}

/** "3 days ago", by the days of the calendar. `time`: ISO */
export function agoShown({ words: { shows }, today }: Scene, time: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(localDate(new Date(time)))) / DAY);
  if (days <= 0) return shows.today;
  return days === 1 ? shows.oneDay : said(shows.days, { days });
}

/** The ISO time so many days before now. */
export function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY).toISOString();
}
