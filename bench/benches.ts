/** Every bench, in the order in which they run. */
import { worstBlocks } from "./block.ts";
import type { Contest } from "./contest.ts";
import type { Line } from "./line.ts";
import { memoryOfResults, memoryRemembered } from "./memory.ts";
import { manyLearners, oneLearner } from "./speed.ts";

export interface Bench {
  readonly name: string;
  /** What is done on each side, in a sentence for the table. */
  readonly says: string;
  run(contest: Contest): Promise<Line[]>;
}

export const BENCHES: readonly Bench[] = [
  {
    name: "rules.one-learner",
    says: "one learner who tells more and more: 16 steps, judged again and again from ready facts, as in a running service.",
    run: oneLearner,
  },
  {
    name: "rules.thousand-learners",
    says: "1,000 different learners; ours begins with an empty memory and derives the facts from raw records, rivals get them ready.",
    run: (contest) =>
      manyLearners(contest, { bench: "rules.thousand-learners", count: 1_000, rounds: 5, target: null }),
  },
  {
    name: "rules.ten-thousand-learners",
    says: "the same for 10,000; in both, ours lets the event loop turn after every 100 learners.",
    run: (contest) =>
      manyLearners(contest, { bench: "rules.ten-thousand-learners", count: 10_000, rounds: 3, target: 10 }),
  },
  {
    name: "rules.worst-block",
    says: "the longest time in which nothing else could run, while 10,000 learners are judged as above; of five rounds the median.",
    run: worstBlocks,
  },
  {
    name: "rules.memory-results",
    says: "heap held per learner while the results of 1,000 learners are kept; ours with what it remembers.",
    run: memoryOfResults,
  },
  {
    name: "rules.memory-remembered",
    says: "heap held per learner after 10,000 learners whose results are let go: what makes ours fast. It is bounded.",
    run: memoryRemembered,
  },
];
