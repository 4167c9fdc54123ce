/** The variables that say when nobody is written to by themselves, and by which clock. */
import { z } from "zod";

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)-([01]?\d|2[0-3]):([0-5]\d)$/;

/** Minutes of the day; over midnight where `from` is later. */
export const quietSchema = z
  .string()
  .regex(CLOCK, "write the quiet hours as 18:00-08:00")
  .default("18:00-08:00")
  .transform((text) => {
    const [, fromHour, fromMinute, toHour, toMinute] = (CLOCK.exec(text) ?? []).map(Number);
    return { from: (fromHour ?? 0) * 60 + (fromMinute ?? 0), to: (toHour ?? 0) * 60 + (toMinute ?? 0) };
  });

export const zoneSchema = z
  .string()
  .refine(isZone, "write a time zone such as Europe/London")
  .default("Europe/London");

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
