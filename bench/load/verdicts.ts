/** What is promised of a run, and whether it was kept. */
import { findArrived } from "./arrived.ts";
import { isIn, longestWithout } from "./faults.ts";
import { flatnessOf } from "./flat.ts";
import { findTurns } from "./found.ts";
import type { Outcome } from "./outcome.ts";

export interface Verdict {
  readonly name: string;
  readonly isReached: boolean;
  /** The figures behind it. */
  readonly says: string;
  /** The first few things that are wrong. */
  readonly wrongs: readonly string[];
}

export interface Judged {
  readonly verdicts: readonly Verdict[];
  /** Milliseconds from a line to its reply, and when the line was said. */
  readonly replies: readonly { readonly at: number; readonly after: number }[];
}

/** Milliseconds. */
export const RECOVERY = 60_000;
/** A process is judged that lived for so much of the run, which has to take so many milliseconds: else all is warm-up. */
const LIVED = 0.5;
const LONG_ENOUGH = 10 * 60_000;

export function judge(outcome: Outcome): Judged {
  const { lines, kept, arrivals, kills, faults, tally, waiting, deaths } = outcome;
  const { wrongs, answered, keptTwice } = findTurns(lines, kept.turns);
  const { missing, doubled, afterKills } = findArrived(kept.replies, arrivals, kills);
  const first = new Map<string, number>();
  for (const { conversation, number, at } of arrivals) {
    const key = `${conversation}#${number}`;
    if (number !== null && !first.has(key)) first.set(key, at);
  }
  const replies = answered.flatMap(({ line, number }) => {
    const at = first.get(`${line.conversation}#${number}`);
    return at === undefined ? [] : [{ at: line.at, after: Math.max(0, at - line.at) }];
  });
  const late = answered.map(({ line, number }) => {
    const at = first.get(`${line.conversation}#${number}`) ?? outcome.calmAt;
    return longestWithout(faults, line.at, at);
  });
  const oldest = Math.max(0, ...ends(late));
  const ages = outcome.ages.filter(({ at }) => !isIn(faults, at, RECOVERY)).map(({ value }) => value);
  const oldestWaiting = Math.max(0, ...ends(ages));
  const unheard = lines.filter(({ acknowledgedAfter }) => acknowledgedAfter === null).length;
  return {
    replies,
    verdicts: [
      {
        name: "every line was acknowledged",
        isReached: unheard === 0 && lines.length > 0,
        says: `${count(lines.length)} lines, ${count(unheard)} never; ${count(tally.apologies)} said again on request`,
        wrongs: [],
      },
      {
        name: "every acknowledged line is kept exactly once",
        isReached: wrongs.length === 0,
        says: `${count(kept.turns.length)} turns kept, ${count(wrongs.length)} wrong; ${keptTwice} kept though an apology was made`,
        wrongs,
      },
      {
        name: "every reply was delivered and arrived",
        isReached: missing.length === 0 && waiting === 0,
        says: `${count(kept.replies.length)} replies, ${count(missing.length)} missing, ${count(waiting)} still waiting`,
        wrongs: missing,
      },
      {
        name: "no reply came twice",
        isReached: doubled.length === 0,
        says: `${count(doubled.length)} twice; beside them ${afterKills} in the hands of a killed replica, by design`,
        wrongs: doubled,
      },
      {
        name: "no reply older than 60 s once a fault has ended",
        isReached: oldest <= RECOVERY && oldestWaiting <= RECOVERY / 1_000,
        says: `oldest ${seconds(oldest)}, not counting faults; oldest seen in the outbox ${seconds(oldestWaiting * 1_000)}`,
        wrongs: [],
      },
      memoryVerdict(outcome),
      {
        name: "no program ended by itself",
        isReached: deaths.length === 0,
        says: `${kills.flat().length} killed`,
        wrongs: deaths,
      },
    ],
  };
}

function memoryVerdict({ memories, begin, end }: Outcome): Verdict {
  const name = "memory is flat";
  const judged = memories.filter(
    ({ samples }) => (samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0) >= (end - begin) * LIVED,
  );
  const flats = judged.map(({ replica, samples }) => ({ replica, ...flatnessOf(samples) }));
  const says = flats.map(
    ({ replica, mean, grown }) => `replica ${replica + 1}: ${Math.round(mean)} MB, ${signed(grown)} MB`,
  );
  const isJudged = end - begin >= LONG_ENOUGH && judged.length > 0;
  const how =
    memories.length === 0 ? ["not measured on this system"] : isJudged ? [] : ["too short to judge"];
  const isReached = !isJudged || flats.every(({ isFlat }) => isFlat);
  return { name, isReached, says: [...how, ...says].join("; "), wrongs: [] };
}

/** Many figures cannot all be arguments at once. */
function ends(figures: readonly number[]): number[] {
  return figures.length === 0 ? [] : [figures.reduce((most, figure) => Math.max(most, figure))];
}

function signed(figure: number): string {
  return `${figure < 0 ? "-" : "+"}${Math.abs(figure).toFixed(1)}`;
}

function count(figure: number): string {
  return figure.toLocaleString("en-GB");
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
