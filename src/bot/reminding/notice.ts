/** How notices that remind are called: by whom they are for and when, so that each is said once. */
import type { ReminderKind } from "../../store/reminders.ts";

export function noticePrefix(kind: ReminderKind, person: string): string {
  return `${kind}:${person}:`;
}
