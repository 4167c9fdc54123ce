/** Who is let in: tokens of a real issuer with real keys, sent over HTTP. */
import { expect, test } from "vitest";
import { refusedByBody, refusedByHeader } from "../../src/channels/teams/gate.ts";
import { type AppOptions, openApp, type TeamsApp } from "./app.ts";
import type { Raw } from "./platform/client.ts";
import type { Minting } from "./platform/issuer.ts";
import { ANN, allText, calm, say } from "./seen.ts";

const OTHER = "99999999-9999-9999-9999-999999999999";
const seconds = Math.floor(Date.now() / 1_000);

interface Case {
  readonly name: string;
  readonly status: number;
  readonly minting?: Minting;
  readonly raw?: Raw;
  /** Changes of the activity; a string is sent as it is. */
  readonly changed?: Readonly<Record<string, unknown>> | string;
}

const CASES: readonly Case[] = [
  { name: "a good token", status: 200 },
  { name: "no header", status: 401, raw: { token: null } },
  { name: "an empty header", status: 401, raw: { token: null, headers: { authorization: "" } } },
  { name: "another scheme", status: 401, raw: { token: null, headers: { authorization: "Basic YTpi" } } },
  {
    name: "no token behind Bearer",
    status: 401,
    raw: { token: null, headers: { authorization: "Bearer " } },
  },
  { name: "a token that is none", status: 401, raw: { token: "not.a.token" } },
  { name: "two tokens", status: 401, raw: { token: "one two" } },
  { name: "a token without a signature", status: 401, minting: { header: { alg: "none" } } },
  { name: "a token signed with the public key", status: 401, minting: { header: { alg: "HS256" } } },
  { name: "a key that nobody published", status: 401, minting: { key: "unknown" } },
  { name: "a signature of somebody else", status: 401, minting: { key: "forged" } },
  { name: "another audience", status: 401, minting: { claims: { aud: OTHER } } },
  { name: "no audience", status: 401, minting: { claims: { aud: undefined } } },
  { name: "another issuer", status: 401, minting: { claims: { iss: "https://evil.example" } } },
  { name: "no issuer", status: 401, minting: { claims: { iss: undefined } } },
  {
    name: "the issuer of another directory",
    status: 401,
    minting: { claims: { iss: `https://sts.windows.net/${OTHER}/` } },
  },
  { name: "a token of another directory", status: 403, minting: { claims: { tid: OTHER } } },
  { name: "a token that has run out", status: 401, minting: { claims: { exp: seconds - 600 } } },
  {
    name: "a token that is not valid yet",
    status: 401,
    minting: { claims: { nbf: seconds + 600, exp: seconds + 3_600 } },
  },
  {
    name: "a token for another service",
    status: 401,
    minting: { claims: { serviceurl: "https://smba.trafficmanager.net/emea/" } },
  },
  {
    name: "somebody of another directory",
    status: 403,
    changed: { conversation: { id: "a:ann", conversationType: "personal", tenantId: OTHER } },
  },
  { name: "another directory beside it", status: 403, changed: { channelData: { tenant: { id: OTHER } } } },
  {
    name: "nobody's directory",
    status: 403,
    changed: { conversation: { id: "a:ann", conversationType: "personal" }, channelData: {} },
  },
  { name: "no place to answer", status: 403, changed: { serviceUrl: undefined } },
  { name: "a foreign place to answer", status: 403, changed: { serviceUrl: "https://evil.example/" } },
  {
    name: "a place that looks like Teams'",
    status: 403,
    changed: { serviceUrl: "https://smba.trafficmanager.net.evil.example/" },
  },
  {
    name: "a place behind Teams' name",
    status: 403,
    changed: { serviceUrl: "https://127.0.0.1@evil.example/" },
  },
  { name: "another channel", status: 403, changed: { channelId: "emulator" } },
  { name: "no type", status: 403, changed: { type: undefined } },
  { name: "a body that is no JSON", status: 400, changed: "hello" },
  { name: "a body that is nothing", status: 403, changed: "null" },
  { name: "a body that is a list", status: 403, changed: "[]" },
  { name: "a body that is too long", status: 413, changed: `"${"x".repeat(300 * 1024)}"` },
];

async function send({ teams }: TeamsApp, { minting, raw = {}, changed = {} }: Case) {
  const activity = {
    type: "message",
    id: "1",
    text: "hello",
    channelId: "msteams",
    serviceUrl: teams.connector.serviceUrl,
    from: { id: "29:ann", aadObjectId: "ann" },
    recipient: { id: "28:bot" },
    conversation: { id: teams.personal(ANN).id, conversationType: "personal", tenantId: teams.tenant },
    channelData: { tenant: { id: teams.tenant } },
  };
  const body = typeof changed === "string" ? changed : { ...activity, ...changed };
  const minted = minting ? { token: teams.issuer.token(minting) } : {};
  return teams.raw(body, { ...minted, ...raw });
}

test.each(CASES)("$name: $status", async (given) => {
  const app = await openApp();
  const sent = await send(app, given);
  expect(sent.status).toBe(given.status);
  await calm(app);
  const isHeard = given.status === 200;
  expect(sent.body).toBe("");
  expect(app.counted.includes("heard")).toBe(isHeard);
  expect(app.teams.connector.requests.length > 0).toBe(isHeard);
  expect(app.complaints).toEqual([]);
});

test("an activity is not even read where its header is refused", async () => {
  const app = await openApp();
  const given = { name: "", status: 401, raw: { token: null }, changed: `"${"x".repeat(300 * 1024)}"` };
  expect((await send(app, given)).status).toBe(401);
});

test("while Microsoft's keys cannot be had, Teams is asked to come again, and nothing is lost", async () => {
  let isAway = true;
  const identity: AppOptions["identity"] = (real) => ({
    ...real,
    verify: async (...given) => (isAway ? "unclear" : real.verify(...given)),
  });
  const app = await openApp({ identity });
  const sent = await say(app, "hello");
  expect(sent.status).toBe(503);
  isAway = false;
  expect((await app.teams.resend(sent)).status).toBe(200);
  await calm(app);
  expect(allText(app)).toContain("Where do you work");
});

test("a bot that knows nobody answers only to this computer", () => {
  const gate = { app: null, serviceHosts: ["127.0.0.1"], now: Date.now };
  const conversation = { id: "1", tenantId: "t" };
  const body = { type: "message", channelId: "msteams", serviceUrl: "http://127.0.0.1:9/", conversation };
  expect(refusedByHeader(gate, undefined)).toBeNull();
  expect(refusedByBody(gate, body)).toBeNull();
  expect(refusedByBody(gate, { ...body, serviceUrl: "https://smba.trafficmanager.net/" })?.status).toBe(403);
});

test.each([
  "https://api.botframework.com",
  "https://sts.windows.net/our/",
  "https://login.microsoftonline.com/our/v2.0",
])("tokens of %s are looked at", (iss) => {
  const gate = { app: { id: "app", tenant: "our" }, serviceHosts: [], now: () => 0 };
  const token = `x.${Buffer.from(JSON.stringify({ iss, aud: "app", exp: 1 })).toString("base64url")}.x`;
  expect(refusedByHeader(gate, `Bearer ${token}`)).toBeNull();
});
