/** One request on a connection of its own, so that a proxy may lead each to another program. */
import { request } from "node:http";
import { text } from "node:stream/consumers";

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly cookie: string | null;
}

export interface Sent {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Milliseconds after which an answer is given up, as platforms do. */
const PATIENCE = 5_000;

/** Throws where no whole answer came within so many milliseconds. `onSent` is called when the request has left. */
export function post(
  address: string,
  { method, path, headers, body = "" }: Sent,
  onSent?: () => void,
  patience = PATIENCE,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patience);
    const sent = request(new URL(path, address), { method, headers, agent: false, signal }, (response) => {
      const cookie = response.headers["set-cookie"]?.[0]?.split(";")[0] ?? null;
      text(response).then(
        (said) => resolve({ status: response.statusCode ?? 0, body: said, cookie }),
        reject,
      );
    });
    sent.once("error", reject);
    sent.once("finish", () => onSent?.());
    sent.end(body);
  });
}
