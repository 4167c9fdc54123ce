/** Jobs on SQLite: a timer looks into a table. */
import type { Kysely } from "kysely";
import { addJob, endJob, type Job, retryJob, takeJob } from "../store/jobs.ts";
import type { Schema } from "../store/schema.ts";
import { backoff } from "./backoff.ts";
import { type Clock, later } from "./clock.ts";
import { type Complain, type Jobs, TRIES } from "./jobs.ts";

/** Milliseconds. */
const LOOK = 1_000;
const LONGEST_JOB = 10 * 60_000;

export interface TimerOptions {
  readonly clock: Clock;
  /** From 0 up to 1. */
  random(): number;
  readonly complain: Complain;
}

export function openTimer(db: Kysely<Schema>, { clock, random, complain }: TimerOptions): Jobs {
  const works = new Map<string, (data: unknown) => Promise<void>>();
  let running: Promise<void> | null = null;
  let isStopped = false;

  const doJob = async (job: Job) => {
    try {
      await works.get(job.name)?.(JSON.parse(job.data));
      await endJob(db, job);
    } catch (error) {
      const isLast = job.tries + 1 >= TRIES;
      complain(`job ${job.name} failed${isLast ? " and was given up" : "; it is tried again"}`, error);
      if (isLast) await endJob(db, job);
      else await retryJob(db, job, later(clock.now(), backoff(job.tries, random())));
    }
  };
  const run = async () => {
    while (!isStopped) {
      const now = clock.now();
      const job = await takeJob(db, [...works.keys()], now.toISOString(), later(now, LONGEST_JOB));
      if (!job) return;
      await doJob(job);
    }
  };
  const look = () => {
    running ??= run()
      .catch((error: unknown) => complain("the jobs could not be read; it is tried again", error))
      .finally(() => {
        running = null;
      });
  };
  const end = clock.every(LOOK, look);
  return {
    async work(name, run) {
      works.set(name, run);
    },
    later: (name, key, data, due) =>
      addJob(db, { name, key, data: JSON.stringify(data), due: due.toISOString() }),
    async stop() {
      isStopped = true;
      end();
      await running;
    },
  };
}
