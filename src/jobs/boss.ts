/** Jobs on PostgreSQL, kept by pg-boss in a schema of its own. */
import PgBoss from "pg-boss";
import { type Complain, type Jobs, TRIES } from "./jobs.ts";

/** Connections beside those of the store. */
const CONNECTIONS = 2;
/** Seconds. */
const LOOK = 1;
const LONGEST_JOB = 10 * 60;
const STOP = 3;

/** pg-boss keeps objects only. */
interface Envelope {
  readonly data: unknown;
}

/** `url` is the address of the database. Throws where it does not answer. */
export async function openBoss(url: string, complain: Complain): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    max: CONNECTIONS,
    application_name: "signpost jobs",
    // Its own timetable is not used here, and programs that start together get in each other's way over it.
    schedule: false,
  });
  boss.on("error", (error) => complain("the job queue failed; it is tried again", error));
  await boss.start();
  const made = new Map<string, Promise<void>>();
  const queue = (name: string) => {
    const making = made.get(name) ?? makeQueue(boss, name);
    made.set(name, making);
    making.catch(() => made.delete(name));
    return making;
  };
  return {
    async work(name, run) {
      await queue(name);
      await boss.work<Envelope>(name, { pollingIntervalSeconds: LOOK, batchSize: 1 }, async ([job]) => {
        if (job) await run(job.data.data);
      });
    },
    async later(name, key, data, due) {
      await queue(name);
      await boss.send(name, { data }, { startAfter: due, singletonKey: key });
    },
    stop: () => boss.stop({ graceful: true, wait: true, timeout: STOP * 1_000 }),
  };
}

/** What PostgreSQL says to one of two that wait for each other. */
const DEADLOCK = "40P01";

/**
 * `stately`: of one key, one job waits and one is done. Programs that start together make the same queue at the same
 * time, and pg-boss takes its locks so that they may wait for each other.
 */
async function makeQueue(boss: PgBoss, name: string): Promise<void> {
  const options = {
    name,
    policy: "stately",
    retryLimit: TRIES - 1,
    retryBackoff: true,
    expireInSeconds: LONGEST_JOB,
  } as const;
  for (let tries = 1; ; tries += 1) {
    try {
      return await boss.createQueue(name, options);
    } catch (error) {
      if (tries === TRIES || (error as { code?: string }).code !== DEADLOCK) throw error;
    }
  }
}
