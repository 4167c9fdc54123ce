/** Who visits the page with a request, and as whom. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Speaker } from "../../chat/turn.ts";
import { cookieOf, PERSONAS, type Persona, readSession, type Session, speakerOf } from "./session.ts";

export interface Visit {
  readonly session: Session;
  readonly persona: Persona;
  readonly from: Speaker;
}

export function visitOf(
  request: FastifyRequest,
  persona: Persona,
  { secret, isPublic }: { secret: string | null; isPublic: boolean },
): Visit {
  const session = readSession(request.headers.cookie, isPublic);
  return { session, persona, from: speakerOf(session, persona, secret) };
}

export function personaIn(request: FastifyRequest): Persona {
  const { as } = request.query as { as?: unknown };
  return PERSONAS.find((persona) => persona === as) ?? "trainee";
}

/** The cookie is given again each time, so that who comes back stays known. */
export function withCookie(reply: FastifyReply, { session }: Visit, isPublic: boolean): FastifyReply {
  return reply.header("set-cookie", cookieOf(session, isPublic));
}
