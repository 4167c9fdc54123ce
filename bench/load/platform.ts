/** What both platforms have in common: a server on this computer that takes messages, and can be in trouble. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { listening } from "../teams/issuer.ts";
import type { Json } from "./shown.ts";

/** How every request is answered while the platform is in trouble; nothing of it is read. */
export interface Trouble {
  readonly status: 429 | 503;
}

export interface Platform {
  readonly address: string;
  /** How many requests were refused since the platform was in trouble. */
  readonly refused: number;
  /** null: it is well. */
  trouble: Trouble | null;
  close(): void;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly type: string;
  /** Which replica asks, by its token. */
  readonly by: number;
  readonly body: string;
}

/** Seconds that a program is asked to wait. */
const WAIT = "5";
const CALM = /something went wrong on our side/i;

/** `take` gives what is answered with status 200. */
export async function openPlatform(take: (asked: Asked) => Json): Promise<Platform> {
  let refused = 0;
  let trouble: Trouble | null = null;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    if (trouble) {
      refused += 1;
      const headers = trouble.status === 429 ? { "retry-after": WAIT } : {};
      return response.writeHead(trouble.status, headers).end();
    }
    const { method = "", url = "", headers } = request;
    const by = Number(/(\d+)$/.exec(headers.authorization ?? "")?.[1] ?? -1);
    const answered = take({ method, path: url, type: headers["content-type"] ?? "", by, body });
    return response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answered));
  };
  const server = createServer((request, response) => {
    // A program that was killed leaves half a request.
    answer(request, response).catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = 60_000;
  return {
    address: await listening(server),
    get refused() {
      return refused;
    },
    get trouble() {
      return trouble;
    },
    set trouble(next) {
      trouble = next;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Are these the words by which somebody is asked to say it again? */
export function isApology(words: string): boolean {
  return CALM.test(words);
}

/** The token by which a platform knows a replica. */
export function tokenOf(replica: number): string {
  return `xoxb-load-${replica}`;
}
