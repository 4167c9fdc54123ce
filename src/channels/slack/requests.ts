/** Takes Slack's requests on the one server, and refuses what cannot come from Slack. */
import { HTTPReceiver } from "@slack/bolt";
import type { Server } from "../http.ts";
import { quietLogger } from "./logger.ts";
import type { Slack } from "./world.ts";

const PATH = "/slack/events";
/** Bytes. */
const LARGEST = 1024 * 1024;
/** Seconds that a request may be old, or ahead of this computer's clock. */
const LEEWAY = 300;
/** Milliseconds; Slack waits 3 s. */
const LATEST_ANSWER = 2_800;

export async function addRequests(
  server: Server,
  slack: Slack,
  signingSecret: string,
): Promise<HTTPReceiver> {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: PATH,
    // A request is acknowledged once what it says is kept.
    processBeforeResponse: true,
    bodyLimit: LARGEST,
    logger: quietLogger(slack.complain),
    unhandledRequestTimeoutMillis: LATEST_ANSWER,
    unhandledRequestHandler: ({ response }) => end(response, 503),
    // Slack sends an event again where it is told that it was not heard; what has a shape of its own is no use again.
    processEventErrorHandler: async ({ error, response }) => {
      end(response, error.name === "NotHeard" ? 503 : 400);
      return true;
    },
  });
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: LARGEST }, (_, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler((error, _, reply) => {
      const status = (error as { statusCode?: number }).statusCode ?? 500;
      slack.count(String(status));
      return reply.code(status).send();
    });
    scope.post(PATH, async (request, reply) => {
      const { headers, body, raw } = request;
      const early = refusal(Number(headers["x-slack-request-timestamp"]), body, slack.now());
      if (early !== null) {
        slack.count(String(early));
        return reply.code(early).send();
      }
      reply.raw.once("finish", () => slack.count(String(reply.raw.statusCode)));
      reply.hijack();
      // Bolt reads no body that was read before.
      receiver.requestListener(Object.assign(raw, { rawBody: body }), reply.raw);
      return reply;
    });
  });
  return receiver;
}

type Response = { headersSent: boolean; writeHead(status: number): { end(): unknown } };

function end(response: Response, status: number): void {
  if (!response.headersSent) response.writeHead(status).end();
}

/** The status of a request that is refused before Bolt sees it. Bolt itself lets a time to come pass. */
function refusal(seconds: number, body: unknown, now: number): number | null {
  if (seconds - now / 1_000 > LEEWAY) return 401;
  if (!Buffer.isBuffer(body)) return 400;
  return isNothing(body) ? 400 : null;
}

/** Bolt takes every body that is JSON for an object, and the word `null` would stop the program. */
function isNothing(body: Buffer): boolean {
  const start = body.toString("latin1", 0, 11);
  if (start.startsWith("{") || start === "payload=%7B") return false;
  const text = body.toString();
  const payload = new URLSearchParams(text).get("payload") ?? text;
  return payload.trim() === "null";
}
