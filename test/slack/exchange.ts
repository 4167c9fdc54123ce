/** Stands in for the part of Slack that gives tokens: each code and each refresh token can be spent once. */
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** For whom something was granted. */
export interface Grant {
  readonly team: string | null;
  readonly enterprise: string | null;
  readonly user: string;
  /** False where only a token of the user was asked for. */
  readonly hasBot: boolean;
}

export interface Exchange {
  readonly apiUrl: string;
  /** Every code and refresh token that was offered, in order, whatever came of it. */
  readonly offered: string[];
  /** Every token that was shown to `auth.test`, in order. */
  readonly tested: string[];
  /** All that must be seen nowhere else. */
  readonly secrets: Set<string>;
  /** How the next requests end: as they should, refused by this name, or with the connection cut. */
  ending: "well" | "cut" | { readonly refused: string };
  /** Called once a request is there; it is answered only after this. */
  beforeAnswer(): Promise<void>;
  newCode(grant?: Partial<Grant>): string;
  /** A token with what renews it. */
  newToken(grant?: Partial<Grant>): { readonly token: string; readonly refreshToken: string };
}

export const CLIENT = { clientId: "12.34", clientSecret: "the-client-secret" };
/** Seconds. */
export const LIFE = 43_200;

const GRANT: Grant = { team: "T1", enterprise: null, user: "U1", hasBot: true };

/** Open until the test that asks for it is finished. */
export async function openExchange(): Promise<Exchange> {
  const codes = new Map<string, Grant>();
  const refreshTokens = new Map<string, Grant>();
  const tokens = new Map<string, Grant>();
  const secrets = new Set<string>([CLIENT.clientSecret]);
  let count = 0;
  const secretly = (prefix: string) => {
    count += 1;
    const secret = `${prefix}-secret-${count}`;
    secrets.add(secret);
    return secret;
  };
  const newToken = (given: Partial<Grant> = {}) => {
    const grant = { ...GRANT, ...given };
    const [token, refreshToken] = [secretly("xoxe.xoxb-1"), secretly("xoxe-1")];
    tokens.set(token, grant);
    refreshTokens.set(refreshToken, grant);
    return { token, refreshToken };
  };

  function access(form: URLSearchParams): object {
    const isRefresh = form.get("grant_type") === "refresh_token";
    const offer = form.get(isRefresh ? "refresh_token" : "code") ?? "";
    exchange.offered.push(offer);
    if (form.get("client_id") !== CLIENT.clientId) return refused("invalid_client_id");
    if (form.get("client_secret") !== CLIENT.clientSecret) return refused("bad_client_secret");
    if (exchange.ending !== "well") return exchange.ending === "cut" ? {} : refused(exchange.ending.refused);
    const issued = isRefresh ? refreshTokens : codes;
    const grant = issued.get(offer);
    if (!grant) return refused(isRefresh ? "invalid_refresh_token" : "invalid_code");
    issued.delete(offer);
    return { ok: true, ...named(grant), ...(grant.hasBot ? botOf(grant) : userOf(grant)) };
  }

  function botOf(grant: Grant): object {
    const { token: access_token, refreshToken: refresh_token } = newToken(grant);
    const given = { access_token, refresh_token, expires_in: LIFE, token_type: "bot", scope: "chat:write" };
    return { ...given, bot_user_id: "UBOT", authed_user: { id: grant.user } };
  }

  function userOf({ user: id }: Grant): object {
    return { authed_user: { id, access_token: secretly("xoxp-1"), scope: "chat:write", token_type: "user" } };
  }

  function test(token: string): object {
    exchange.tested.push(token);
    if (exchange.ending !== "well") return exchange.ending === "cut" ? {} : refused(exchange.ending.refused);
    const grant = tokens.get(token);
    if (!grant) return refused("invalid_auth");
    const { team: team_id, enterprise: enterprise_id } = grant;
    const whose = {
      team_id: team_id ?? enterprise_id,
      enterprise_id,
      is_enterprise_install: team_id === null,
    };
    return { ok: true, url: "https://acme.example/", user_id: "UBOT", bot_id: "BBOT", ...whose };
  }

  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    await exchange.beforeAnswer();
    const answer = request.url?.endsWith("/oauth.v2.access") ? access(form) : test(bearerOf(request));
    if (exchange.ending === "cut") response.destroy();
    else response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const exchange: Exchange = {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    offered: [],
    tested: [],
    secrets,
    ending: "well",
    beforeAnswer: () => Promise.resolve(),
    newToken,
    newCode(given = {}) {
      const code = secretly("code");
      codes.set(code, { ...GRANT, ...given });
      return code;
    },
  };
  return exchange;
}

function refused(error: string): object {
  return { ok: false, error };
}

function named({ team, enterprise }: Grant): object {
  return {
    app_id: "A1",
    team: team === null ? null : { id: team, name: "Acme College" },
    enterprise: enterprise === null ? null : { id: enterprise, name: "Acme" },
    is_enterprise_install: team === null,
  };
}

function bearerOf({ headers }: IncomingMessage): string {
  return (headers.authorization ?? "").replace(/^Bearer /, "");
}
