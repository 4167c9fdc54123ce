/** What is noted of one line that somebody said or pressed, until it was acknowledged. */
export interface Line {
  /** The conversation's key in the database. */
  readonly conversation: string;
  /** Ids under which it was said: more than one where the person was asked to say it again. Empty where it was pressed. */
  readonly turns: readonly string[];
  /** When it was first sent; milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds from then to its acknowledgement; null where there never was one. */
  readonly acknowledgedAfter: number | null;
}
