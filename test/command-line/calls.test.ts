/** Nothing that people say goes anywhere but to the database and the platform through which they speak. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DATABASES, newDatabase, type TestDatabase } from "../databases.ts";
import { say, serve } from "./served.ts";
import { newFolder, run } from "./signpost.ts";

const SRC = fileURLToPath(new URL("../../src", import.meta.url));
const WATCHED = {
  NODE_OPTIONS: `--import ${new URL("./connections.mjs", import.meta.url).href}`,
};
const connectionsIn = (err: string) => [
  ...new Set([...err.matchAll(/^connects to (.*)$/gm)].map(([, to]) => to)),
];

describe.each(DATABASES)("a program without Slack and Teams on %s", (kind) => {
  let folder: ReturnType<typeof newFolder>;
  let database: TestDatabase;
  beforeEach(async () => {
    folder = newFolder();
    database = await newDatabase(kind);
  });
  afterEach(async () => {
    folder.remove();
    await database.remove();
  });

  test("connects to its database, and to nobody else", async () => {
    const { host } = new URL(kind === "SQLite" ? "file://" : database.address);
    const env = kind === "SQLite" ? { SIGNPOST_DATA: folder.path } : { DATABASE_URL: database.address };
    const service = await serve({ ...WATCHED, ...env });
    const first = await say(service.address, { turn: "turn-0001", text: "college" });
    const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
    for (const [at, text] of ["is there a fee?", "export", "zorbing, Priya?", "forget me"].entries())
      expect((await say(service.address, { turn: `turn-1${at}00`, text }, cookie)).status).toBe(200);
    expect(await service.stop()).toBe(0);
    const typed = run(["chat"], { input: "college\nis there a fee?\nexport\n", env: { ...WATCHED, ...env } });
    expect(typed.status).toBe(0);
    const expected = host === "" ? [] : [host];
    expect([connectionsIn(service.err()), connectionsIn(typed.err)]).toEqual([expected, expected]);
  });
});

describe("the code", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const texts = files.map((file) => [file, readFileSync(`${SRC}/${file}`, "utf8")] as const);

  test("calls out from the doors of Slack and Teams alone", () => {
    const calls = /\bfetch\(|^import (?!type).*"node:(?:https?|http2|net|tls|dgram)"/m;
    const calling = texts.filter(([, text]) => calls.test(text)).map(([file]) => file);
    expect(calling.sort()).toEqual([
      "channels/slack/api.ts",
      "channels/slack/file.ts",
      "channels/teams/connector.ts",
    ]);
  });

  test("names no address but Slack's and Microsoft's", () => {
    const named = texts.flatMap(([, text]) =>
      [...text.matchAll(/https?:\/\/([\w.-]+\w)/g)].map(([, host]) => host),
    );
    expect([...new Set(named)].sort()).toEqual([
      "127.0.0.1",
      // What a card says of itself; nobody calls it.
      "adaptivecards.io",
      "api.botframework.com",
      "login.microsoftonline.com",
      "slack.com",
      "sts.windows.net",
    ]);
  });
});
