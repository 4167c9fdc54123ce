/** The tables of what is said to people later. */

/** One waits of each kind: a learner's own, a manager's summary, and one for which a manager asked. */
export interface RemindersTable {
  person: string;
  kind: "own" | "digest" | "nudge";
  /** For a nudge: the cohort whose manager asked, and what that manager is called. */
  cohort: string | null;
  asked_by: string | null;
  /** 1 is Monday; null for what comes once. */
  weekday: number | null;
  /** Of the day. */
  minute: number | null;
  /** Such as Europe/London. */
  zone: string;
  next_at: string;
}

/** When somebody was last written to as a learner, or as somebody who looks after others; and whether they want nothing. */
export interface ContactsTable {
  person: string;
  role: "learner" | "digest";
  /** An ISO date, where they are. */
  day: string | null;
  silent_since: string | null;
}
