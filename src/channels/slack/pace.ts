/** Keeps to one message a second in each of Slack's conversations, and as long as Slack asks to wait. */

export interface Pace {
  /** Seconds until the next message may be sent there; 0 = now, and it counts as sent. */
  take(place: string): number;
  hold(place: string, seconds: number): void;
}

/** Slack bears a few at once. */
const BURST = 3;
/** Milliseconds. */
const APART = 1_000;
/** Places that are remembered; those that are free again may be forgotten. */
const MOST = 5_000;

/** `now` in milliseconds. */
export function openPace(now: () => number): Pace {
  /** From when on a full burst is free again, by place. */
  const freeAt = new Map<string, number>();
  const forget = (at: number) => {
    for (const [place, free] of freeAt) if (free <= at) freeAt.delete(place);
  };
  return {
    take(place) {
      const at = now();
      const free = Math.max(at, freeAt.get(place) ?? 0);
      const wait = free - at - (BURST - 1) * APART;
      if (wait > 0) return wait / 1_000;
      if (freeAt.size >= MOST) forget(at);
      freeAt.set(place, free + APART);
      return 0;
    },
    hold(place, seconds) {
      freeAt.set(place, Math.max(freeAt.get(place) ?? 0, now() + seconds * 1_000 + (BURST - 1) * APART));
    },
  };
}
