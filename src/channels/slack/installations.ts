/** Where the app is installed, and the token to speak there with: one workspace by a given token, or many. */
import { WebClient } from "@slack/web-api";
import { z } from "zod";
import { type Credential, keptOf } from "./credential.ts";
import { quietLogger } from "./logger.ts";
import { openRefresher, type Refreshing } from "./refresher.ts";
import { isGone, refusalIn } from "./refusal.ts";

/** `tenant`: a workspace, or an organisation with all of its workspaces. */
export interface Installation {
  readonly tenant: string;
  readonly token: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly appId: string | null;
}

export interface Installations {
  /** null where the app is not installed. Throws where that cannot be said now; it may work later. */
  find(tenant: string): Promise<Installation | null>;
  /** At once, also for what was found before. What was installed after `until` (ISO time) stays. */
  remove(tenant: string, until?: string): Promise<void>;
}

export interface ManyInstallations extends Installations {
  /** Takes the place of what was installed there before, and is found at once. */
  keep(installation: Credential): Promise<void>;
}

/** Such as https://slack.com/api/ */
export interface Web {
  readonly apiUrl: string;
}

export interface ManyOptions extends Omit<Refreshing, "exchange"> {
  readonly web: Web;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Milliseconds. */
const TIMEOUT = 8_000;
const REMEMBERED = 60_000;

/** For a client that tries once, prints nothing, and sends a token to nobody else. */
export function clientOptions({ apiUrl }: Web) {
  return {
    slackApiUrl: apiUrl,
    timeout: TIMEOUT,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: quietLogger(),
  };
}

/** As Slack names them in an event and in an answer. */
export interface Whose {
  readonly teamId?: string | null | undefined;
  readonly enterpriseId?: string | null | undefined;
  readonly isEnterpriseInstall?: boolean | undefined;
}

/** The organisation where the app is installed for all of it, else the workspace. Throws where Slack names neither. */
export function tenantOf({ teamId, enterpriseId, isEnterpriseInstall }: Whose): string {
  const tenant = isEnterpriseInstall ? enterpriseId : teamId;
  if (!tenant) throw new Error("Slack named neither a workspace nor an organisation that the app is for");
  return tenant;
}

const ownSchema = z.object({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().optional(),
  bot_id: z.string(),
  user_id: z.string(),
  app_id: z.string().nullish(),
});

/** The token's own workspace or organisation, and no other, is found. Slack is asked whose it is once. */
export function openOne(web: Web, token: string): Installations {
  const client = new WebClient(token, clientOptions(web));
  let asked: Promise<Installation | null> | null = null;
  const ask = async () => {
    const own = ownSchema.parse(await client.auth.test());
    const { team_id: teamId, enterprise_id: enterpriseId, is_enterprise_install: isEnterpriseInstall } = own;
    const tenant = tenantOf({ teamId, enterpriseId, isEnterpriseInstall });
    return { tenant, token, botId: own.bot_id, botUserId: own.user_id, appId: own.app_id ?? null };
  };
  return {
    async find(tenant) {
      asked ??= ask();
      const own = await asked.catch((error: unknown) => {
        // Next time Slack is asked again: a token may come back to life, and trouble passes.
        asked = null;
        const refusal = refusalIn(error);
        if (isGone(refusal)) return null;
        if (refusal === null) throw error;
        throw new Error(
          `Slack does not take SLACK_BOT_TOKEN (${refusal}). Copy it again from the app's page.`,
        );
      });
      return own?.tenant === tenant ? own : null;
    },
    async remove() {
      asked = null;
    },
  };
}

/** What is found is remembered for a minute, and so is that nothing was. Many who ask at once wait for one answer. */
export function openMany(options: ManyOptions): ManyInstallations {
  const { keeper, now, web, clientId: client_id, clientSecret: client_secret } = options;
  const client = new WebClient(undefined, clientOptions(web));
  const findLiving = openRefresher({
    ...options,
    exchange: (refresh_token) =>
      client.apiCall("oauth.v2.access", {
        grant_type: "refresh_token",
        client_id,
        client_secret,
        refresh_token,
      }),
  });
  const remembered = new Map<string, { readonly found: Promise<Credential | null>; until: number }>();
  const look = (tenant: string) => {
    const entry = { found: findLiving(tenant), until: now() + REMEMBERED };
    remembered.set(tenant, entry);
    entry.found.then(
      (found) => {
        if (found?.expiresAt) entry.until = Math.min(entry.until, Date.parse(found.expiresAt));
      },
      () => {
        entry.until = 0;
      },
    );
    return entry.found;
  };
  return {
    async find(tenant) {
      const known = remembered.get(tenant);
      const found = await (known && known.until > now() ? known.found : look(tenant));
      return found && installationIn(found);
    },
    async keep(credential) {
      await keeper.keep(credential.tenant, keptOf(credential));
      remembered.delete(credential.tenant);
    },
    async remove(tenant, until) {
      await keeper.remove(tenant, until === undefined ? {} : { until });
      // Only now: who looks while it is being removed may still find it.
      remembered.delete(tenant);
    },
  };
}

/** Without what renews the token. */
export function installationIn({ tenant, token, botId, botUserId, appId }: Credential): Installation {
  return { tenant, token, botId, botUserId, appId };
}
