/** The table of what was published, as the newest migration leaves it. */

/** Rules and words that were published, for all programs on this database; the highest number is in use. */
export interface ContentsTable {
  /** 1, 2, 3 … */
  number: number;
  /** Of `files`. */
  fingerprint: string;
  /** The text of each file by its path, as JSON. */
  files: string;
  published_at: string;
}
