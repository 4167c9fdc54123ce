/** What is done after a platform was answered, since it need not wait for it. */
import { setTimeout } from "node:timers/promises";

export interface Afterwards {
  /** Does something. What it throws is a fault of ours. */
  after(work: () => Promise<unknown>): void;
  /** All of it is done. */
  settled(): Promise<void>;
  /** Waits for it, but not for a platform that does not answer. */
  close(): Promise<void>;
}

/** Milliseconds that a stop waits. */
const LAST_WORKS = 2_000;

export function openAfterwards(fail: (error: unknown) => void): Afterwards {
  const works = new Set<Promise<unknown>>();
  const settled = async () => {
    while (works.size > 0) await Promise.all(works);
  };
  return {
    after(work) {
      const done: Promise<unknown> = Promise.resolve()
        .then(work)
        .catch(fail)
        .finally(() => works.delete(done));
      works.add(done);
    },
    settled,
    close: () => Promise.race([settled(), setTimeout(LAST_WORKS, undefined, { ref: false })]),
  };
}
