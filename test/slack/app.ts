/** Signpost in Slack: the real door on a real server, beside a stand-in for Slack, on a day of the test's own. */
import { onTestFinished } from "vitest";
import type { Bot } from "../../src/bot/bot.ts";
import { type Installations, openOne } from "../../src/channels/slack/installations.ts";
import { openSlack, type SlackChannel } from "../../src/channels/slack/slack.ts";
import type { Limits } from "../../src/limits.ts";
import { type App, library, openTestHouse, type TestHouse } from "../channels/house.ts";
import { openWorkspace, type Workspace, type WorkspaceOptions } from "./workspace/workspace.ts";

export const SIGNING_SECRET = "a signing secret of the tests";

export interface SlackApp extends App {
  readonly slack: Workspace;
  readonly channel: SlackChannel;
}

export interface AppOptions {
  readonly today?: string;
  readonly workspace?: Partial<WorkspaceOptions>;
  /** How much is heard in a minute. */
  readonly limits?: Limits;
  /** The desk that is spoken to, made from the real one. */
  bot?(bot: Bot): Bot;
  installations?(one: Installations): Installations;
}

/** Open until the test that asks for it is finished. */
export async function openApp({ today = "2026-11-23", ...options }: AppOptions = {}): Promise<SlackApp> {
  const house = await openTestHouse({
    today,
    now: options.workspace?.now,
    bot: options.bot,
    limits: options.limits,
  });
  const { slack, channel } = await openSlackIn(house, options);
  const { address, app } = await house.listen(channel);
  slack.app = address;
  return { ...app, slack, channel };
}

/** The door in a house that may have others. Its server listens afterwards: tell `slack` where. */
export async function openSlackIn(
  { server, bot, outside }: TestHouse,
  options: AppOptions = {},
): Promise<Pick<SlackApp, "slack" | "channel">> {
  const slack = await openWorkspace({
    signingSecret: SIGNING_SECRET,
    now: outside.passed,
    ...options.workspace,
  });
  onTestFinished(() => slack.close());
  const one = openOne({ apiUrl: slack.apiUrl }, slack.token);
  const channel = await openSlack(server, bot, {
    words: library.slack,
    installations: options.installations?.(one) ?? one,
    apiUrl: slack.apiUrl,
    entrance: { signingSecret: SIGNING_SECRET },
    ...outside,
  });
  return { slack, channel };
}
