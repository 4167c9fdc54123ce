/** When something may reach somebody, by the clock where they are: weekly times, quiet hours and weekends. */
import { DateTime, IANAZone } from "luxon";

/** Minutes of the day; `from` may be later than `to`, over midnight. Weekends are quiet as a whole. */
export interface Quiet {
  readonly from: number;
  readonly to: number;
}

/** Every week at the same time of day, also where the clocks change. `weekday`: 1 is Monday. */
export interface Weekly {
  readonly weekday: number;
  /** Of the day. */
  readonly minute: number;
  /** Such as Europe/London. */
  readonly zone: string;
}

export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/** The next time, which is never quiet. Where an hour is skipped it is the time after it; of a doubled hour, the first. */
export function nextWeekly({ weekday, minute, zone }: Weekly, after: Date, quiet: Quiet): Date {
  const local = DateTime.fromJSDate(after, { zone });
  const days = (weekday - local.weekday + 7) % 7;
  for (let week = 0; ; week += 1) {
    const time = atMinute(local.startOf("day").plus({ days: days + 7 * week }), minute);
    const loud = afterQuiet(time.toJSDate(), zone, quiet);
    if (loud > after) return loud;
  }
}

/** The time itself, or the end of the quiet that it falls into. */
export function afterQuiet(time: Date, zone: string, { from, to }: Quiet): Date {
  let local: DateTime = DateTime.fromJSDate(time, { zone });
  for (;;) {
    const minute = local.hour * 60 + local.minute;
    const isNight = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
    if (local.weekday > 5) local = atMinute(local.startOf("day").plus({ days: 8 - local.weekday }), to);
    else if (isNight)
      local = atMinute(minute < to ? local.startOf("day") : local.startOf("day").plus({ days: 1 }), to);
    else return local.toJSDate();
  }
}

function atMinute(day: DateTime, minute: number): DateTime {
  return day.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
}

/** The date there, as ISO. */
export function dayIn(zone: string, time: Date): string {
  return DateTime.fromJSDate(time, { zone }).toISODate() ?? "";
}

/** "Monday, 30 November 2026 at 10:00" */
export function timeShown(zone: string, time: Date): string {
  return DateTime.fromJSDate(time, { zone }).setLocale("en-GB").toFormat("cccc, d MMMM yyyy 'at' HH:mm");
}
