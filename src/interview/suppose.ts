/** Reads what is typed behind "what if": one thing or several, each of which has to be understood. */
import type { Understood } from "./kinds.ts";
import { plain } from "./reading/phrase.ts";
import { carriedOn, readAmount } from "./suppose-amount.ts";
import { readAnswers } from "./suppose-answer.ts";
import { readMove } from "./suppose-move.ts";
import { readNames } from "./suppose-named.ts";
import type { Carried, Clause, Supposable, Supposed, Supposition } from "./supposed.ts";
import { said } from "./words.ts";

/** More is no question any more, and reading it would keep others waiting. */
const LONGEST = 300;
const MOST_PARTS = 6;

type Reader = (clause: Clause, scope: Supposable) => Understood<Supposition> | null;

/** In this order: a clause that says two of them says the first. */
const READERS: readonly Reader[] = [
  (clause, scope) => readMove(clause, scope, "named"),
  readAmount,
  readAnswers,
  readNames,
  (clause, scope) => readMove(clause, scope, "bare"),
];

/** Plain data that depends on no person; or words for what was not understood. */
export function readSupposition(scope: Supposable, typed: string): Understood<Supposition> {
  const { problems, whatIf } = scope.interview.words;
  const line = typed.trim();
  if (line.length > LONGEST) return { problem: said(problems.lineTooLong, { most: LONGEST }) };
  const parts = partsOf(line);
  const supposed: Supposed[] = [];
  let carried: Carried = { isHaving: false, list: null, unit: null };
  let problem: string | null = null;
  for (let at = 0; at < parts.length; ) {
    const found = longestClause(line, parts.slice(at, at + MOST_PARTS), carried, scope);
    // What was wrong with a longer piece says more than that the rest of it is no piece of its own.
    problem = found.problem ?? problem;
    if (!found.clause) {
      const words = line.slice(parts[at]?.from, parts[at]?.to);
      return { problem: problem ?? said(whatIf.notRead, { words }) };
    }
    supposed.push(...found.clause.supposed);
    carried = found.clause.carried;
    at += found.clause.parts;
  }
  if (supposed.length === 0) return { problem: said(whatIf.notRead, { words: line }) };
  return { answer: supposed };
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** "and" may join two things, or stand inside of one: "literacy and numeracy". */
const BETWEEN = /\s*(?:[;\n]|,(?!\d)|(?<!\w)(?:and|plus)(?!\w)|&|\+)\s*/gi;

function partsOf(line: string): Place[] {
  const marks = [...line.matchAll(BETWEEN)].map(({ index, 0: mark }) => ({
    from: index,
    to: index + mark.length,
  }));
  const starts = [0, ...marks.map(({ to }) => to)];
  return starts
    .map((from, at) => ({ from, to: marks[at]?.from ?? line.length }))
    .filter(({ from, to }) => plain(line.slice(from, to)) !== "");
}

interface Found {
  readonly clause: {
    readonly supposed: Supposition;
    readonly carried: Carried;
    /** How many parts of the line it took. */
    readonly parts: number;
  } | null;
  /** What was wrong with the longest piece that was nearly read. */
  readonly problem: string | null;
}

function longestClause(line: string, parts: readonly Place[], carried: Carried, scope: Supposable): Found {
  let problem: string | null = null;
  for (let count = parts.length; count > 0; count -= 1) {
    const clause = { typed: line.slice(parts[0]?.from, parts[count - 1]?.to), carried };
    for (const read of READERS) {
      const understood = read(clause, scope);
      if (!understood) continue;
      if ("answer" in understood) {
        const supposed = understood.answer;
        return { clause: { supposed, carried: carriedOn(clause, supposed, scope), parts: count }, problem };
      }
      problem ??= understood.problem;
    }
  }
  return { clause: null, problem };
}
