/** How fast: one learner again and again, and many learners cold. */
import { type Contest, cold, theirs } from "./contest.ts";
import { tellingMore } from "./learners.ts";
import { type Figures, type Line, lineOf } from "./line.ts";
import { besideEach, duration, rate, runEach, YIELD_EVERY } from "./measure.ts";
import { factsFrom, judgeFacts } from "./ours.ts";

export async function oneLearner(contest: Contest): Promise<Line[]> {
  const { edition, rivals, learners, certain } = contest;
  const teller = learners.find((each) => entries(each.practice) > 5 && entries(each.observations) > 2);
  if (!teller) throw new Error("No learner tells enough to be judged in steps");
  const steps = tellingMore(teller, 16);
  const ourTasks = steps.map((step) => judgeFacts(edition, factsFrom(edition, step)));
  const theirTasks = rivals.map((rival) => steps.map((step) => rival.prepare(certain(step))));
  const figures = await besideEach(
    7,
    () => rate(ourTasks, 100),
    theirTasks.map((tasks) => () => rate(tasks, 150)),
  );
  return linesOf(contest, { bench: "rules.one-learner", unit: "learners/s", target: 90 }, figures);
}

function entries(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

interface Size {
  readonly bench: string;
  readonly count: number;
  readonly rounds: number;
  readonly target: number | null;
}

export async function manyLearners(
  contest: Contest,
  { bench, count, rounds, target }: Size,
): Promise<Line[]> {
  const theirTasks = contest.rivals.map((rival) => theirs(contest, rival, count));
  const figures = await besideEach(
    rounds,
    () => {
      const tasks = cold(contest, count);
      return duration(() => runEach(tasks, YIELD_EVERY));
    },
    theirTasks.map((tasks) => () => duration(() => runEach(tasks))),
  );
  return linesOf(contest, { bench, unit: "ms", target }, figures);
}

/** One line a rival; the target is set against the plain engine. */
function linesOf(
  { rivals, plain }: Contest,
  { target, ...common }: Pick<Figures, "bench" | "unit" | "target">,
  { ours, theirs }: { ours: number; theirs: readonly number[] },
): Line[] {
  return rivals.map((rival, at) =>
    lineOf({
      ...common,
      ours,
      against: rival.name,
      theirs: theirs[at] ?? Number.NaN,
      target: rival === plain ? target : null,
    }),
  );
}
