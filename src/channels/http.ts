/** One web server for every door that needs one, with limits, health and figures. */
import { type FastifyInstance, fastify, LogController } from "fastify";

export interface Vitals {
  /** Does the database answer, and is its schema the one this program knows? Words for what is wrong, else null. */
  readiness(): Promise<string | null>;
  readonly metrics: { read(): Promise<string>; readonly contentType: string };
}

export interface ServerOptions {
  readonly logLevel: string;
  /** Where log lines go, one JSON object a line. */
  readonly logTo: { write(line: string): void };
}

/** Bytes; a record file of a whole course is some tens of thousands. */
const LARGEST_BODY = 512 * 1024;
/** Milliseconds. */
const REQUEST_TIMEOUT = 15_000;
const IDLE_TIMEOUT = 5_000;

/** How long a stop waits for what is being answered. A client that sends half a request and waits is cut off then. */
const LAST_ANSWERS = 4_000;

export type Server = FastifyInstance;

/** Takes nothing new, and finishes what is being answered. */
export async function closeServer(server: Server): Promise<void> {
  const cut = setTimeout(() => server.server.closeAllConnections(), LAST_ANSWERS);
  await server.close().finally(() => clearTimeout(cut));
}

/** Opens the server without listening yet; doors add their routes before it listens. */
export function openServer(vitals: Vitals, { logLevel, logTo }: ServerOptions): Server {
  const server = fastify({
    logger: { level: logLevel, stream: logTo, base: null },
    // Who asked for what is nobody's business; faults are logged where they are caught.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_TIMEOUT,
    connectionTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: IDLE_TIMEOUT,
    // A stop waits for what is being answered, not for connections that nobody uses.
    forceCloseConnections: "idle",
    return503OnClosing: true,
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
