/** Signpost in Slack: the real door on a real server, beside a stand-in for Slack, on a day of the test's own. */
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Bot } from "../../src/bot/bot.ts";
import { closeServer, openServer } from "../../src/channels/http.ts";
import { type Installations, openOne } from "../../src/channels/slack/installations.ts";
import { openSlack, type SlackChannel } from "../../src/channels/slack/slack.ts";
import type { Channel } from "../../src/chat/channel.ts";
import { openLibrary } from "../../src/content/library.ts";
import { SYSTEM_CLOCK } from "../../src/jobs/clock.ts";
import { type Deliverer, openDeliverer } from "../../src/jobs/deliver.ts";
import { openDatabase } from "../../src/store/database.ts";
import { botFor } from "../desk.ts";
import { openWorkspace, type Workspace, type WorkspaceOptions } from "./workspace/workspace.ts";

export const SIGNING_SECRET = "a signing secret of the tests";

const library = openLibrary(fileURLToPath(new URL("../..", import.meta.url)));

export interface SlackApp {
  readonly slack: Workspace;
  readonly bot: Bot;
  readonly channel: SlackChannel;
  readonly deliverer: Deliverer;
  /** How requests ended, in order. */
  readonly counted: string[];
  /** What whoever runs the program was told, and faults of ours. */
  readonly complaints: string[];
  /** Time goes by, for Slack and for us. */
  pass(seconds: number): void;
  /** Everything that was to be sent is sent, or waits for its next try. */
  settled(): Promise<void>;
}

export interface AppOptions {
  readonly today?: string;
  readonly workspace?: Partial<WorkspaceOptions>;
  /** The desk that is spoken to, made from the real one. */
  bot?(bot: Bot): Bot;
  installations?(one: Installations): Installations;
}

/** Open until the test that asks for it is finished. */
export async function openApp({ today = "2026-11-23", ...options }: AppOptions = {}): Promise<SlackApp> {
  let ahead = 0;
  const now = options.workspace?.now ?? (() => Date.now() + ahead);
  const slack = await openWorkspace({ signingSecret: SIGNING_SECRET, now, ...options.workspace });
  const db = await openDatabase(":memory:");
  const real = botFor(library, db, today);
  const bot = options.bot?.(real) ?? real;
  const counted: string[] = [];
  const complaints: string[] = [];
  const server = openServer(
    { readiness: async () => null, metrics: { read: async () => "", contentType: "text/plain" } },
    { logLevel: "silent", logTo: { write: () => undefined } },
  );
  const complain = (line: string, detail?: unknown) =>
    void complaints.push(detail === undefined ? line : `${line} ${JSON.stringify(detail)}`);
  const one = openOne({ apiUrl: slack.apiUrl }, slack.token);
  const channels: Channel[] = [];
  const deliverer = openDeliverer({
    db,
    channels,
    by: "test",
    clock: { ...SYSTEM_CLOCK, now: () => new Date(now()) },
    random: () => 0,
    watcher: { delivery: () => undefined, complain: (line, error) => complain(line, String(error ?? "")) },
  });
  let turns = 0;
  const channel = await openSlack(server, bot, {
    words: library.slack,
    installations: options.installations?.(one) ?? one,
    apiUrl: slack.apiUrl,
    entrance: { signingSecret: SIGNING_SECRET },
    now,
    newId: () => `TURN${++turns}`,
    poke: deliverer.poke,
    count: (outcome) => void counted.push(outcome),
    fault: (turn, error) => complain(`fault ${turn}: ${String(error)}`),
    complain,
  });
  channels.push(channel);
  slack.app = await server.listen({ host: "127.0.0.1", port: 0 });
  const settled = async () => {
    await deliverer.settled();
    await channel.settled();
  };
  onTestFinished(async () => {
    await closeServer(server);
    await deliverer.stop();
    await channel.close();
    await db.destroy();
    await slack.close();
  });
  const pass = (seconds: number) => {
    ahead += seconds * 1_000;
    deliverer.poke();
  };
  return { slack, bot, channel, deliverer, counted, complaints, settled, pass };
}
