/** The stand-in's tokens, files and bad requests: what an app meets around its conversations. */
import { describe, expect, test } from "vitest";
import { clientOf, openBolt, openSlack, PERSON, refusedWith } from "./bolt.ts";
import type { Workspace } from "./workspace.ts";

const CLIENT = { client_id: "1.2", client_secret: "client-secret" };

const exchange = (slack: Workspace, code: string) => clientOf(slack, "").oauth.v2.access({ ...CLIENT, code });
const refresh = (slack: Workspace, refresh_token = "") =>
  clientOf(slack, "").oauth.v2.access({ ...CLIENT, grant_type: "refresh_token", refresh_token });

describe("tokens", () => {
  test("a code is exchanged once, and a wrong secret does not spend it", async () => {
    const slack = await openSlack();
    const code = slack.allow(PERSON);
    const wrong = clientOf(slack, "").oauth.v2.access({ ...CLIENT, client_secret: "else", code });
    expect(await refusedWith(wrong)).toBe("bad_client_secret");
    const { access_token, team, expires_in } = await exchange(slack, code);
    expect([team?.id, expires_in]).toEqual([slack.team, 43_200]);
    expect((await clientOf(slack, access_token).auth.test()).user_id).toBe(slack.botUserId);
    expect(await refusedWith(exchange(slack, code))).toBe("code_already_used");
  });

  test("of two who spend one refresh token at once, one gets a token", async () => {
    const slack = await openSlack();
    const { refresh_token } = await exchange(slack, slack.allow(PERSON));
    const both = await Promise.all([1, 2].map(() => refusedWith(refresh(slack, refresh_token))));
    expect(both.sort()).toEqual(["invalid_refresh_token", null]);
  });

  test("a token that is rotated expires after twelve hours", async () => {
    const clock = { ahead: 0 };
    const slack = await openSlack({ now: () => Date.now() + clock.ahead });
    const { access_token, refresh_token } = await exchange(slack, slack.allow(PERSON));
    clock.ahead = 43_200_001;
    expect(await refusedWith(clientOf(slack, access_token).auth.test())).toBe("token_expired");
    const renewed = await refresh(slack, refresh_token);
    expect((await clientOf(slack, renewed.access_token).auth.test()).ok).toBe(true);
  });

  test("an app for an organisation is told so, without a team", async () => {
    const slack = await openSlack({ enterprise: "E0CITY" });
    const granted = await exchange(slack, slack.allow(PERSON));
    expect(granted).toMatchObject({ team: null, enterprise: { id: "E0CITY" }, is_enterprise_install: true });
    const heard: unknown[] = [];
    await openBolt(slack, (app) =>
      app.event("message", async ({ context, body }) => void heard.push([context, body])),
    );
    await slack.say(PERSON, "hi");
    expect(heard).toMatchObject([
      [{ isEnterpriseInstall: true, enterpriseId: "E0CITY" }, { authorizations: [{ team_id: null }] }],
    ]);
  });

  test.each([
    ["uninstalled", "app_uninstalled", "account_inactive", (slack: Workspace) => slack.uninstall()],
    ["revoked", "tokens_revoked", "token_revoked", (slack: Workspace) => slack.revokeTokens()],
  ])("a token that is %s is of no use once %s arrives", async (_, event, error, end) => {
    const slack = await openSlack();
    const heard: string[] = [];
    await openBolt(slack, (app) => app.event(event, async ({ event }) => void heard.push(event.type)));
    await end(slack);
    expect(heard).toEqual([event]);
    expect(await refusedWith(clientOf(slack).auth.test())).toBe(error);
  });

  test("a token that the app gives back is of no use", async () => {
    const slack = await openSlack();
    await clientOf(slack).auth.revoke();
    expect(await refusedWith(clientOf(slack).auth.test())).toBe("token_revoked");
  });

  test("workspaces on the same servers know each other's people by nothing", async () => {
    const one = await openSlack({ team: "T1" });
    const other = await openSlack({ team: "T2", beside: one });
    one.join("C1", PERSON, one.botUserId);
    const post = (slack: Workspace) => clientOf(slack).chat.postMessage({ channel: "C1", text: "Hello" });
    await post(one);
    expect(other.apiUrl).toBe(one.apiUrl);
    expect(await refusedWith(post(other))).toBe("channel_not_found");
    expect([one.channel("C1").length, other.calls.length]).toEqual([1, 1]);
  });

  test("the consent page leads back with a code for that very address, and the state", async () => {
    const slack = await openSlack();
    const redirect = "http://127.0.0.1/slack/oauth_redirect";
    const url = new URL(slack.authorizeUrl);
    for (const [name, value] of [
      ["client_id", "1.2"],
      ["redirect_uri", redirect],
      ["state", "s"],
    ] as const)
      url.searchParams.set(name, value);
    const { headers } = await fetch(url, { redirect: "manual" });
    const back = new URL(headers.get("location") ?? "");
    expect([back.origin + back.pathname, back.searchParams.get("state")]).toEqual([redirect, "s"]);
    const code = back.searchParams.get("code") ?? "";
    expect(await refusedWith(exchange(slack, code))).toBe("bad_redirect_uri");
    const kept = await clientOf(slack, "").oauth.v2.access({ ...CLIENT, code, redirect_uri: redirect });
    expect(kept.ok).toBe(true);
  });
});

