/** The bodies of what Slack sends: the envelope of events, interactions, and the fields of a command. */
import type { Json } from "./block.ts";
import type { Platform } from "./platform.ts";

/** Slack's old token in every body; nothing may rest on it. */
const VERIFICATION = "verification-token";
const COMMAND = "/signpost";

export function nameOf(user: string): string {
  return user.toLowerCase();
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * Text as Slack sends it: escaped, and `@U0AB1` or `@W0AB1` as the mention that a client makes of it; `@S0AB1` is one of
 * a user group.
 */
export function asSent(text: string, withName: boolean): string {
  return escaped(text)
    .replace(
      /(?<!\w)@([UW][A-Z0-9]{2,})/g,
      (_, user: string) => `<@${user}${withName ? `|${nameOf(user)}` : ""}>`,
    )
    .replace(/(?<!\w)@(S[A-Z0-9]{2,})/g, (_, group: string) => `<!subteam^${group}|@group>`);
}

/** An event in its envelope, with a new event_id. */
export function envelope(platform: Platform, event: Json): Json {
  const { team, enterprise, appId, botUserId } = platform.identity;
  const isOrg = enterprise !== null;
  return {
    token: VERIFICATION,
    team_id: team,
    ...(enterprise && { enterprise_id: enterprise }),
    context_team_id: team,
    context_enterprise_id: enterprise,
    api_app_id: appId,
    event: { event_ts: platform.ts(), ...event },
    type: "event_callback",
    event_id: platform.id("Ev"),
    event_time: Math.floor(platform.now() / 1_000),
    authorizations: [
      {
        enterprise_id: enterprise,
        team_id: isOrg ? null : team,
        user_id: botUserId,
        is_bot: true,
        is_enterprise_install: isOrg,
      },
    ],
    is_ext_shared_channel: false,
    event_context: platform.id("4-"),
  };
}

/** What every interaction says of who and where. Where the app is installed for an organisation, `team` is null. */
export function interaction(platform: Platform, user: string, rest: Json): Json {
  const { team, enterprise, appId } = platform.identity;
  return {
    user: { id: user, username: nameOf(user), name: nameOf(user), team_id: team },
    api_app_id: appId,
    token: VERIFICATION,
    team: enterprise ? null : { id: team, domain: team.toLowerCase() },
    enterprise: enterprise ? { id: enterprise, name: enterprise } : null,
    is_enterprise_install: enterprise !== null,
    ...rest,
  };
}

export interface CommandGiven {
  readonly user: string;
  readonly text: string;
  readonly channel: { readonly id: string; readonly isDirect: boolean };
  readonly trigger: string;
  readonly responseUrl: string;
}

export function commandFields(platform: Platform, given: CommandGiven): Record<string, string> {
  const { team, enterprise, appId } = platform.identity;
  const { user, text, channel, trigger, responseUrl } = given;
  return {
    token: VERIFICATION,
    team_id: team,
    team_domain: team.toLowerCase(),
    ...(enterprise && { enterprise_id: enterprise, enterprise_name: enterprise }),
    channel_id: channel.id,
    channel_name: channel.isDirect ? "directmessage" : channel.id.toLowerCase(),
    user_id: user,
    user_name: nameOf(user),
    command: COMMAND,
    text: asSent(text, true),
    api_app_id: appId,
    is_enterprise_install: String(enterprise !== null),
    response_url: responseUrl,
    trigger_id: trigger,
  };
}
