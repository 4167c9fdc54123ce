/** Shows that an answer is on its way, where it takes longer than a moment. */

export interface Typing {
  /** `show` is called unless the answer is there before. */
  begin(conversation: string, show: () => void): void;
  end(conversation: string): void;
}

/** Milliseconds. */
const MOMENT = 500;

/** `later` does something after so many milliseconds, unless what it gives is called before. */
export function openTyping(later: (milliseconds: number, work: () => void) => () => void): Typing {
  const waiting = new Map<string, () => void>();
  const end = (conversation: string) => {
    waiting.get(conversation)?.();
    waiting.delete(conversation);
  };
  return {
    begin(conversation, show) {
      end(conversation);
      const cancel = later(MOMENT, () => {
        waiting.delete(conversation);
        show();
      });
      waiting.set(conversation, cancel);
    },
    end,
  };
}
