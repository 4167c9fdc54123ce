/** Signs, drawn in the colour of the words beside them. They say nothing alone: a word always stands with them. */
import type { Mark } from "../../chat/reply.ts";

const PATHS = {
  met: "M4 10.5l4 4 8-9",
  unmet: "M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z",
  unknown: "M7 7.4a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2.1M10 15.6v.2",
  "not-applicable": "M5 10h10",
  change: "M4 16l.8-3.4L13 4.4a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2zM11.6 5.8l2.6 2.6",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  theme: "M10 3.5a6.5 6.5 0 1 0 0 13z M10 3.5a6.5 6.5 0 0 1 0 13",
  open: "M5.5 8l4.5 4.5L14.5 8",
  mistake: "M10 5.5v6M10 14.5v.2M10 2.5l8 14.5H2z",
  close: "M5 5l10 10M15 5L5 15",
} as const satisfies Record<Mark, string> & Record<string, string>;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** How a line stands: a sign and a word, never colour alone. */
export function MarkShown({ mark }: { mark: { readonly status: Mark; readonly word: string } }) {
  return (
    <span class={`mark ${mark.status}`}>
      <Icon name={mark.status} />
      <span>{mark.word}</span>
    </span>
  );
}

/** The program's own sign. */
export function Sign() {
  return (
    <svg class="sign" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <path class="sign-post" d="M12 2.5v19" />
      <path class="sign-board" d="M5 4.5h11.5l3.5 3-3.5 3H5z" />
      <path class="sign-back" d="M19 12.5H8.5l-3 2.5 3 2.5H19z" />
    </svg>
  );
}

/** How much of an amount is there. The words beside it say the same. */
export function Bar({ done, of }: { done: number; of: number }) {
  const share = of > 0 ? Math.min(100, Math.max(0, (done / of) * 100)) : 0;
  return (
    <svg class="bar" width="100%" height="6" aria-hidden="true">
      <rect class="bar-whole" width="100%" height="6" rx="3" />
      {share > 0 ? <rect class="bar-done" width={`${share.toFixed(1)}%`} height="6" rx="3" /> : null}
    </svg>
  );
}
