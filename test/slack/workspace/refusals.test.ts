/** The stand-in refuses what Slack refuses. */
import { ErrorCode, type WebClient } from "@slack/web-api";
import { expect, test } from "vitest";
import { clientOf, home, modal, openBolt, PERSON, peopled, refusedWith, section } from "./bolt.ts";
import type { Workspace } from "./workspace.ts";

const text = "Hello";
const CALLS: readonly [
  name: string,
  error: string,
  call: (client: WebClient, slack: Workspace) => Promise<unknown>,
][] = [
  ["a channel that is not there", "channel_not_found", (c) => c.chat.postMessage({ channel: "C9", text })],
  ["a channel without the bot", "not_in_channel", (c) => c.chat.postMessage({ channel: "C2", text })],
  [
    "an ephemeral message to a stranger",
    "user_not_in_channel",
    (c) => c.chat.postEphemeral({ channel: "C1", user: "U9", text }),
  ],
  ["a message with nothing in it", "no_text", (c) => c.apiCall("chat.postMessage", { channel: "C1" })],
  [
    "a block with nothing in it",
    "invalid_blocks",
    (c) => c.chat.postMessage({ channel: "C1", text, blocks: [section("")] }),
  ],
  [
    "51 blocks",
    "invalid_blocks",
    (c) =>
      c.chat.postMessage({ channel: "C1", text, blocks: Array.from({ length: 51 }, () => section("x")) }),
  ],
  [
    "an update of nothing",
    "message_not_found",
    (c) => c.chat.update({ channel: "C1", ts: "1700000000.000000", text }),
  ],
  [
    "an update that is too long",
    "msg_too_long",
    async (c) => {
      const { ts = "" } = await c.chat.postMessage({ channel: "C1", text });
      return c.chat.update({ channel: "C1", ts, text: "x".repeat(4_001) });
    },
  ],
  ["direct messages with a stranger", "user_not_found", (c) => c.conversations.open({ users: "U9" })],
  ["a Home for a stranger", "user_not_found", (c) => c.views.publish({ user_id: "U9", view: home("x") })],
  [
    "a Home with another hash",
    "hash_conflict",
    async (c) => {
      await c.views.publish({ user_id: PERSON, view: home("x") });
      return c.views.publish({ user_id: PERSON, view: home("y"), hash: "old" });
    },
  ],
  [
    "a view without a block",
    "invalid_arguments",
    (c) => c.views.publish({ user_id: PERSON, view: { type: "home", blocks: [] } }),
  ],
  [
    "an update of a view that is closed",
    "not_found",
    (c) => c.views.update({ view_id: "V9", view: modal("x") }),
  ],
  [
    "a trigger that was never given",
    "invalid_trigger_id",
    (c) => c.views.open({ trigger_id: "1.2.3", view: modal("x") }),
  ],
  [
    "a file without its scope",
    "missing_scope",
    (c) => c.files.getUploadURLExternal({ filename: "a.csv", length: 3 }),
  ],
  ["a method that is not there", "unknown_method", (c) => c.apiCall("chat.shout", {})],
  ["a wrong token", "invalid_auth", (_, slack) => clientOf(slack, "xoxb-else").auth.test()],
  ["no token", "invalid_auth", (_, slack) => clientOf(slack, "").auth.test()],
];

test.each(CALLS)("%s is refused with %s", async (_, error, call) => {
  const { slack, client } = await peopled();
  expect(await refusedWith(call(client, slack))).toBe(error);
});

test("somebody else's message is neither changed nor deleted", async () => {
  const { slack, client } = await peopled();
  await openBolt(slack, () => undefined);
  const { request } = await slack.mention(PERSON, "C1", "hello");
  const { ts } = (JSON.parse(request.body) as { event: { ts: string } }).event;
  expect(await refusedWith(client.chat.update({ channel: "C1", ts, text }))).toBe("cant_update_message");
  expect(await refusedWith(client.chat.delete({ channel: "C1", ts }))).toBe("cant_delete_message");
});

test("what is refused comes with its place", async () => {
  const { client } = await peopled();
  const call = client.chat.postMessage({ channel: "C1", text, blocks: [section("")] });
  await expect(call).rejects.toMatchObject({
    data: {
      response_metadata: { messages: [expect.stringContaining("[json-pointer:/blocks/0/text/text]")] },
    },
  });
});

test("an update with text alone leaves the blocks, and an empty list takes them away", async () => {
  const { slack, client } = await peopled();
  const { ts = "" } = await client.chat.postMessage({ channel: "C1", text, blocks: [section("Block")] });
  await client.chat.update({ channel: "C1", ts, text: "New" });
  expect(slack.channel("C1").map(slack.textOf)).toEqual(["Block"]);
  await client.chat.update({ channel: "C1", ts, text: "New", blocks: [] });
  expect(slack.channel("C1").map(slack.textOf)).toEqual(["New"]);
});

test("a call fails as often as it is told to, and then works", async () => {
  const { slack, client } = await peopled();
  const post = () => client.chat.postMessage({ channel: "C1", text });
  slack.refuseNext("chat.postMessage", { error: "internal_error", times: 2 });
  expect([await refusedWith(post()), await refusedWith(post())]).toEqual([
    "internal_error",
    "internal_error",
  ]);
  slack.refuseNext("chat.postMessage", { retryAfter: 7 });
  await expect(post()).rejects.toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 7 });
  slack.refuseNext("chat.postMessage", { status: 503 });
  await expect(post()).rejects.toMatchObject({ code: ErrorCode.HTTPError, statusCode: 503 });
  expect((await post()).ok).toBe(true);
  expect(slack.calls.map(({ method }) => method)).toEqual(Array(5).fill("chat.postMessage"));
  expect(slack.channel("C1")).toHaveLength(1);
});
