/** Sends what Slack sends to the app under test, signed, each in the encoding that Slack uses for it. */
import { randomUUID } from "node:crypto";
import type { Json } from "./block.ts";
import { envelope } from "./events.ts";
import type { Platform } from "./platform.ts";
import { type AppRequest, FORM, JSON_TYPE, post, type Sent, signatureOf } from "./signing.ts";

/** Anything, for bad input. Signed unless `sign` is false; `timestamp` in seconds. */
export interface Raw {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timestamp?: number;
  readonly sign?: boolean;
}

export interface Retry {
  readonly number: number;
  readonly reason: string;
}

export interface Wire {
  event(event: Json): Promise<Sent>;
  interact(payload: Json): Promise<Sent>;
  form(fields: Record<string, string>): Promise<Sent>;
  raw(raw: Raw): Promise<Sent>;
  again(previous: Sent, retry?: Retry): Promise<Sent>;
}

const PATH = "/slack/events";

/** `app` gives the address of the app at the time of each request. */
export function newWire(platform: Platform, secret: string, app: () => string): Wire {
  const raw = ({ path = PATH, headers = {}, body, timestamp, sign = true }: Raw) => {
    const at = timestamp === undefined ? platform.now() : timestamp * 1_000;
    const own = { "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)", "content-type": JSON_TYPE };
    const signed = sign ? signatureOf(secret, body, at) : {};
    return post(app(), { path, body, headers: { ...own, ...signed, ...headers } });
  };
  const form = (fields: Record<string, string>) =>
    raw({ headers: { "content-type": FORM }, body: new URLSearchParams(fields).toString() });
  return {
    raw,
    form,
    event: (event) => raw({ body: JSON.stringify(envelope(platform, event)) }),
    interact: (payload) => form({ payload: JSON.stringify(payload) }),
    again: ({ request }, retry) => post(app(), retry ? retried(request, retry) : request),
  };
}

function retried(request: AppRequest, { number, reason }: Retry): AppRequest {
  const headers = { "x-slack-retry-num": String(number), "x-slack-retry-reason": reason };
  return { ...request, headers: { ...request.headers, ...headers } };
}

/** As Slack's client gives every message an id of its own. */
export function clientMessageId(): string {
  return randomUUID();
}
