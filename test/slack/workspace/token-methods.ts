/** oauth.v2.access, auth.test and auth.revoke: tokens that live, expire, are renewed once and are taken back. */
import { z } from "zod";
import type { Json } from "./block.ts";
import { type Methods, method, refusal } from "./method.ts";
import type { Platform } from "./platform.ts";

/** Seconds that a rotated token lives. */
const TOKEN_LIFE = 43_200;

const exchange = z.looseObject({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.enum(["authorization_code", "refresh_token"]).optional(),
  code: z.string().optional(),
  redirect_uri: z.string().optional(),
  refresh_token: z.string().optional(),
});

/** The code that Slack puts into the redirect once somebody has allowed the app; it is good for one exchange. */
export function newCode(platform: Platform, user: string, redirect: string | null): string {
  const code = platform.id("code.");
  platform.codes.set(code, { redirect, user, isUsed: false });
  return code;
}

/** Why Slack does not take this token, or null. */
export function refusedToken(platform: Platform, given: string): string | null {
  const token = platform.tokens.get(given);
  if (!token) return "invalid_auth";
  if (token.state !== "live") return token.state;
  return token.expiresAt !== null && platform.now() >= token.expiresAt ? "token_expired" : null;
}

function grant(platform: Platform, user: string): Json {
  const { team, enterprise, appId, botUserId } = platform.identity;
  const token = platform.id("xoxe.xoxb-1-");
  const refresh = platform.id("xoxe-1-");
  platform.tokens.set(token, { state: "live", expiresAt: platform.now() + TOKEN_LIFE * 1_000 });
  platform.refreshTokens.add(refresh);
  return {
    app_id: appId,
    authed_user: { id: user },
    scope: [...platform.scopes].join(","),
    token_type: "bot",
    access_token: token,
    refresh_token: refresh,
    expires_in: TOKEN_LIFE,
    bot_user_id: botUserId,
    team: enterprise ? null : { id: team, name: team },
    enterprise: enterprise ? { id: enterprise, name: enterprise } : null,
    is_enterprise_install: enterprise !== null,
  };
}

export const TOKENS: Methods = {
  "oauth.v2.access": method(exchange, (platform, given) => {
    if (given.client_id !== platform.client.id) return refusal("invalid_client_id");
    if (given.client_secret !== platform.client.secret) return refusal("bad_client_secret");
    if (given.grant_type === "refresh_token") {
      // Taken at once: two who spend the same one do not both get a token.
      const isKnown = platform.refreshTokens.delete(given.refresh_token ?? "");
      return isKnown ? grant(platform, platform.identity.botUserId) : refusal("invalid_refresh_token");
    }
    const code = platform.codes.get(given.code ?? "");
    if (!code) return refusal("invalid_code");
    if (code.isUsed) return refusal("code_already_used");
    if (code.redirect !== null && code.redirect !== given.redirect_uri) return refusal("bad_redirect_uri");
    code.isUsed = true;
    return grant(platform, code.user);
  }),

  "auth.test": method(z.looseObject({}), ({ identity, origin }) => ({
    url: origin,
    team: identity.team,
    user: "signpost",
    team_id: identity.enterprise ?? identity.team,
    user_id: identity.botUserId,
    bot_id: identity.botId,
    ...(identity.enterprise && { enterprise_id: identity.enterprise }),
    is_enterprise_install: identity.enterprise !== null,
  })),

  "auth.revoke": method(z.looseObject({}), (platform, _, { token }) => {
    const kept = platform.tokens.get(token);
    if (kept) kept.state = "token_revoked";
    return { revoked: true };
  }),
};
