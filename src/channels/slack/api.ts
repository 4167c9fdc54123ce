/** Calls Slack's Web API, once: what has to be tried again is tried again by the outbox. */
import { ErrorCode, WebClient } from "@slack/web-api";
import { clientOptions, type Installations } from "./installations.ts";
import { isGone } from "./refusal.ts";

export type Answer =
  | { readonly kind: "done"; readonly value: Readonly<Record<string, unknown>> }
  /** Slack will not do it, and why: its own name for the reason, and what it says about single blocks. */
  | { readonly kind: "refused"; readonly error: string; readonly messages: readonly string[] }
  /** It may work later. */
  | {
      readonly kind: "later";
      readonly reason: string;
      readonly afterSeconds?: number;
      readonly isHeld?: true;
    };

export interface Api {
  call(tenant: string, method: string, values: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Answers a click or a command where it was made. The address stands for the right to do so. */
  respond(url: string, message: Readonly<Record<string, unknown>>): Promise<Answer>;
}

export interface ApiOptions {
  /** Such as https://slack.com/api/ */
  readonly apiUrl: string;
  readonly installations: Installations;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Milliseconds; a delivery is given up after 10 s. */
const TIMEOUT = 8_000;

/** The app is not installed there, or not any more. */
export const NOT_INSTALLED = "not_installed";

/** Slack is in trouble, which passes. */
const PASSING = new Set([
  "ratelimited",
  "rate_limited",
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
]);

export function openApi({ apiUrl, installations, now }: ApiOptions): Api {
  const clients = new Map<string, { token: string; client: WebClient }>();
  const clientFor = (tenant: string, token: string) => {
    const known = clients.get(tenant);
    if (known?.token === token) return known.client;
    const client = new WebClient(token, clientOptions({ apiUrl }));
    clients.set(tenant, { token, client });
    return client;
  };
  return {
    async call(tenant, method, values) {
      const asked = new Date(now()).toISOString();
      const installation = await installations.find(tenant);
      if (!installation) return { kind: "refused", error: NOT_INSTALLED, messages: [] };
      try {
        const value = await clientFor(tenant, installation.token).apiCall(method, values);
        return { kind: "done", value: { ...value } };
      } catch (error) {
        const answer = answerIn(error);
        // What was installed anew meanwhile stays.
        if (answer.kind === "refused" && isGone(answer.error)) await installations.remove(tenant, asked);
        return answer;
      }
    },
    respond,
  };
}

function answerIn(error: unknown): Answer {
  const { code, retryAfter, data, message } = error as Failure;
  if (code === ErrorCode.RateLimitedError)
    return { kind: "later", reason: "Slack asked to wait", afterSeconds: retryAfter ?? 1 };
  if (code !== ErrorCode.PlatformError || PASSING.has(data?.error ?? ""))
    return { kind: "later", reason: data?.error ?? message };
  return {
    kind: "refused",
    error: data?.error ?? message,
    messages: data?.response_metadata?.messages ?? [],
  };
}

interface Failure extends Error {
  readonly code?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly data?: { error: string; response_metadata?: { messages?: string[] } };
}

async function respond(url: string, message: Readonly<Record<string, unknown>>): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(TIMEOUT),
  }).catch((error: Error) => error);
  if (response instanceof Error) return { kind: "later", reason: response.message };
  const said = await response.text();
  if (response.ok) return { kind: "done", value: {} };
  if (response.status === 429) {
    const afterSeconds = Number(response.headers.get("retry-after") ?? 1) || 1;
    return { kind: "later", reason: "Slack asked to wait", afterSeconds };
  }
  if (response.status >= 500) return { kind: "later", reason: `Slack answered ${response.status}` };
  return { kind: "refused", error: said.slice(0, 100), messages: [] };
}
