/** A small server of JSON on a free port of this machine. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Asked {
  readonly method: string;
  /** As it came, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | null;
  readonly text: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body: unknown;
}

export interface Loopback {
  /** With no slash at its end. */
  readonly origin: string;
  /** Cuts what is still waiting for an answer. */
  close(): Promise<void>;
}

/** `after` is called when an answer has been sent. What `answer` throws cuts the connection. */
export async function openLoopback(
  answer: (asked: Asked) => Answer | Promise<Answer>,
  after: () => void = () => undefined,
): Promise<Loopback> {
  const server = createServer(async (request, response) => {
    try {
      const { status, headers, body } = await answer(await read(request));
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(JSON.stringify(body), after);
    } catch {
      request.socket.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const { method = "", headers } = request;
  const authorization = headers.authorization ?? null;
  return { method, path: pathname, query: searchParams, authorization, text: await text(request) };
}
