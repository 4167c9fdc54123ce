/** Who is who: whether a request comes from Teams, and the token by which Teams knows us. The only file that imports botbuilder. */
import {
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
} from "botbuilder";
import type { App } from "./gate.ts";

export interface AppSecret extends App {
  readonly password: string;
}

export interface Identity {
  /** `unclear`: Microsoft's keys could not be had, so it may be asked again. */
  verify(
    authorization: string,
    activity: { readonly serviceUrl?: unknown },
  ): Promise<"known" | "unknown" | "unclear">;
  /** For requests to Teams; null where none is needed. `isFresh` asks for a new one. Throws where Microsoft gives none. */
  token(isFresh: boolean): Promise<string | null>;
}

/** Where Microsoft publishes its keys, and what it calls itself, where that is not as usual. */
export type Issuer = ConfigurationBotFrameworkAuthenticationOptions;

/** The one who may ask for a token to speak in Teams. */
const AUDIENCE = "https://api.botframework.com";
const LOGIN = "https://login.microsoftonline.com";
/** Milliseconds; tokens live for an hour and more, and are renewed minutes before they end. */
const KEPT = 60_000;
/** Tokens that are remembered; there is about one at a time. */
const MOST = 100;

/** What is wrong with the token itself, as botbuilder says it, or the library that it asks. */
const UNTRUE = new Set(["JsonWebTokenError", "TokenExpiredError", "NotBeforeError", "SyntaxError"]);
const REFUSED = new Set([401, 403]);

/** `app`: null for a bot that knows nobody, on this computer only. */
export function openIdentity(app: AppSecret | null, passed: () => number, issuer: Issuer = {}): Identity {
  if (!app) return { verify: async () => "known", token: async () => null };
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: app.id,
    MicrosoftAppPassword: app.password,
    MicrosoftAppTenantId: app.tenant,
    MicrosoftAppType: "SingleTenant",
  });
  const authentication = new ConfigurationBotFrameworkAuthentication(issuer, credentials);
  let kept: { token: string; until: number } | null = null;
  // Teams sends one token with every request of an hour, and a signature stays true; the gate looks at its end each time.
  const verified = new Map<string, number>();
  return {
    async verify(authorization, activity) {
      const who = `${authorization} ${activity.serviceUrl}`;
      if ((verified.get(who) ?? 0) > passed()) return "known";
      try {
        await authentication.authenticateRequest(activity as never, authorization);
        if (verified.size >= MOST) verified.clear();
        verified.set(who, passed() + KEPT);
        return "known";
      } catch (error) {
        const { name, statusCode = 0 } = error as Error & { statusCode?: number };
        return UNTRUE.has(name) || REFUSED.has(statusCode) ? "unknown" : "unclear";
      }
    },
    async token(isFresh) {
      if (kept && !isFresh && passed() < kept.until) return kept.token;
      const login = `${LOGIN}/${app.tenant}`;
      const keys = await credentials.createCredentials(app.id, AUDIENCE, login, true);
      const token = await (keys as unknown as Keys).getToken(isFresh);
      kept = { token, until: passed() + KEPT };
      return token;
    },
  };
}

/** botbuilder's credentials can do more than their type says. */
interface Keys {
  getToken(isFresh: boolean): Promise<string>;
}
