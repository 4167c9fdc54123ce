/** Work for later: kept in the database, done once by one of all running programs, and tried again where it fails. */
import type { Clock } from "./clock.ts";

export interface Jobs {
  /** Says who does the work of this name. What it throws is tried again, `TRIES` times in all. */
  work(name: string, run: (data: unknown) => Promise<void>): Promise<void>;
  /**
   * Once, at `due` or soon after. While a job with this name and key waits, another is not added.
   * `data` is plain data, and holds ids rather than anything about people.
   */
  later(name: string, key: string, data: unknown, due: Date): Promise<void>;
  /** Ends what is being done, and begins nothing new. */
  stop(): Promise<void>;
}

/** How often a job is tried before it is given up. */
export const TRIES = 5;

/** What a job does when it was given up, or when the queue itself fails. */
export type Complain = (line: string, error?: unknown) => void;

export interface Planner {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly complain: Complain;
}

/**
 * Does the work again and again, about this many milliseconds apart, however many programs run. Work that fails is not
 * tried again before its next time.
 */
export async function every(
  { jobs, clock, complain }: Planner,
  name: string,
  milliseconds: number,
  run: () => Promise<void>,
): Promise<void> {
  const next = () => jobs.later(name, "every", null, new Date(clock.now().getTime() + milliseconds));
  await jobs.work(name, async () => {
    try {
      await run();
    } catch (error) {
      complain(`job ${name} failed; it is done again at its next time`, error);
    } finally {
      await next();
    }
  });
  await next();
}
