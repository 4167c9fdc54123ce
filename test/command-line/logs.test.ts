/** What stands in the logs when everything is logged, people say private things, and much goes wrong. */
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../src/channels/http.ts";
import { forbiddenIn, PLANTED } from "../logs.ts";
import { type Served, say, serve } from "./served.ts";
import { newFolder } from "./signpost.ts";

let folder: ReturnType<typeof newFolder>;
let service: Served;
beforeEach(async () => {
  folder = newFolder();
  service = await serve({
    SIGNPOST_DATA: folder.path,
    SIGNPOST_LOG: "trace",
    SIGNPOST_SECRET: PLANTED.secret,
    SLACK_SIGNING_SECRET: PLANTED.secret,
    SLACK_BOT_TOKEN: `xoxb-${PLANTED.secret}`,
    SLACK_API_URL: "http://127.0.0.1:9/",
  });
});
afterEach(async () => {
  await service.stop("SIGKILL");
  folder.remove();
});

describe("the logs", () => {
  test("hold nothing that people said and no secret, whatever is logged and whatever goes wrong", async () => {
    const { address } = service;
    const words = [
      PLANTED.said,
      `my name is ${PLANTED.name}`,
      `ask has ${PLANTED.name} passed, ${PLANTED.contact}`,
    ];
    for (const [number, text] of words.entries())
      await say(address, { turn: `turn-000${number}`, as: "trainee", text });
    await say(address, { turn: "!", as: "trainee", text: PLANTED.name });
    await fetch(`${address}/${encodeURIComponent(PLANTED.name)}?q=${PLANTED.contact}`);
    await fetch(`${address}/slack/events`, {
      method: "POST",
      headers: { authorization: `Bearer ey${PLANTED.secret}`, "content-type": "application/json" },
      body: JSON.stringify({ type: "event_callback", event: { type: "message", text: PLANTED.said } }),
    });
    const socket = connect(Number(new URL(address).port), "127.0.0.1");
    socket.on("error", () => undefined);
    socket.end(`POST /say HTTP/1.1\r\nhost: x\r\ncookie: ${PLANTED.secret}\r\n\r\n${PLANTED.name}`);
    await fetch(`${address}/healthz`);
    await service.stop();
    expect(service.err()).not.toBe("");
    expect(forbiddenIn(service.err() + service.out())).toEqual([]);
  });

  test("name an error by its words, and leave out what a library hung on it", () => {
    const lines: string[] = [];
    const server = openServer(
      { readiness: async () => null, metrics: { read: async () => "", contentType: "text/plain" } },
      { logLevel: "trace", logTo: { write: (line) => lines.push(line) } },
    );
    const request = { headers: { authorization: PLANTED.secret }, data: PLANTED.name };
    const error = Object.assign(new Error("it did not answer"), { code: "EAWAY", config: request, request });
    server.log.error(
      { turn: "ABCD1234", err: error, token: PLANTED.secret, detail: { cookie: PLANTED.secret } },
      "a fault",
    );
    expect(JSON.parse(lines.join(""))).toMatchObject({
      turn: "ABCD1234",
      msg: "a fault",
      token: "[removed]",
      detail: { cookie: "[removed]" },
      err: { type: "Error", message: "it did not answer", code: "EAWAY" },
    });
    expect(forbiddenIn(lines.join(""))).toEqual([]);
  });

  test("are searched for what would stand in them", () => {
    const lines = [PLANTED.name, PLANTED.said, PLANTED.secret, "xoxb-1", "nothing"];
    expect(forbiddenIn(lines.join("\n"))).toEqual(lines.slice(0, 4));
  });
});
