/** How long things are kept. docs/privacy.md says it to people, and a test compares the two. */
import type { Cutoffs } from "../store/purge.ts";

/** Days. Platforms send again for minutes, people look back for weeks. */
export const REPLIES_KEPT = 30;
/** Days: long enough for whoever keeps the content to look at them twice in a year. */
export const QUESTIONS_KEPT = 180;
/** Years. */
export const AUDIT_KEPT = 6;

/** Days that a month counts here, so that nothing goes too early. */
const MONTH = 31;
/** Milliseconds. */
const DAY = 86_400_000;

/** `months`: after so many months of silence a person is forgotten. */
export function cutoffsAt(now: Date, months: number): Cutoffs {
  const before = (days: number) => new Date(now.getTime() - days * DAY).toISOString();
  return {
    replies: before(REPLIES_KEPT),
    questions: before(QUESTIONS_KEPT),
    people: before(months * MONTH),
    audit: before(AUDIT_KEPT * 12 * MONTH),
  };
}
