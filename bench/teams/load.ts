/** Sends typed messages as Teams does: each person's one after the other, and takes the replies where Teams would. */
import { Agent, createServer, request } from "node:http";
import { activityOf } from "./activity.ts";
import { type Issuer, listening } from "./issuer.ts";

export const PEOPLE_AT_ONCE = 16;

/** What everybody types: the beginning of an interview, a reason, and a step back. */
export const MESSAGES = [
  "start",
  "college",
  "yes",
  "the teacher",
  "yes",
  "all sorts of subjects",
  "full certificate",
  "why",
  "back",
];

export interface Loaded {
  readonly perSecond: number;
  /** Milliseconds from a message to its reply. */
  readonly p50: number;
  readonly p99: number;
}

export interface Load {
  /** So many people type; each message waits for the reply to the one before. Throws where one is not taken. */
  type(app: string, people: number, round: string): Promise<Loaded>;
  /** The words of the newest reply in a conversation. */
  lastWords(conversation: string): string;
  close(): void;
}

export async function openLoad(issuer: Issuer): Promise<Load> {
  const waiting = new Map<string, () => void>();
  const last = new Map<string, string>();
  const server = createServer((asked, response) => {
    const pieces: Buffer[] = [];
    asked.on("data", (piece: Buffer) => pieces.push(piece));
    asked.on("end", () => {
      response.setHeader("content-type", "application/json");
      response.end('{"id":"1"}');
      if (asked.method !== "POST") return;
      const conversation = decodeURIComponent(asked.url?.split("/")[3] ?? "");
      last.set(conversation, Buffer.concat(pieces).toString());
      waiting.get(conversation)?.();
    });
  });
  server.keepAliveTimeout = 60_000;
  const serviceUrl = `${await listening(server)}/`;
  const token = issuer.token(serviceUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: PEOPLE_AT_ONCE });
  const post = (app: string, body: string) =>
    new Promise<void>((resolve, reject) => {
      const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
      const sent = request(`${app}/api/messages`, { agent, method: "POST", headers }, (response) => {
        response.resume();
        response.on("end", () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`Answered ${response.statusCode}`)),
        );
      });
      sent.on("error", reject);
      sent.end(body);
    });
  return {
    async type(app, people, round) {
      const queue = Array.from({ length: people }, (_, person) => `a:${round}-${person}`);
      const times: number[] = [];
      const start = performance.now();
      const talk = async () => {
        for (let conversation = queue.pop(); conversation; conversation = queue.pop())
          for (const [place, text] of MESSAGES.entries()) {
            const begun = performance.now();
            const replied = new Promise<void>((resolve) => waiting.set(conversation as string, resolve));
            await Promise.all([post(app, messageOf(conversation, place, text, serviceUrl)), replied]);
            times.push(performance.now() - begun);
          }
      };
      await Promise.all(Array.from({ length: PEOPLE_AT_ONCE }, talk));
      const seconds = (performance.now() - start) / 1_000;
      const sorted = times.toSorted((a, b) => a - b);
      const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
      return { perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99) };
    },
    lastWords: (conversation) => last.get(conversation) ?? "",
    close() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

function messageOf(conversation: string, place: number, text: string, serviceUrl: string): string {
  const where = { conversation, user: conversation, serviceUrl };
  return JSON.stringify(activityOf(where, { type: "message", id: `${place}`, text, textFormat: "plain" }));
}
