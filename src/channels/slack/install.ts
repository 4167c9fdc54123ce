/** Installing the app from a browser: to Slack and back, and what comes back is kept. */
import { createHmac } from "node:crypto";
import type { ServerResponse } from "node:http";
// Node sees not all of the names that this package exports.
import oauth, {
  InstallProvider,
  type InstallProviderOptions,
  type InstallURLOptions,
  InvalidStateError,
} from "@slack/oauth";
import { z } from "zod";
import type { Server } from "../http.ts";
import type { Credential } from "./credential.ts";
import { HEADERS, type InstallWords, outcomePage } from "./install-page.ts";
import {
  clientOptions,
  type Installation,
  installationIn,
  type ManyInstallations,
  tenantOf,
  type Web,
} from "./installations.ts";
import { quietLogger } from "./logger.ts";
import { refusalIn } from "./refusal.ts";

export interface InstallOptions {
  readonly web: Web;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what ties the way back to the browser that began. */
  readonly secret: string;
  /** Of the bot, such as `chat:write`. */
  readonly scopes: readonly string[];
  /** Needed only where the app's page at Slack names several. */
  readonly redirectUri?: string;
  /** Where Slack asks whether to install. Other than Slack's own in tests. */
  readonly authorizationUrl?: string;
  readonly installations: Pick<ManyInstallations, "keep">;
  readonly words: InstallWords;
  /** Milliseconds since 1970. */
  now(): number;
  /** `installer`: Slack's id of the user. What it throws is told, and the app stays installed. */
  afterInstall(installation: Installation, installer: string): Promise<void>;
  /** Tells whoever runs the program. */
  complain(line: string): void;
}

export const INSTALL_PATH = "/slack/install";
export const REDIRECT_PATH = "/slack/oauth_redirect";

/** Seconds from the way out to the way back. */
const PATIENCE = 600;
/** Browsers take a cookie of this name only from this very host, over https. */
const COOKIE = "__Host-signpost-slack-install";

/** Adds both routes. A look at their heads alone must not begin or end anything. */
export function registerInstall(server: Server, options: InstallOptions): void {
  const { words, complain } = options;
  const provider = openProvider(options);
  const route = { exposeHeadRoute: false };
  server.get(INSTALL_PATH, route, async (request, reply) => {
    const { raw } = reply.hijack();
    prepare(raw);
    try {
      await provider.handleInstallPath(request.raw, raw);
    } catch (error) {
      complain(`Nobody can install the app in Slack (${reasonOf(error)}).`);
      finish(raw, 400, words.failed, words.failedText);
    }
  });
  server.get(REDIRECT_PATH, route, async (request, reply) => {
    const { raw } = reply.hijack();
    prepare(raw);
    await provider.handleCallback(request.raw, raw, {
      async successAsync(given) {
        await options
          .afterInstall(installationIn(credentialIn(given)), given.user.id)
          .catch((error: unknown) => complain(`Nobody was greeted after installing (${reasonOf(error)}).`));
        finish(raw, 200, words.done, words.doneText);
      },
      failure(error) {
        complain(`The app was not installed in Slack (${reasonOf(error)}).`);
        finish(raw, 400, words.failed, words.failedText);
      },
    });
  });
}

function openProvider(options: InstallOptions): InstallProvider {
  const { web, clientId, clientSecret, scopes, redirectUri, authorizationUrl, installations } = options;
  return new InstallProvider({
    clientId,
    clientSecret,
    stateStore: openStates(options),
    stateCookieName: COOKIE,
    stateCookieExpirationSeconds: PATIENCE,
    directInstall: true,
    installUrlOptions: { scopes: [...scopes], ...(redirectUri === undefined ? {} : { redirectUri }) },
    installationStore: {
      storeInstallation: (given) => installations.keep(credentialIn(given)),
      fetchInstallation: () => Promise.reject(new Error("installations are found through Installations")),
    },
    ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
    clientOptions: clientOptions(web),
    logger: quietLogger(),
  });
}

/** Signed, and taken once by this program; another program is kept from it by Slack, which takes its code once. */
function openStates({ secret, now }: InstallOptions): NonNullable<InstallProviderOptions["stateStore"]> {
  const signing = createHmac("sha256", secret).update("slack install state").digest("hex");
  const states = new oauth.ClearStateStore(signing, PATIENCE);
  const spent = new Map<string, number>();
  return {
    generateStateParam: (given: InstallURLOptions) => states.generateStateParam(given, new Date(now())),
    async verifyStateParam(_, state) {
      const given = await states.verifyStateParam(new Date(now()), state);
      for (const [each, until] of spent) if (until < now()) spent.delete(each);
      if (spent.has(state)) throw new InvalidStateError("The state was used before");
      spent.set(state, now() + 2 * PATIENCE * 1_000);
      return given;
    },
  };
}

/** The slice that is kept: nothing is done in the name of a user, so a token of theirs is not taken. */
const installedSchema = z.object({
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  isEnterpriseInstall: z.boolean().optional(),
  appId: z.string().nullish(),
  bot: z.object({
    token: z.string(),
    refreshToken: z.string().nullish(),
    expiresAt: z.number().nullish().describe("Seconds since 1970"),
    id: z.string(),
    userId: z.string(),
  }),
});

function credentialIn(given: unknown): Credential {
  const { team, enterprise, isEnterpriseInstall, appId, bot } = installedSchema.parse(given);
  return {
    tenant: tenantOf({ teamId: team?.id, enterpriseId: enterprise?.id, isEnterpriseInstall }),
    token: bot.token,
    refreshToken: bot.refreshToken ?? null,
    expiresAt: bot.expiresAt ? new Date(bot.expiresAt * 1_000).toISOString() : null,
    botId: bot.id,
    botUserId: bot.userId,
    appId: appId ?? null,
  };
}

/** Slack's own word where it refused. What is thrown here holds no token. */
function reasonOf(error: unknown): string {
  return refusalIn(error) ?? (error instanceof Error ? error.message : "no reason given");
}

function prepare(raw: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) raw.setHeader(name, value);
}

function finish(raw: ServerResponse, status: number, heading: string, text: string): void {
  raw.writeHead(status, { "content-type": "text/html; charset=utf-8" });
  raw.end(outcomePage(heading, text));
}
