/** What the connector answers wrongly when it is told to. */
import type { Answer } from "./loopback.ts";

/** What the app asks of the connector. */
export type Errand = "send" | "update" | "delete" | "create" | "members";

export interface Refusal {
  readonly status: number;
  /** Such as "ConversationBlockedByUser". */
  readonly code?: string;
  /** In the old form, which has no code: such as "MessageWritesBlocked". */
  readonly subCode?: string;
  /** Seconds, in the header Retry-After. */
  readonly retryAfter?: number;
  /** How many are refused; 1 unless told. */
  readonly times?: number;
}

export interface Refusals {
  add(errand: Errand, refusal: Refusal): void;
  /** How this errand is refused, which counts as one of the times; or null. */
  take(errand: Errand): Answer | null;
}

/** The number with which the old form begins. */
const OLD = 209;

export function newRefusals(): Refusals {
  const waiting: { readonly errand: Errand; readonly refusal: Refusal; left: number }[] = [];
  return {
    add(errand, refusal) {
      waiting.push({ errand, refusal, left: refusal.times ?? 1 });
    },
    take(errand) {
      const next = waiting.find((each) => each.errand === errand && each.left > 0);
      if (!next) return null;
      next.left -= 1;
      return answerOf(next.refusal);
    },
  };
}

/** The answer in the shape of the Bot Connector's errors. */
export function refused(status: number, code: string, message = code): Answer {
  return { status, body: { error: { code, message } } };
}

function answerOf({ status, code, subCode, retryAfter }: Refusal): Answer {
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  if (subCode !== undefined)
    return { status, headers, body: { errorCode: OLD, message: JSON.stringify({ subCode }) } };
  return { ...refused(status, code ?? `Status${status}`), headers };
}
