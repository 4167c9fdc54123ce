/** Every bench, in the order in which they run. */
import { worstBlocks } from "./block.ts";
import { largeCohort } from "./cohort/cohort.ts";
import type { Contest } from "./contest.ts";
import type { Line } from "./line.ts";
import { memoryOfResults, memoryRemembered } from "./memory.ts";
import { clicks } from "./slack/slack.ts";
import { manyLearners, oneLearner } from "./speed.ts";
import { messages } from "./teams/teams.ts";
import { postgresGround, sqliteGround } from "./turns/ground.ts";
import { firstAnswer, residentMemory } from "./turns/service.ts";
import { durableTurns } from "./turns/turns.ts";

export interface Bench {
  readonly name: string;
  /** What is done on each side, in a sentence for the table. */
  readonly says: string;
  /** `contest` opens the ground of the rules, which takes a while and is opened once. */
  run(contest: () => Promise<Contest>): Promise<Line[]>;
}

export const BENCHES: readonly Bench[] = [
  {
    name: "rules.one-learner",
    says: "one learner who tells more and more: 16 steps, judged again and again from ready facts, as in a running service.",
    run: async (contest) => oneLearner(await contest()),
  },
  {
    name: "rules.thousand-learners",
    says: "1,000 different learners; ours begins with an empty memory and derives the facts from raw records, rivals get them ready.",
    run: async (contest) =>
      manyLearners(await contest(), {
        bench: "rules.thousand-learners",
        count: 1_000,
        rounds: 5,
        target: null,
      }),
  },
  {
    name: "rules.ten-thousand-learners",
    says: "the same for 10,000; in both, ours lets the event loop turn after every 100 learners.",
    run: async (contest) =>
      manyLearners(await contest(), {
        bench: "rules.ten-thousand-learners",
        count: 10_000,
        rounds: 3,
        target: 10,
      }),
  },
  {
    name: "rules.worst-block",
    says: "the longest time in which nothing else could run, while 10,000 learners are judged as above; of five rounds the median.",
    run: async (contest) => worstBlocks(await contest()),
  },
  {
    name: "rules.memory-results",
    says: "heap held per learner while the results of 1,000 learners are kept; ours with what it remembers.",
    run: async (contest) => memoryOfResults(await contest()),
  },
  {
    name: "rules.memory-remembered",
    says: "heap held per learner after 10,000 learners whose results are let go: what makes ours fast. It is bounded.",
    run: async (contest) => memoryRemembered(await contest()),
  },
  {
    name: "turns.sqlite-1",
    says: "one person's whole interviews through the bot on SQLite, with p50 and p99 of a turn; a bare commit after each turn, so that both find the same caches.",
    run: () => durableTurns(sqliteGround, 1),
  },
  {
    name: "turns.sqlite-32",
    says: "32 people at once, ours and bare round by round; turns that come at the same time share a commit, bare ones do not.",
    run: () => durableTurns(sqliteGround, 32),
  },
  {
    name: "turns.postgres-1",
    says: "one person on PostgreSQL on the same machine, again with a bare commit after each turn.",
    run: () => durableTurns(postgresGround, 1),
  },
  {
    name: "turns.postgres-32",
    says: "32 people at once, over 8 connections on both sides.",
    run: () => durableTurns(postgresGround, 32),
  },
  {
    name: "slack.clicks-memory",
    says: "signed clicks over 32 keep-alive connections, each read, kept in a database in memory and acknowledged; p50 and p99 of an acknowledgement, processor time of a click, and p99 at half of our load.",
    run: () => clicks("memory", 0.7),
  },
  {
    name: "slack.clicks-sqlite",
    says: "the same, each on the disk before it is acknowledged.",
    run: () => clicks("sqlite", 0.35),
  },
  {
    name: "teams.turns-memory",
    says: "typed messages of 16 people at once with tokens that are verified, each kept in a database in memory, until its reply is at the connector; p50 and p99, and processor time of a turn.",
    run: () => messages("memory", 0.7),
  },
  {
    name: "teams.turns-sqlite",
    says: "the same, each on the disk before its reply goes out.",
    run: () => messages("sqlite", 0.5),
  },
  {
    name: "cohort.sqlite",
    says: "a manager of 10,000 people asks for the summary and the first page; then other rules are followed for all of them while somebody goes on speaking.",
    run: () => largeCohort(sqliteGround),
  },
  {
    name: "cohort.postgres",
    says: "the same on PostgreSQL on the same machine.",
    run: () => largeCohort(postgresGround),
  },
  {
    name: "service.first-answer",
    says: "from the start command to the first answer over HTTP, with an empty database.",
    run: firstAnswer,
  },
  {
    name: "service.memory",
    says: "resident memory of the service at rest, before and after 10,000 people spoke to it.",
    run: residentMemory,
  },
];
