/** What Slack does wrong when it is told to: the next calls fail as the tests say. */
import type { Json } from "./block.ts";
import { refusal } from "./method.ts";

export interface Refusal {
  /** A platform error, answered with 200 and `ok: false`. */
  readonly error?: string;
  /** An HTTP status, such as 503; 429 where `retryAfter` is given. */
  readonly status?: number;
  /** Seconds. */
  readonly retryAfter?: number;
  /** How many calls are refused; 1 unless told. */
  readonly times?: number;
  readonly messages?: readonly string[];
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json | string;
}

export interface Refusals {
  /** `method` is a Web API method, `response_url` or `upload`. */
  add(method: string, refusal: Refusal): void;
  /** How this call is refused, which counts as one of the times; or null. */
  take(method: string): Answer | null;
}

export function newRefusals(): Refusals {
  const waiting = new Map<string, { refusal: Refusal; left: number }[]>();
  return {
    add(method, refusal) {
      const there = waiting.get(method) ?? [];
      waiting.set(method, [...there, { refusal, left: refusal.times ?? 1 }]);
    },
    take(method) {
      const queue = waiting.get(method) ?? [];
      const next = queue[0];
      if (!next) return null;
      next.left -= 1;
      if (next.left <= 0) queue.shift();
      return answerOf(next.refusal);
    },
  };
}

function answerOf({ error, status, retryAfter, messages }: Refusal): Answer {
  if (retryAfter !== undefined)
    return {
      status: status ?? 429,
      headers: { "retry-after": String(retryAfter) },
      body: refusal(error ?? "ratelimited"),
    };
  if (status !== undefined) return { status, body: error ? refusal(error, messages) : "" };
  return { status: 200, body: refusal(error ?? "internal_error", messages) };
}
