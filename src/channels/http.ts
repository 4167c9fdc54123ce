/** One web server for every door that needs one, with limits, health and figures. */
import { type FastifyInstance, fastify, LogController } from "fastify";
import { type Limit, NO_LIMIT } from "../limits.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Only who can prove who they are is heard here, so that whoever cannot is soon not listened to. */
    isSigned?: true;
  }
}

export interface Vitals {
  /** Does the database answer, and is its schema the one this program knows? Words for what is wrong, else null. */
  readiness(): Promise<string | null>;
  readonly metrics: { read(): Promise<string>; readonly contentType: string };
}

export interface ServerOptions {
  readonly logLevel: string;
  /** Where log lines go, one JSON object a line. */
  readonly logTo: { write(line: string): unknown };
  /** How many proxies stand in front: what the last of them says of who asks is believed. 0 where it is not given. */
  readonly proxies?: number;
  /** How much is heard of one address; everything where it is not given. */
  readonly addresses?: Limit;
}

/** One request that could not prove where it comes from counts as so many others. */
const GUESS = 20;
/** Seconds. */
const LIMIT_ENDS = "60";

/** Bytes; a record file of a whole course is some tens of thousands. */
const LARGEST_BODY = 512 * 1024;
/** Milliseconds. */
const REQUEST_TIMEOUT = 15_000;
const IDLE_TIMEOUT = 5_000;

/** How long a stop waits for what is being answered. A client that sends half a request and waits is cut off then. */
const LAST_ANSWERS = 4_000;

/** Wherever a log line may carry such a thing, at the top or one level down. */
const SECRETS = ["token", "secret", "password", "authorization", "cookie", "body", "headers"].flatMap(
  (name) => [name, `*.${name}`],
);

/** Libraries hang whole requests on their errors, with tokens and what people said. */
function plainError(error: Error & { readonly code?: string }) {
  const { name, message, stack = "", code } = error;
  return { type: name, message, stack, ...(code === undefined ? {} : { code }) };
}

export type Server = FastifyInstance;

/** Takes nothing new, and finishes what is being answered. */
export async function closeServer(server: Server): Promise<void> {
  const cut = setTimeout(() => server.server.closeAllConnections(), LAST_ANSWERS);
  await server.close().finally(() => clearTimeout(cut));
}

/** Opens the server without listening yet; doors add their routes before it listens. */
export function openServer(
  vitals: Vitals,
  { logLevel, logTo, proxies = 0, addresses = NO_LIMIT }: ServerOptions,
): Server {
  const server = fastify({
    logger: {
      level: logLevel,
      stream: logTo,
      base: null,
      redact: { paths: SECRETS, censor: "[removed]" },
      serializers: { err: plainError },
    },
    // Who asked for what is nobody's business; faults are logged where they are caught.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_TIMEOUT,
    connectionTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: IDLE_TIMEOUT,
    // A stop waits for what is being answered, not for connections that nobody uses.
    forceCloseConnections: "idle",
    return503OnClosing: true,
    trustProxy: (_, hop) => hop < proxies,
  });
  server.addHook("onRequest", async ({ ip, routeOptions }, reply) => {
    if (routeOptions.config.isSigned && addresses.isOver(ip))
      return reply.code(429).header("retry-after", LIMIT_ENDS).send();
  });
  server.addHook("onResponse", async ({ ip, routeOptions }, { statusCode }) => {
    if (routeOptions.config.isSigned && (statusCode === 401 || statusCode === 403)) addresses.take(ip, GUESS);
  });
  server.get("/healthz", async () => ({ status: "alive" }));
  server.get("/readyz", async (_, reply) => {
    const wrong = await vitals.readiness();
    return reply
      .code(wrong === null ? 200 : 503)
      .send(wrong === null ? { status: "ready" } : { status: wrong });
  });
  server.get("/metrics", async (_, reply) =>
    reply.type(vitals.metrics.contentType).send(await vitals.metrics.read()),
  );
  return server;
}
