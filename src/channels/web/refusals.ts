/** What the page says where it does not answer, to a person or to the page's own script. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { TooFast } from "../../bot/too-fast.ts";
import type { PageWords } from "../../chat/page.ts";
import { drawError, errorWords, type Failure } from "./error.tsx";

/** What refusing takes. */
export interface Refusing {
  readonly words: PageWords;
  /** Short enough to quote. */
  newId(): string;
  /** Counts a fault that this door caught. */
  fault(door: string): void;
}

/** Seconds after which it may be tried again. */
const WAIT = "60";

export function limited(door: Refusing, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return refused(door, request, reply.code(429).header("retry-after", WAIT), "limited");
}

/** `reply` has its status already. */
export function refused(
  door: Refusing,
  request: FastifyRequest,
  reply: FastifyReply,
  failure: Failure,
): FastifyReply {
  if (isScript(request)) return reply.send({ error: errorWords(door.words, failure) });
  return reply.type("text/html; charset=utf-8").send(drawError(door.words, failure));
}

/** Faults of ours are told to whoever runs the program, with an id that the person can quote. */
export function failed(
  door: Refusing,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof TooFast) return limited(door, request, reply);
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status < 500) return refused(door, request, reply.code(status), status === 413 ? "large" : "unread");
  const id = door.newId();
  request.log.error({ turn: id, err: error }, "a fault in the page");
  door.fault("web");
  reply.code(503).header("retry-after", "2");
  if (isScript(request)) return reply.send({ error: errorWords(door.words, "fault", id) });
  return reply.type("text/html; charset=utf-8").send(drawError(door.words, "fault", id));
}

export function isScript(request: FastifyRequest): boolean {
  return request.headers.accept?.startsWith("application/json") ?? false;
}
