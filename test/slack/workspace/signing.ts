/** Requests as Slack signs them: HMAC-SHA256 over the version, the time in seconds and the exact bytes. */
import { createHmac } from "node:crypto";

/** What is sent to the app, byte for byte. */
export interface AppRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the app answered; `trouble` is what the person is shown where Slack could not use the answer. */
export interface Sent {
  readonly status: number;
  readonly body: string;
  /** The body read as JSON, or null where it is not JSON. */
  readonly json: unknown;
  readonly trouble: string | null;
  readonly request: AppRequest;
}

export const FORM = "application/x-www-form-urlencoded";
export const JSON_TYPE = "application/json";

/** The signature's headers; `at` in milliseconds. */
export function signatureOf(secret: string, body: string, at: number): Record<string, string> {
  const seconds = Math.floor(at / 1_000);
  const digest = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(seconds), "x-slack-signature": `v0=${digest}` };
}

/** Posts the request to the app at this address, and reads its answer. */
export async function post(app: string, request: AppRequest): Promise<Sent> {
  const response = await fetch(new URL(request.path, app), {
    method: "POST",
    headers: request.headers,
    body: request.body,
    redirect: "manual",
  });
  const body = await response.text();
  const trouble = response.status === 200 ? null : `the app answered ${response.status}`;
  return { status: response.status, body, json: readJson(body), trouble, request };
}

/** The JSON of a text, or null where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
