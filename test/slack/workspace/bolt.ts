/** A few lines of Bolt that answer each way in: the app under test of the stand-in's own tests. */
import type { AddressInfo } from "node:net";
import { App, HTTPReceiver, LogLevel } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { onTestFinished } from "vitest";
import { openWorkspace, type Workspace, type WorkspaceOptions } from "./workspace.ts";

export const SECRET = "a signing secret";
/** What is tried again is tried by the tests. */
const IMPATIENT = { retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR };

/** A workspace alone, until the test is finished. */
export async function openSlack(options: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  const slack = await openWorkspace({ signingSecret: SECRET, ...options });
  onTestFinished(() => slack.close());
  return slack;
}

/** Calls the Web API as an app does, with the token of the workspace unless told. */
export function clientOf(slack: Workspace, token: string = slack.token): WebClient {
  return new WebClient(token, {
    ...IMPATIENT,
    slackApiUrl: slack.apiUrl,
    rejectRateLimitedCalls: true,
    logger: SILENT,
  });
}

const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

export const PERSON = "U0PAT";

/** A workspace where a person is known, the bot is in C1 and not in C2, and somebody has spoken. */
export async function peopled(options: Partial<WorkspaceOptions> = {}) {
  const slack = await openSlack(options);
  slack.join("C1", PERSON, slack.botUserId);
  slack.join("C2", PERSON);
  return { slack, client: clientOf(slack) };
}

/** The word with which a call is refused. */
export async function refusedWith(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return (error as { data?: { error?: unknown } } | null)?.data?.error ?? error;
}

/** A Bolt app on a port of its own, which the workspace knows; `listen` adds its listeners. */
export async function openBolt(slack: Workspace, listen: (app: App) => void): Promise<void> {
  const receiver = new HTTPReceiver({
    signingSecret: SECRET,
    logger: SILENT,
    unhandledRequestTimeoutMillis: 300,
  });
  const { botId, botUserId, token: botToken } = slack;
  const app = new App({
    receiver,
    authorize: async () => ({ botId, botUserId, botToken }),
    convoStore: false,
    logger: SILENT,
    clientOptions: { ...IMPATIENT, slackApiUrl: slack.apiUrl },
  });
  listen(app);
  const server = await app.start({ host: "127.0.0.1", port: 0 });
  const { port } = server.address() as AddressInfo;
  slack.app = `http://127.0.0.1:${port}`;
  onTestFinished(async () => {
    server.closeAllConnections();
    await app.stop();
  });
}

export const plain = (text: string) => ({ type: "plain_text" as const, text });
export const mrkdwn = (text: string) => ({ type: "mrkdwn" as const, text });

/** A row of buttons, each with its words as its action_id and value. */
export const buttons = (...words: string[]) => ({
  type: "actions" as const,
  elements: words.map((text) => ({
    type: "button" as const,
    text: plain(text),
    action_id: text,
    value: text,
  })),
});

export const section = (text: string) => ({ type: "section" as const, text: mrkdwn(text) });

export const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });

/** A modal that asks for hours and a kind, and has a button. */
export const modal = (title: string) => ({
  type: "modal" as const,
  callback_id: "hours",
  title: plain(title),
  submit: plain("Send"),
  close: plain("Close"),
  notify_on_close: true,
  blocks: [
    {
      type: "input" as const,
      block_id: "hours",
      label: plain("How many hours?"),
      element: {
        type: "number_input" as const,
        action_id: "number",
        is_decimal_allowed: false,
        min_value: "1",
        max_value: "40",
      },
    },
    {
      type: "input" as const,
      block_id: "kind",
      optional: true,
      label: plain("Which kind?"),
      element: {
        type: "static_select" as const,
        action_id: "choice",
        placeholder: plain("Choose one"),
        options: [option("Paid"), option("Unpaid")],
      },
    },
    { ...buttons("Why we ask"), block_id: "why" },
  ],
});

export const home = (text: string) => ({ type: "home" as const, blocks: [section(text), buttons("Start")] });
