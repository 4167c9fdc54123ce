/** What the desk tells those who measure it. */
export interface Watch {
  turn(channel: string, outcome: "answered" | "again" | "failed" | "limited"): void;
  /** How long a person's standing took to work out, in seconds. */
  judged(seconds: number): void;
}

export const UNWATCHED: Watch = { turn: () => undefined, judged: () => undefined };
