/** Who speaks through the page: whoever holds the session's cookie. Nobody signs in, and no name is asked for. */
import { createHmac, randomBytes } from "node:crypto";
import { parseCookie, stringifySetCookie } from "cookie";
import type { Speaker } from "../../chat/turn.ts";

/** Whom somebody tries the page as; each has a conversation of its own. */
export const PERSONAS = ["trainee", "colleague", "manager"] as const;
export type Persona = (typeof PERSONAS)[number];

export interface Session {
  /** What the cookie holds: 256 random bits. Only its keyed hash is kept, so a copy of the database opens no session. */
  readonly token: string;
  readonly isNew: boolean;
}

/** The prefix keeps other names of the same domain from setting it; browsers take it over https only. */
const nameFor = (isSecure: boolean) => (isSecure ? "__Host-signpost" : "signpost");
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** Seconds: half a year, as long as a qualification may take between two looks. */
const AGE = 180 * 24 * 3_600;

export function readSession(cookies: string | undefined, isSecure: boolean): Session {
  const token = parseCookie(cookies ?? "")[nameFor(isSecure)];
  return token && TOKEN.test(token)
    ? { token, isNew: false }
    : { token: randomBytes(32).toString("base64url"), isNew: true };
}

/** `isSecure`: the page is reached by https. */
export function cookieOf({ token }: Session, isSecure: boolean): string {
  return stringifySetCookie({
    name: nameFor(isSecure),
    value: token,
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
    path: "/",
    maxAge: AGE,
  });
}

export function speakerOf({ token }: Session, persona: Persona, secret: string | null): Speaker {
  const user = createHmac("sha256", secret ?? "")
    .update(token)
    .digest("base64url");
  return { channel: "web", tenant: "local", user: `${user}.${persona}` };
}
