/** Socket Mode, for development: Slack's side of the socket, with just enough of its Web API. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { WebSocketServer } from "ws";
import { openServer } from "../../src/channels/http.ts";
import { openOne } from "../../src/channels/slack/installations.ts";
import { openSlack } from "../../src/channels/slack/slack.ts";
import { openLibrary } from "../../src/content/library.ts";
import { openDatabase } from "../../src/store/database.ts";
import { botFor } from "../desk.ts";

const library = openLibrary(fileURLToPath(new URL("../..", import.meta.url)));
const OWN = { ok: true, team_id: "T1", user_id: "UBOT", bot_id: "B1" };

/** Gives what each method is asked with, and what comes back through the socket. */
async function openSocket() {
  const back: unknown[] = [];
  const heard: (() => void)[] = [];
  const http = createServer((request, response) => {
    const method = request.url?.split("/").at(-1);
    const { port } = http.address() as AddressInfo;
    const answer = method === "auth.test" ? OWN : { ok: true, url: `ws://127.0.0.1:${port}/socket` };
    request.resume();
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answer));
  });
  const sockets = new WebSocketServer({ server: http });
  const connected = new Promise<(message: object) => void>((resolve) => {
    sockets.on("connection", (socket) => {
      socket.on("message", (data) => {
        back.push(JSON.parse(String(data)));
        for (const tell of heard.splice(0)) tell();
      });
      socket.send(JSON.stringify({ type: "hello", num_connections: 1 }));
      resolve((message) => socket.send(JSON.stringify(message)));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    http.closeAllConnections();
    http.close();
  });
  const { port } = http.address() as AddressInfo;
  const answered = () => new Promise<void>((resolve) => heard.push(resolve));
  return { apiUrl: `http://127.0.0.1:${port}/api/`, connected, back, answered };
}

test("words that come through a socket are heard and answered", async () => {
  const { apiUrl, connected, back, answered } = await openSocket();
  const db = await openDatabase(":memory:");
  const bot = botFor(library, db, "2026-11-23");
  const metrics = { read: async () => "", contentType: "text/plain" };
  const server = openServer(
    { readiness: async () => null, metrics },
    { logLevel: "silent", logTo: { write: () => undefined } },
  );
  const poked = newSignal();
  const channel = await openSlack(server, bot, {
    words: library.slack,
    installations: openOne({ apiUrl }, "xoxb-1"),
    apiUrl,
    entrance: { appToken: "xapp-1" },
    now: Date.now,
    passed: () => performance.now(),
    newId: () => "TURN1",
    poke: poked.resolve,
    count: () => undefined,
    fault: (_, error) => poked.reject(error),
    complain: () => undefined,
  });
  onTestFinished(async () => {
    await channel.close();
    await server.close();
    await db.destroy();
  });
  const send = await connected;
  const event = { type: "message", channel: "D1", channel_type: "im", user: "U1", text: "hello", ts: "1.1" };
  const payload = { type: "event_callback", event_id: "Ev1", event_time: 1, team_id: "T1", event };
  const done = answered();
  send({ type: "events_api", envelope_id: "envelope-1", accepts_response_payload: false, payload });
  await Promise.all([done, poked.promise]);
  expect(back).toContainEqual(expect.objectContaining({ envelope_id: "envelope-1" }));
  const [exchange] = await bot.transcript({ channel: "slack", tenant: "T1", user: "U1" }, "U1", 1);
  expect(exchange?.reply.prompt?.question).toBe("setting");
});

function newSignal() {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}
