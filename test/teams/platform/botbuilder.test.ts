/** The stand-in as botbuilder meets it: its tokens, and its answers to what botbuilder asks. */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsInfo,
  type TurnContext,
} from "botbuilder";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { readJson } from "../../slack/workspace/signing.ts";
import { ISSUER, type Minting } from "./issuer.ts";
import { openLoopback } from "./loopback.ts";
import { openPlatform, type Platform } from "./platform.ts";

// botbuilder prints whatever it refuses.
beforeEach(() => {
  const print = vi.spyOn(console, "error").mockImplementation(() => undefined);
  onTestFinished(() => print.mockRestore());
});

const echo = async (context: TurnContext) => {
  await context.sendActivity(`You said ${context.activity.text}`);
};

/** An app of botbuilder's that does this with what is said, beside the platform that it serves. */
async function openApp(
  hear: (context: TurnContext, adapter: CloudAdapter) => Promise<void> = echo,
): Promise<Platform> {
  const platform = await openPlatform();
  const { appId, issuer } = platform;
  // Where one of these is given botbuilder has no default for the others.
  const addresses = {
    ToBotFromChannelOpenIdMetadataUrl: issuer.metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: issuer.metadataUrl,
    ToBotFromChannelTokenIssuer: ISSUER,
    ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
    ToChannelFromBotOAuthScope: ISSUER,
    OAuthUrl: ISSUER,
  };
  const authentication = new ConfigurationBotFrameworkAuthentication(addresses, {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        request.headers.set("authorization", "Bearer the app's own");
        return request;
      },
    }),
  });
  const adapter = new CloudAdapter(authentication);
  const app = await openLoopback(async ({ authorization, text }) => {
    let status = 0;
    let body: unknown;
    const headers = { authorization: authorization ?? "" };
    const response = {
      socket: null,
      header: () => undefined,
      status: (code: number) => (status = code),
      send: (given: unknown) => (body = given),
      end: () => undefined,
    };
    const request = { method: "POST", headers, body: readJson(text) as Record<string, unknown> };
    await adapter.process(request, response, (context) => hear(context, adapter));
    return { status, body };
  });
  platform.app = app.origin;
  onTestFinished(async () => {
    await Promise.all([app.close(), platform.close()]);
  });
  return platform;
}

test("a good token opens the door, and the app answers where the token says", async () => {
  const platform = await openApp();
  expect((await platform.say("tess", "hello")).status).toBe(200);
  expect(platform.seen("tess").map(({ activity }) => activity.text)).toEqual(["You said hello"]);
});

test("the answer to what is said in a channel goes into its thread", async () => {
  const platform = await openApp();
  const channel = platform.channel("Support", "Trainees", ["tess"]);
  await platform.say("tess", "hello", channel);
  const [answer] = platform.seen("tess", channel);
  const { conversation } = platform.connector.requests[0] ?? {};
  expect(conversation).toBe(`${channel.id};messageid=${answer?.thread}`);
});

test("what was said is changed, taken away and refused as botbuilder understands it", async () => {
  const codes: unknown[] = [];
  const platform = await openApp(async (context) => {
    const [first, second] = [await context.sendActivity("one"), await context.sendActivity("two")];
    await context.updateActivity({ type: "message", id: first?.id ?? "", text: "uno" });
    await context.deleteActivity(second?.id ?? "");
    platform.connector.refuseNext("send", { status: 403, code: "ConversationBlockedByUser" });
    platform.connector.refuseNext("send", { status: 404, code: "ConversationNotFound" });
    for (const text of ["three", "four"])
      await context.sendActivity(text).catch(({ statusCode, code }) => codes.push([statusCode, code]));
  });
  await platform.say("tess", "hello");
  expect(platform.seen("tess").map(({ activity }) => activity.text)).toEqual(["uno"]);
  expect(codes).toEqual([
    [403, "ConversationBlockedByUser"],
    [404, "ConversationNotFound"],
  ]);
});

test("in a channel botbuilder learns who is there, and writes to one of them alone", async () => {
  const platform = await openApp(async (context, adapter) => {
    const { members } = await TeamsInfo.getPagedMembers(context);
    const [kim] = members.filter(({ name }) => name === "Kim");
    if (!kim) return;
    const { appId, tenant, connector } = platform;
    const asked = { members: [kim], tenantId: tenant, isGroup: false, bot: context.activity.recipient };
    const alone = { ...asked, channelData: { tenant: { id: tenant } } };
    await adapter.createConversationAsync(appId, "msteams", connector.serviceUrl, ISSUER, alone, (own) =>
      own.sendActivity(`Hello ${kim.name}`).then(() => undefined),
    );
  });
  platform.personal("kim");
  await platform.say("tess", "hello", platform.channel("Support", "Trainees", ["tess", "kim"]));
  expect(platform.seen("kim").map(({ activity }) => activity.text)).toEqual(["Hello Kim"]);
});

const hour = 3_600;
const now = () => Math.floor(Date.now() / 1_000);

test.each<[string, () => Minting]>([
  ["of another app", () => ({ claims: { aud: "33333333-3333-3333-3333-333333333333" } })],
  ["for nobody", () => ({ claims: { aud: undefined } })],
  ["of another issuer", () => ({ claims: { iss: "https://issuer.example" } })],
  ["for another address", () => ({ claims: { serviceurl: "https://service.example/" } })],
  ["that has expired", () => ({ claims: { exp: now() - hour } })],
  ["that does not hold yet", () => ({ claims: { nbf: now() + hour } })],
  ["that nobody signed", () => ({ header: { alg: "none" } })],
  ["signed with the public key as a secret", () => ({ header: { alg: "HS256" } })],
  ["of a key that is not published", () => ({ key: "unknown" })],
  ["with a forged signature", () => ({ key: "forged" })],
])("a token %s opens nothing", async (_, minting) => {
  const platform = await openApp();
  platform.token = () => platform.issuer.token(minting());
  expect((await platform.say("tess", "hello")).status).toBeGreaterThanOrEqual(401);
  expect(platform.seen("tess")).toEqual([]);
});

test("without a token the door stays shut", async () => {
  const platform = await openApp();
  const { request } = await platform.say("tess", "hello");
  expect((await platform.raw(request.body, { token: null })).status).toBe(401);
  expect(platform.seen("tess")).toHaveLength(1);
});
