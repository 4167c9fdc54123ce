/** The tables of what people ask in their own words. */

/** What each person asked last. */
export interface AskedTable {
  person: string;
  /** Without what could name anybody. */
  question: string;
  /** The entry that answered it; null where none did. */
  entry: string | null;
  at: string;
}

/** What was asked and not answered, for whoever keeps the content: they are not told who asked it. */
export interface UnansweredTable {
  /** So that it goes with them; null where it was kept before that was known. */
  person: string | null;
  question: string;
  /** Nothing fitted; nothing that was offered was meant; or the answer was not what was needed. */
  reason: "unknown" | "none" | "not-it";
  /** The id of the likeliest entry, or empty. */
  nearest: string;
  times: number;
  /** ISO dates. */
  first_day: string;
  last_day: string;
}