describe("files", () => {
  test("an uploaded file is shown to whom it was shared with", async () => {
    const slack = await openSlack({ scopes: ["files:write"] });
    slack.join("C1", PERSON);
    const client = clientOf(slack);
    const { channel } = await client.conversations.open({ users: PERSON });
    await client.filesUploadV2({
      channel_id: channel?.id ?? "",
      filename: "team.csv",
      content: "name,hours",
      initial_comment: "The team",
    });
    expect(slack.files(PERSON)).toMatchObject([{ name: "team.csv", content: "name,hours" }]);
    expect(slack.seen(PERSON)).toMatchObject([{ text: "The team", files: ["team.csv"] }]);
  });

  test("a file whose bytes never came is not there", async () => {
    const slack = await openSlack({ scopes: ["files:write"] });
    const client = clientOf(slack);
    const { file_id = "", upload_url = "" } = await client.files.getUploadURLExternal({
      filename: "team.csv",
      length: 10,
    });
    expect((await fetch(upload_url, { method: "POST", body: "short" })).status).toBe(400);
    const files: [{ id: string }] = [{ id: file_id }];
    expect(await refusedWith(client.files.completeUploadExternal({ files }))).toBe("file_not_found");
  });
});

describe("requests", () => {
  const body = JSON.stringify({ type: "url_verification", challenge: "yes" });
  test.each([
    ["a signed one", {}, 200],
    ["an unsigned one", { sign: false }, 401],
    ["one signed six minutes ago", { timestamp: Math.floor(Date.now() / 1_000) - 360 }, 401],
    ["one with another signature", { headers: { "x-slack-signature": "v0=00" } }, 401],
    ["one that is no JSON", { body: "{" }, 400],
  ])("%s is answered as Bolt answers it", async (_, raw, status) => {
    const slack = await openSlack();
    await openBolt(slack, () => undefined);
    expect((await slack.send({ body, ...raw })).status).toBe(status);
  });

  test("one that is sent again has the same id, and says why", async () => {
    const slack = await openSlack();
    const heard: unknown[] = [];
    await openBolt(slack, (app) =>
      app.event("message", async ({ body, context }) => {
        heard.push([body.event_id, context.retryNum, context.retryReason]);
      }),
    );
    const sent = await slack.say(PERSON, "hi");
    await slack.resend(sent, { number: 1, reason: "http_timeout" });
    await slack.say(PERSON, "hi");
    const { event_id } = JSON.parse(sent.request.body) as { event_id: string };
    expect(heard).toEqual([
      [event_id, undefined, undefined],
      [event_id, 1, "http_timeout"],
      [expect.not.stringMatching(event_id), undefined, undefined],
    ]);
  });

  test("the app is sent its own messages, which Bolt passes over", async () => {
    const slack = await openSlack();
    const heard: unknown[] = [];
    await openBolt(slack, (app) => app.message(async ({ message }) => void heard.push(message)));
    slack.join("C1", PERSON);
    await clientOf(slack).chat.postMessage({ channel: PERSON, text: "Hello" });
    const [shown] = slack.seen(PERSON);
    const { request } = await slack.echo(shown as NonNullable<typeof shown>);
    await slack.say(PERSON, "hi");
    expect(JSON.parse(request.body)).toMatchObject({ event: { text: "Hello", bot_id: slack.botId } });
    expect(heard).toMatchObject([{ text: "hi" }]);
  });
});
