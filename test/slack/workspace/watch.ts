/** Waits for what an app does in its own time, without a clock: looked at again after each of its calls. */

export interface Watch {
  /** Waits until this is neither null, undefined nor false. What it throws is thrown. */
  until<T>(look: () => T | null | undefined | false): Promise<T>;
  notify(): void;
}

export function newWatch(): Watch {
  const waiting = new Set<() => void>();
  return {
    notify() {
      for (const look of waiting) look();
    },
    until: (look) =>
      new Promise((resolve, reject) => {
        const again = () => {
          try {
            const found = look();
            if (found === null || found === undefined || found === false) return;
            resolve(found);
          } catch (error) {
            reject(error);
          }
          waiting.delete(again);
        };
        waiting.add(again);
        again();
      }),
  };
}
