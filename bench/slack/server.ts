/** One side of the bench as a program of its own: `bare` only acknowledges; `ours` keeps each turn first, in the database it is told. */
import type { AddressInfo } from "node:net";
import { App, HTTPReceiver } from "@slack/bolt";
import { openHouse } from "../../src/app/house.ts";
import { openServer } from "../../src/channels/http.ts";
import { openSlack } from "../../src/channels/slack/slack.ts";
import { readConfig } from "../../src/config.ts";
import { SIGNING_SECRET, TEAM } from "./clicks.ts";

export interface Listening {
  readonly port: number;
}

/** Processor time since the last question, in microseconds; of ours also how many turns are kept. */
export interface Figures {
  readonly cpu: number;
  readonly turns: number;
}

const BOT = { tenant: TEAM, token: "xoxb-bench", botId: "BBOT", botUserId: "UBOT", appId: null };

async function bare() {
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET });
  const app = new App({
    receiver,
    authorize: async () => ({ botId: BOT.botId, botUserId: BOT.botUserId }),
    convoStore: false,
  });
  app.action(/.*/, async ({ ack }) => ack());
  const server = await receiver.start({ port: 0, host: "127.0.0.1" } as never);
  return { port: (server.address() as AddressInfo).port, turns: async () => 0 };
}

/** Replies are put into the outbox and stay there: what is timed ends with the acknowledgement. */
async function ours(database: string) {
  const house = await openHouse({ ...readConfig({}), database });
  const vitals = {
    readiness: async () => null,
    metrics: { read: async () => "", contentType: "text/plain" },
  };
  const server = openServer(vitals, { logLevel: "silent", logTo: { write: () => undefined } });
  const fail = (what: string, error?: unknown) => {
    throw new Error(`${what} ${String(error)}`);
  };
  await openSlack(server, house.bot, {
    words: house.library.slack,
    installations: { find: async () => BOT, remove: async () => undefined },
    apiUrl: "http://127.0.0.1:9/api/",
    entrance: { signingSecret: SIGNING_SECRET },
    now: Date.now,
    passed: () => performance.now(),
    newId: () => "BENCH",
    poke: () => undefined,
    count: () => undefined,
    fault: fail,
    complain: fail,
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const turns = async () => {
    const kept = house.db.selectFrom("turns").select(({ fn }) => fn.countAll().as("count"));
    return Number((await kept.executeTakeFirstOrThrow()).count);
  };
  return { port: (server.server.address() as AddressInfo).port, turns };
}

const [side, database = ""] = process.argv.slice(2);
const { port, turns } = await (side === "bare" ? bare() : ours(database));
let before = process.cpuUsage();
process.on("message", async () => {
  const { user, system } = process.cpuUsage(before);
  before = process.cpuUsage();
  process.send?.({ cpu: user + system, turns: await turns() } satisfies Figures);
});
process.send?.({ port } satisfies Listening);
