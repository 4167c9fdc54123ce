/** Signpost in Teams: the real door on a real server, beside a stand-in for Teams, on a day of the test's own. */
import { onTestFinished } from "vitest";
import { referencesOf } from "../../src/app/references.ts";
import type { Bot } from "../../src/bot/bot.ts";
import { type Identity, type Issuer, openIdentity } from "../../src/channels/teams/identity.ts";
import { TEAMS } from "../../src/channels/teams/reference.ts";
import { openTeams, type TeamsChannel } from "../../src/channels/teams/teams.ts";
import type { Limits } from "../../src/limits.ts";
import { type App, library, openTestHouse, type TestHouse } from "../channels/house.ts";
import { ISSUER } from "./platform/issuer.ts";
import { openPlatform, type Platform, type PlatformOptions } from "./platform/platform.ts";

export interface TeamsApp extends App {
  readonly teams: Platform;
  readonly channel: TeamsChannel;
  /** What was to be done after a moment is done now. */
  moment(): void;
}

export interface AppOptions {
  readonly today?: string;
  readonly platform?: PlatformOptions;
  /** How much is heard in a minute. */
  readonly limits?: Limits;
  /** The desk that is spoken to, made from the real one. */
  bot?(bot: Bot): Bot;
  identity?(identity: Identity): Identity;
}

/** Where Microsoft publishes its keys, told to botbuilder: with one address it wants to be told all. */
export function issuerOf({ issuer }: Platform): Issuer {
  return {
    ToBotFromChannelOpenIdMetadataUrl: issuer.metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: issuer.metadataUrl,
    ToBotFromChannelTokenIssuer: ISSUER,
    ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
    ToChannelFromBotOAuthScope: ISSUER,
    OAuthUrl: ISSUER,
  };
}

/** Open until the test that asks for it is finished. */
export async function openApp({ today = "2026-11-23", ...options }: AppOptions = {}): Promise<TeamsApp> {
  const house = await openTestHouse({ today, bot: options.bot, limits: options.limits });
  const door = await openTeamsIn(house, options);
  const { address, app } = await house.listen(door.channel);
  door.teams.app = address;
  return { ...app, ...door };
}

/** The door in a house that may have others. Its server listens afterwards: tell `teams` where. */
export async function openTeamsIn(
  { server, bot, db, now, outside }: TestHouse,
  options: AppOptions = {},
): Promise<Pick<TeamsApp, "teams" | "channel" | "moment">> {
  const teams = await openPlatform({ now: outside.passed, ...options.platform });
  onTestFinished(() => teams.close());
  const app = { id: teams.appId, tenant: teams.tenant, password: "a secret of the tests" };
  const real = { ...openIdentity(app, outside.passed, issuerOf(teams)), token: async () => "the app's own" };
  const { commands, says } = library.interview.words;
  const waiting = new Set<() => void>();
  const channel = await openTeams(server, bot, {
    words: library.teams,
    help: { phrases: commands.help, lines: says.helpCommands },
    // Tokens hold by the real clock, as botbuilder reads no other.
    gate: { app, serviceHosts: ["127.0.0.1"], now: Date.now },
    identity: options.identity?.(real) ?? real,
    references: referencesOf(db, TEAMS, () => new Date(now())),
    later(_, work) {
      waiting.add(work);
      return () => waiting.delete(work);
    },
    ...outside,
  });
  const moment = () => {
    for (const work of waiting) work();
    waiting.clear();
  };
  return { teams, channel, moment };
}
