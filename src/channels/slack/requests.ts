/** Takes Slack's requests on the one server, and refuses what cannot come from Slack. */
import type { IncomingHttpHeaders } from "node:http";
import { parse } from "node:querystring";
import { type App, HTTPReceiver } from "@slack/bolt";
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
    scope.post(PATH, { config: { isSigned: true } }, async (request, reply) => {
      const { body, raw } = request;
      const early = refusal(request, slack.now());
      if (early !== null) {
        slack.count(String(early));
        return reply.code(early).send();
      }
      reply.raw.once("finish", () => slack.count(String(reply.raw.statusCode)));
      reply.hijack();
      // Bolt reads no body that was read before.
      try {
        receiver.requestListener(Object.assign(raw, { rawBody: body }), reply.raw);
      } catch {
        // The address is ours by another spelling, which Bolt does not know.
        end(reply.raw, 404);
      }
      return reply;
    });
  });
  return receiver;
}

/** What Slack's forms come as; Bolt takes no other word for it. */
const FORM = "application/x-www-form-urlencoded";

interface Request {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

type Response = { headersSent: boolean; writeHead(status: number): { end(): unknown } };

function end(response: Response, status: number): void {
  if (!response.headersSent) response.writeHead(status).end();
}

/** The status of a request that is refused before Bolt sees it. Bolt itself lets a time to come pass. */
function refusal({ headers, body }: Request, now: number): number | null {
  if (Number(headers["x-slack-request-timestamp"]) - now / 1_000 > LEEWAY) return 401;
  if (!Buffer.isBuffer(body)) return 400;
  return isNothing(body, headers["content-type"] === FORM) ? 400 : null;
}

/** Bolt takes every body that is JSON for an object, and the word `null` would stop the program. */
function isNothing(body: Buffer, isForm: boolean): boolean {
  const start = body.toString("latin1", 0, 11);
  if (isForm ? start === "payload=%7B" : start.startsWith("{")) return false;
  const text = body.toString();
  const { payload } = isForm ? parse(text) : { payload: text };
  return typeof payload === "string" && payload.trim() === "null";
}

/** What no listener is for, and never will be, is acknowledged at once, so that Slack does not send it again. */
export function acknowledgeRest(receiver: HTTPReceiver, app: App, slack: Slack): void {
  const processEvent: App["processEvent"] = async (event) => {
    let isAcknowledged = false;
    const ack: typeof event.ack = async (response) => {
      isAcknowledged = true;
      await event.ack(response);
    };
    await app.processEvent({ ...event, ack });
    if (isAcknowledged) return;
    slack.count("ignored");
    await event.ack();
  };
  receiver.init({ processEvent } as App);
}
