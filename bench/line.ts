/** One line of the result: our figure beside another, and whether the target is reached. */

const UNITS = {
  "learners/s": { isMoreBetter: true },
  "turns/s": { isMoreBetter: true },
  ms: { isMoreBetter: false },
  "µs/turn": { isMoreBetter: false },
  MB: { isMoreBetter: false },
  "bytes/learner": { isMoreBetter: false },
} as const;
type Unit = keyof typeof UNITS;

export interface Line {
  readonly bench: string;
  readonly ours: number;
  readonly against: string;
  readonly theirs: number;
  readonly unit: Unit;
  /** Ours against theirs, so that more is better, whatever the unit. */
  readonly ratio: number;
  /** The least ratio that will do; null where none is set. */
  readonly target: number | null;
  readonly ok: boolean;
}

export type Figures = Omit<Line, "ratio" | "ok">;

export function lineOf({ bench, ours, against, theirs, unit, target }: Figures): Line {
  const ratio = UNITS[unit].isMoreBetter ? ours / theirs : theirs / ours;
  return {
    bench,
    ours: digits(ours, 4),
    against,
    theirs: digits(theirs, 4),
    unit,
    ratio: digits(ratio, 3),
    target,
    ok: target === null || ratio >= target,
  };
}

function digits(figure: number, count: number): number {
  return Number(figure.toPrecision(count));
}
