/** Keeps the time right while the program runs, and mends what a wrong clock has put off. */
import { type Clock, later } from "../jobs/clock.ts";
import type { Pace } from "../jobs/deliver.ts";
import { correctTimes } from "../store/set-back.ts";
import type { House } from "./house.ts";

/** Milliseconds between two questions what time it is. */
const ASK = 10_000;
/** Milliseconds; less is what a question takes. */
const SET_BACK = 2_000;
/** Milliseconds that a reply waits for its next try at the most, as far as we choose. */
const LONGEST_WAIT = 10 * 60_000;

/** Gives what ends it. */
export async function keepTime(
  { db, time }: Pick<House, "db" | "time">,
  clock: Clock,
  { leaseFor }: Pick<Pace, "leaseFor">,
  complain: (line: string, detail?: unknown) => void,
): Promise<() => void> {
  const correct = (wait: number) => {
    const now = time.now();
    return correctTimes(db, {
      now: now.toISOString(),
      latest: later(now, wait),
      leasedUntil: later(now, leaseFor),
    });
  };
  // The clock may have been set back while no program ran.
  await correct(LONGEST_WAIT);
  // Owed until it has succeeded: the database may be away just then.
  let isOwed = false;
  const ask = async () => {
    const changed = await time.ask();
    if (changed <= -SET_BACK) {
      isOwed = true;
      complain(
        `The clock was set back by ${Math.round(-changed / 1_000)} seconds; replies that it held up go out now`,
      );
    }
    if (!isOwed) return;
    await correct(leaseFor);
    isOwed = false;
  };
  // While the database is away, what passes is counted on.
  return clock.every(ASK, () => void ask().catch(() => undefined));
}
