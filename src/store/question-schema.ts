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

/** What was asked and not answered, for whoever keeps the content. It names no person, no tenant and no hour. */
export interface UnansweredTable {
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
