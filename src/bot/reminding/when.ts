/** Reads when somebody wants to be written to: a day, a time of day, a time zone. */
import { isZone, type Weekly } from "../../calendar/hours.ts";
import type { CohortWords } from "../../cohort/words/words.ts";
import { hasPhrase, plain } from "../../interview/reading/phrase.ts";

/** What is said goes over what was so far. `words`: what nothing was made of. */
export type When =
  | { readonly kind: "off" }
  | { readonly kind: "weekly"; readonly weekly: Weekly }
  | { readonly kind: "zone" | "time"; readonly words: string };

const ZONE = /\b[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+\b|\bUTC\b/;
const TIME = /\b(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?\b/i;

export function readWhen(typed: string, before: Weekly, { reminders }: CohortWords): When {
  const named = (phrases: readonly string[], text: string) =>
    phrases.some((phrase) => hasPhrase(text, plain(phrase)));
  const zone = ZONE.exec(typed)?.[0];
  if (zone !== undefined && !isZone(zone)) return { kind: "zone", words: zone };
  const left = zone === undefined ? typed : typed.replace(zone, " ");
  const text = plain(left);
  const day = reminders.days.findIndex((phrases) => named(phrases, text));
  const minute = minuteIn(left);
  if (day < 0 && minute === null && zone === undefined) {
    if (named(reminders.off, text)) return { kind: "off" };
    if (!named(reminders.weekly, text)) return { kind: "time", words: typed.trim() };
  }
  if (minute === "never") return { kind: "time", words: typed.trim() };
  return {
    kind: "weekly",
    weekly: {
      weekday: day < 0 ? before.weekday : day + 1,
      minute: minute ?? before.minute,
      zone: zone ?? before.zone,
    },
  };
}

/** "16:00", "4pm", "at 10"; "never" for a time that no clock shows. */
function minuteIn(text: string): number | "never" | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const [, hours = "", minutes = "0", half] = found;
  const isHalf = half !== undefined;
  const hour = Number(hours);
  if (isHalf ? hour < 1 || hour > 12 : hour > 23) return "never";
  if (Number(minutes) > 59) return "never";
  const added = half?.toLowerCase() === "pm" ? 12 : 0;
  return (isHalf ? (hour % 12) + added : hour) * 60 + Number(minutes);
}

/** "16:00" */
export function clockShown(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
