/** Lets through at most so many a second, evenly. */
import { setTimeout } from "node:timers/promises";

export interface Tempo {
  /** Resolves when it is somebody's turn. */
  turn(): Promise<void>;
}

export function openTempo(perSecond: number): Tempo {
  let next = 0;
  return {
    async turn() {
      const now = performance.now();
      const at = Math.max(now, next);
      next = at + 1_000 / perSecond;
      if (at > now) await setTimeout(at - now);
    },
  };
}
