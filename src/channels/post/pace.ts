/** Keeps to how fast a platform takes messages in each place, and waits as long as it asks to. */

export interface Pace {
  /** Seconds until the next message may be sent there; 0 = now, and it counts as sent. */
  take(place: string): number;
  hold(place: string, seconds: number): void;
}

export interface Tempo {
  /** How many may go at once. */
  readonly burst: number;
  /** Milliseconds between two, once a burst is used up. */
  readonly apart: number;
}

/** Places that are remembered; those that are free again may be forgotten. */
const MOST = 5_000;

/** `passed`: milliseconds since some moment. A clock that is set back would keep messages back for as long. */
export function openPace(passed: () => number, { burst, apart }: Tempo): Pace {
  /** From when on a full burst is free again, by place. */
  const freeAt = new Map<string, number>();
  const forget = (at: number) => {
    for (const [place, free] of freeAt) if (free <= at) freeAt.delete(place);
  };
  return {
    take(place) {
      const at = passed();
      const free = Math.max(at, freeAt.get(place) ?? 0);
      const wait = free - at - (burst - 1) * apart;
      if (wait > 0) return wait / 1_000;
      if (freeAt.size >= MOST) forget(at);
      freeAt.set(place, free + apart);
      return 0;
    },
    hold(place, seconds) {
      freeAt.set(place, Math.max(freeAt.get(place) ?? 0, passed() + seconds * 1_000 + (burst - 1) * apart));
    },
  };
}
