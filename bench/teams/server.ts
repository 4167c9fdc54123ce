/** One side of the bench as a program of its own: `bare` answers each message with a card; `ours` is Signpost on the database it is told. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import { openHouse } from "../../src/app/house.ts";
import { referencesOf } from "../../src/app/references.ts";
import { openServer } from "../../src/channels/http.ts";
import { openIdentity } from "../../src/channels/teams/identity.ts";
import { drawn, pagesOf } from "../../src/channels/teams/message.ts";
import { TEAMS } from "../../src/channels/teams/reference.ts";
import { openTeams } from "../../src/channels/teams/teams.ts";
import type { Channel } from "../../src/chat/channel.ts";
import { readConfig } from "../../src/config.ts";
import { SYSTEM_CLOCK } from "../../src/jobs/clock.ts";
import { openDeliverer } from "../../src/jobs/deliver.ts";
import { APP, addressesOf, listening } from "./issuer.ts";

export interface Listening {
  readonly address: string;
}

/** Processor time since the last question, in microseconds; of ours also how many turns are kept. */
export interface Figures {
  readonly cpu: number;
  readonly turns: number;
}

const [side, metadata = "", database = ":memory:"] = process.argv.slice(2);
const house = await openHouse({ ...readConfig({}), database });

/** The card of the second question stands for all. */
async function bare() {
  const said = { id: "1", from: { channel: "b", tenant: "b", user: "b" }, conversation: "b" };
  await house.bot.receive({ ...said, said: { text: "start" } });
  const { reply } = await house.bot.receive({ ...said, id: "2", said: { text: "college" } });
  const [page] = pagesOf(reply, { drawing: 2, words: house.library.teams, hasStarted: true });
  const card = JSON.stringify(page && drawn(page));
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(addressesOf(metadata), {
      isValidAppId: async (id) => id === APP.id,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({
        async signRequest(request) {
          request.headers.set("authorization", "Bearer bench");
          return request;
        },
      }),
    }),
  );
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", async () => {
      const body = JSON.parse(Buffer.concat(pieces).toString()) as Record<string, unknown>;
      const answer = {
        socket: null,
        header: () => undefined,
        status: (code: number) => {
          response.statusCode = code;
        },
        send: () => undefined,
        end: () => void response.end(),
      };
      const asked = { method: "POST", headers: request.headers as Record<string, string>, body };
      await adapter.process(asked, answer, async (context) => {
        await context.sendActivity(JSON.parse(card));
      });
    });
  });
  return { address: await listening(server), turns: async () => 0 };
}

/** Times as fast as the clock: people here are many more than one directory's limit lets through in a second. */
const HASTE = 200;

async function ours() {
  const { db, bot, library } = house;
  const vitals = {
    readiness: async () => null,
    metrics: { read: async () => "", contentType: "text/plain" },
  };
  const server = openServer(vitals, { logLevel: "silent", logTo: { write: () => undefined } });
  const fail = (what: string, error?: unknown) => {
    throw new Error(`${what} ${String(error)}`);
  };
  const channels: Channel[] = [];
  const deliverer = openDeliverer({
    db,
    channels,
    by: "bench",
    clock: SYSTEM_CLOCK,
    random: Math.random,
    watcher: { delivery: (_, outcome) => outcome === "delivered" || fail(outcome), complain: fail },
  });
  const app = { ...APP, password: "bench" };
  const { commands, says } = library.interview.words;
  const channel = await openTeams(server, bot, {
    words: library.teams,
    help: { phrases: commands.help, lines: says.helpCommands },
    gate: { app, serviceHosts: ["127.0.0.1"], now: Date.now },
    identity: { ...openIdentity(app, Date.now, addressesOf(metadata)), token: async () => "bench" },
    references: referencesOf(db, TEAMS, () => new Date()),
    now: () => Date.now() * HASTE,
    passed: () => performance.now() * HASTE,
    later(milliseconds, work) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    newId: () => "BENCH",
    poke: deliverer.poke,
    count: () => undefined,
    fault: fail,
    complain: fail,
  });
  channels.push(channel);
  await server.listen({ host: "127.0.0.1", port: 0 });
  const turns = async () => {
    await deliverer.settled();
    await channel.settled();
    const kept = db.selectFrom("turns").select(({ fn }) => fn.countAll().as("count"));
    return Number((await kept.executeTakeFirstOrThrow()).count);
  };
  return { address: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`, turns };
}

const { address, turns } = await (side === "bare" ? bare() : ours());
let before = process.cpuUsage();
process.on("message", async () => {
  const kept = await turns();
  const { user, system } = process.cpuUsage(before);
  before = process.cpuUsage();
  process.send?.({ cpu: user + system, turns: kept } satisfies Figures);
});
process.send?.({ address } satisfies Listening);
