/** What keeps other sites out of the page, and the page out of other sites. */
import type { IncomingHttpHeaders } from "node:http";

/** Nothing is loaded from another host, nothing runs that is not a file of ours, and nobody frames the page. */
export const HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  // With `no-referrer` browsers send no origin with a form, and then ours could not be told from others.
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "cache-control": "no-store",
} as const;

/**
 * A page on this computer answers to this computer's names only: another site whose name leads here could otherwise
 * read it. `isPublic`: a proxy in front decides which names lead here.
 */
export function isKnownHost(host: string | undefined, isPublic: boolean): boolean {
  if (isPublic) return true;
  const name = (host ?? "").replace(/:\d+$/, "").toLowerCase();
  return name === "localhost" || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
}

/** Is what is sent from our own page? Old browsers send an origin; all newer ones say it themselves. */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin, host } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
