/**
 * A stand-in for Slack: its servers and the clients of its people. The app under test is driven by real signed
 * requests, what it answers is refused where Slack would refuse it, and is read as a person would see it.
 */
import { joined } from "./channel.ts";
import { type Client, newClient } from "./client.ts";
import { newPerson, type Person } from "./person.ts";
import { newPlatform } from "./platform.ts";
import type { Refusal } from "./refusals.ts";
import { newSight, type Sight } from "./sight.ts";
import type { Sent } from "./signing.ts";
import type { Shown } from "./surface.ts";
import { newCode } from "./token-methods.ts";
import { newWatch, type Watch } from "./watch.ts";
import { type Call, newTenant, openWebApi, type WebApi } from "./web-api.ts";
import { newWire, type Raw, type Retry } from "./wire.ts";

export interface WorkspaceOptions {
  readonly signingSecret: string;
  /** Milliseconds. Bolt checks by its own clock that a request is not older than five minutes. */
  readonly now?: () => number;
  readonly team?: string;
  /** The organisation where the app is installed for all of it. */
  readonly enterprise?: string;
  readonly token?: string;
  /** Optional scopes that were granted, such as `files:write` and `files:read`. */
  readonly scopes?: readonly string[];
  readonly client?: { readonly id: string; readonly secret: string };
  /** Another workspace whose servers this one shares, as all do in life. They are closed with that one. */
  readonly beside?: Workspace;
}

export interface Workspace extends Omit<Client, "close">, Person, Sight {
  /** For `slackApiUrl`, with a slash at its end. */
  readonly apiUrl: string;
  /** The consent page, which allows at once: for `authorizationUrl`. */
  readonly authorizeUrl: string;
  /** The address of the app under test; requests go to `/slack/events` there. */
  app: string;
  readonly team: string;
  readonly token: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  /** Adds people or the bot to a channel, which is there from then on; or takes them out of it. */
  join(channel: string, ...users: string[]): void;
  leave(channel: string, ...users: string[]): void;
  /** Makes a user group. */
  group(id: string, ...users: string[]): void;
  /** The code of the redirect once this person has allowed the app. */
  allow(user: string, redirect?: string): string;
  uninstall(): Promise<Sent>;
  revokeTokens(): Promise<Sent>;
  /** Anything, for bad input. */
  send(raw: Raw): Promise<Sent>;
  /** The same bytes again, with the headers of a retry where they are given. */
  resend(previous: Sent, retry?: Retry): Promise<Sent>;
  /** Sends the app what it has posted itself, as Slack does with every direct message. */
  echo(shown: Shown): Promise<Sent>;
  /** `method` may be "response_url" or "upload" too. */
  refuseNext(method: string, refusal: Refusal): void;
  readonly calls: readonly Call[];
  readonly until: Watch["until"];
  /** With a person and a view, that person closes it; without, the servers stop. */
  close(): Promise<void>;
  close(user: string, viewId: string): Promise<Sent | null>;
}

const CLIENT = { id: "1.2", secret: "client-secret" };
/** What every installation grants. */
const SCOPES = "app_mentions:read assistant:write chat:write commands im:history im:write users:read".split(
  " ",
);

/** Whose servers a workspace stands on, for others to stand beside it. */
const servers = new WeakMap<Workspace, WebApi>();

/** Listens on 127.0.0.1 at a free port. Set `app` before anybody does anything. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { signingSecret, team = "T0ACADEMY", enterprise = null, client = CLIENT, beside } = options;
  const { now = Date.now, scopes = [], token = `xoxb-${team}` } = options;
  const ids = { appId: "A0SIGNPOST", botId: `B${team.slice(1)}`, botUserId: `UBOT${team.slice(1)}` };
  const shared = beside && servers.get(beside);
  const api = shared ?? (await openWebApi());
  const identity = { team, enterprise, ...ids };
  const granted = new Set([...SCOPES, ...scopes]);
  const platform = newPlatform({ identity, scopes: granted, client, origin: api.origin, token, now });
  const watch = newWatch();
  const tenant = newTenant(platform, watch.notify);
  api.tenants.push(tenant);
  const wire = newWire(platform, signingSecret, () => {
    if (workspace.app === "") throw new Error("The workspace does not know where the app is: set `app`");
    return workspace.app;
  });
  const person = newClient(platform, wire);
  const endTokens = (state: "account_inactive" | "token_revoked") => {
    for (const each of platform.tokens.values()) each.state = state;
    platform.refreshTokens.clear();
  };
  function close(): Promise<void>;
  function close(user: string, viewId: string): Promise<Sent | null>;
  function close(user?: string, viewId = ""): Promise<unknown> {
    if (user !== undefined) return person.close(user, viewId);
    return shared ? Promise.resolve() : api.close();
  }
  const workspace: Workspace = {
    ...ids,
    ...person,
    ...newPerson(platform, wire),
    ...newSight(platform),
    apiUrl: `${api.origin}api/`,
    authorizeUrl: `${api.origin}oauth/v2/authorize?team=${team}`,
    app: "",
    team,
    token,
    calls: tenant.calls,
    until: watch.until,
    join: (channel, ...users) => void joined(platform, channel, users),
    leave(channel, ...users) {
      for (const user of users) platform.channels.get(channel)?.members.delete(user);
    },
    group: (id, ...users) => void platform.groups.set(id, users),
    allow: (user, redirect) => newCode(platform, user, redirect ?? null),
    uninstall() {
      endTokens("account_inactive");
      return wire.event({ type: "app_uninstalled" });
    },
    revokeTokens() {
      endTokens("token_revoked");
      return wire.event({ type: "tokens_revoked", tokens: { oauth: [], bot: [ids.botUserId] } });
    },
    send: wire.raw,
    resend: wire.again,
    echo({ channel, ts, text, blocks }) {
      const said = { type: "message", channel, channel_type: "im", ts, text, blocks, team };
      return wire.event({ ...said, user: ids.botUserId, bot_id: ids.botId, app_id: ids.appId });
    },
    refuseNext: tenant.refusals.add,
    close,
  };
  servers.set(workspace, api);
  return workspace;
}
