import { describe, expect, test } from "vitest";
import type { Bot } from "../../src/bot/bot.ts";
import { openApp, type SlackApp } from "./app.ts";
import { ANN, allText, calm, click, newest, STAFF, say, whispered } from "./seen.ts";
import { textOf } from "./workspace/readable.ts";

const JSON_BODY = JSON.stringify({ type: "event_callback", event: { type: "message" } });

describe("a request", () => {
  const seconds = () => Math.floor(Date.now() / 1_000);
  test.each([
    ["without a signature", { body: JSON_BODY, sign: false }, 401],
    [
      "with a signature of something else",
      { body: JSON_BODY, headers: { "x-slack-signature": "v0=00" } },
      401,
    ],
    ["of six minutes ago", { body: JSON_BODY, timestamp: seconds() - 360 }, 401],
    ["of six minutes from now", { body: JSON_BODY, timestamp: seconds() + 360 }, 401],
    ["with a body of over a megabyte", { body: `{"a":"${"x".repeat(1_100_000)}"}` }, 413],
    ["whose JSON is broken", { body: '{"type":' }, 400],
    ["that is the word null", { body: "null" }, 400],
    [
      "whose payload is the word null",
      { body: "payload=null", headers: { "content-type": "application/x-www-form-urlencoded" } },
      400,
    ],
    ["with an empty body", { body: "" }, 400],
    [
      "for a kind of event that nobody asked for",
      { body: '{"type":"event_callback","team_id":"T0ACADEMY","event":{"type":"reaction_added"}}' },
      200,
    ],
    [
      "for a message without a shape",
      { body: '{"type":"event_callback","team_id":"T0ACADEMY","event":{"type":"message"}}' },
      200,
    ],
    [
      "for a kind of request that nobody knows",
      { body: '{"type":"dialog_submission","team":{"id":"T0ACADEMY"},"user":{"id":"U1"}}' },
      200,
    ],
    [
      "that says that Slack sends no more for a while",
      { body: '{"type":"app_rate_limited","team_id":"T0ACADEMY"}' },
      200,
    ],
    [
      "whose payload hides behind another field",
      { body: "{&payload=null", headers: { "content-type": "application/x-www-form-urlencoded" } },
      400,
    ],
    ["to another spelling of the address", { path: "/slack/%65vents", body: JSON_BODY }, 404],
    [
      "for a message in a channel, where others would read the reply",
      {
        body: '{"type":"event_callback","event_id":"Ev1","team_id":"T0ACADEMY","event":{"type":"message","channel":"C1","channel_type":"channel","user":"U0ANN","text":"review","ts":"1.1"}}',
      },
      200,
    ],
    [
      "that names no workspace",
      {
        body: '{"type":"event_callback","event_id":"Ev1","event":{"type":"message","channel":"D1","channel_type":"im","user":"U0ANN","text":"hi","ts":"1.1"}}',
      },
      200,
    ],
    ["for a click without a user", { body: '{"type":"block_actions","actions":[{"action_id":"x"}]}' }, 400],
  ])("%s is answered with its status, and counted", async (_, raw, status) => {
    const app = await openApp();
    expect((await app.slack.send(raw)).status).toBe(status);
    expect(app.counted).toContain(String(status));
    expect(app.slack.seen(ANN)).toEqual([]);
  });
});

describe("what is sent again", () => {
  test("is heard once, however often Slack sends it", async () => {
    const app = await openApp();
    await say(app, "hello");
    const sent = await say(app, "a college");
    for (const number of [1, 2, 3]) {
      const again = await app.slack.resend(sent, { number, reason: "http_timeout" });
      expect(again.status).toBe(200);
    }
    await calm(app);
    expect(app.slack.seen(ANN)).toHaveLength(2);
    expect(app.counted.filter((outcome) => outcome === "again")).toHaveLength(3);
  });

  test("as a click is counted once, and the person is told", async () => {
    const app = await openApp();
    await say(app, "hello");
    const before = newest(app);
    await Promise.all([app.slack.click(ANN, before, "A college"), app.slack.click(ANN, before, "A college")]);
    await calm(app);
    expect(textOf(whispered(app))).toContain("counted it once");
    expect(textOf(newest(app))).toContain("Do you work directly with learners?");
  });
});

describe("a click", () => {
  test("on a question that was answered since changes that answer and says where we are", async () => {
    const app = await openApp();
    await say(app, "hello");
    const old = newest(app);
    await say(app, "a college");
    await app.slack.click(ANN, old, "A prison");
    await calm(app);
    expect(textOf(newest(app))).toContain("Where you work: A prison.");
    expect(textOf(newest(app))).toContain("Do you work directly with learners?");
  });

  test("by somebody else changes nothing, and they are told how to begin their own", async () => {
    const app = await openApp();
    await say(app, "hello");
    const anns = newest(app);
    const body = (await app.slack.click(ANN, anns, "Why do you ask?")).request.body;
    const theirs = body.replaceAll(encodeURIComponent(`"id":"${ANN}"`), encodeURIComponent('"id":"U0BOB"'));
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await app.slack.send({ body: theirs, headers })).status).toBe(200);
    await calm(app);
    expect(app.counted).toContain("foreign");
    expect(JSON.stringify(app.slack.calls.at(-1))).toContain("put to somebody else");
  });

  test.each([
    ["a button that no version knew", "dance", "1|1|U0ANN|setting"],
    ["a button from before an upgrade", "choose:0", "setting-block"],
  ])("on %s is explained, and the person sees where they are", async (_, action, block) => {
    const app = await openApp();
    await say(app, "hello");
    await clickOn(app, { action_id: action, block_id: block, value: "fe-college" });
    expect(textOf(whispered(app))).toContain("I do not know that button any more");
    expect(textOf(newest(app))).toContain("Where do you work with learners?");
    expect(app.counted).toContain("old");
  });

  test("on a question or an answer that is no longer there says that nothing was changed", async () => {
    const app = await openApp();
    await say(app, "hello");
    await clickOn(app, { action_id: "choose:0", block_id: `1|9|${ANN}|gone`, value: "fe-college" });
    expect(textOf(newest(app))).toContain("I changed nothing");
  });

  test("on words about the open question, under a question that is no longer open, changes nothing and says so", async () => {
    const app = await openApp();
    await app.slack.command(ANN, "start", { channel: STAFF });
    await calm(app);
    const first = whispered(app);
    await app.slack.command(ANN, "a college", { channel: STAFF });
    await calm(app);
    await click(app, "I am not sure", first);
    expect(allText(app)).toContain("That question is no longer open");
    const { told } = await app.bot.home({ channel: "slack", tenant: app.slack.team, user: ANN });
    expect(told.map(({ question }) => question)).toEqual(["setting"]);
  });

  test("on two drawings that happen to have one number counts twice", async () => {
    const app = await openApp();
    await app.slack.command(ANN, "start", { channel: STAFF });
    await calm(app);
    app.slack.refuseNext("response_url", { status: 404 });
    await app.slack.command(ANN, "a college", { channel: STAFF });
    await calm(app);
    const fallen = newest(app);
    await say(app, "why");
    await say(app, "why");
    await click(app, "Why do you ask?");
    await app.slack.click(ANN, fallen, "Why do you ask?");
    await calm(app);
    expect(app.counted).not.toContain("again");
  });
});

/** A click on the newest message, on a button of one's own making. */
async function clickOn(app: SlackApp, action: Readonly<Record<string, string>>): Promise<void> {
  const { request } = await app.slack.click(ANN, newest(app), "Why do you ask?");
  await calm(app);
  const payload = JSON.parse(new URLSearchParams(request.body).get("payload") ?? "");
  payload.actions = [{ ...payload.actions[0], ...action }];
  payload.container.message_ts = newest(app).ts;
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  expect((await app.slack.send({ body, headers })).status).toBe(200);
  await calm(app);
}

describe("words", () => {
  test("of 12,000 characters are answered with a sentence", async () => {
    const app = await openApp();
    await say(app, "hello");
    await say(app, "college ".repeat(1_500));
    expect(textOf(newest(app))).toContain("characters; I read up to 4000");
  });

  test.each([
    [":+1:", "I could not read any words in that"],
    ["*a college*", "Where you work: A college"],
    ["_in a_ `prison` please", "Where you work: A prison"],
    ["a college :tada: with @U0BOB1", "Where you work: A college"],
    ["<!channel> a college", "Where you work: A college"],
    ["a college & <b>more</b>", "Where you work: A college"],
  ])("%s are read as they were meant", async (words, heard) => {
    const app = await openApp();
    await say(app, "hello");
    await say(app, words);
    expect(textOf(newest(app))).toContain(heard);
  });

  test("with marks come back as they were typed, and call nobody", async () => {
    const app = await openApp();
    await say(app, "hello");
    await say(app, "change <!channel> *bold* <https://evil.example|here> & <@U0BOB>");
    const { text } = newest(app);
    expect(text).not.toMatch(/<[!@h]/);
    expect(app.slack.channel(STAFF)).toEqual([]);
  });
});

describe("where the app is not installed", () => {
  const nowhere = { installations: () => ({ find: async () => null, remove: async () => undefined }) };

  test("a command and a click are told so, and an event is taken without a word", async () => {
    const app = await openApp(nowhere);
    const { status, body } = await app.slack.command(ANN, "start", { channel: STAFF });
    expect(status).toBe(200);
    expect(body).toContain("not installed in this workspace");
    expect((await app.slack.say(ANN, "hello")).status).toBe(200);
    expect(app.counted.filter((outcome) => outcome === "not-installed")).toHaveLength(2);
    expect(app.slack.calls).toEqual([]);
  });
});

describe("an app that is removed", () => {
  test("is removed up to the second of the event, so that one that comes late leaves a newer installation", async () => {
    const removed: unknown[] = [];
    const app = await openApp({
      installations: (one) => ({
        ...one,
        remove: async (...given) => {
          removed.push(given);
        },
      }),
    });
    const before = Date.now();
    await app.slack.uninstall();
    await app.slack.revokeTokens();
    expect(removed).toHaveLength(2);
    const [tenant, until] = removed[0] as [string, string];
    expect(tenant).toBe(app.slack.team);
    expect(Math.abs(Date.parse(until) - before)).toBeLessThan(5_000);
  });
});

describe("while the database is away", () => {
  let isAway = false;
  const away = (bot: Bot): Bot => ({
    ...bot,
    receive: (turn) => (isAway ? Promise.reject(new Error("the database is away")) : bot.receive(turn)),
  });

  async function openAway(): Promise<SlackApp> {
    isAway = false;
    const app = await openApp({ bot: away });
    await say(app, "hello");
    isAway = true;
    return app;
  }

  test("a message is not acknowledged, the person is told once that it is tried again, and then it is heard", async () => {
    const app = await openAway();
    const sent = await say(app, "a college");
    expect(sent.status).toBe(503);
    expect(textOf(whispered(app))).toContain("I try again by myself. Quote TURN1");
    await app.slack.resend(sent, { number: 1, reason: "http_error" });
    await calm(app);
    expect(app.slack.seen(ANN).filter(({ isEphemeral }) => isEphemeral)).toHaveLength(1);
    isAway = false;
    expect((await app.slack.resend(sent, { number: 2, reason: "http_error" })).status).toBe(200);
    await calm(app);
    expect(textOf(newest(app))).toContain("Where you work: A college.");
    expect(app.complaints[0]).toContain("fault TURN1");
  });

  test("a message that is not heard the last time either asks to be said again", async () => {
    const app = await openAway();
    const sent = await say(app, "a college");
    await app.slack.resend(sent, { number: 3, reason: "http_error" });
    await calm(app);
    expect(textOf(whispered(app))).toContain("Please say it again, and quote");
  });

  test("a command, a click and a form say so where they were made, and nothing is lost of what was said before", async () => {
    const app = await openAway();
    const { status, body } = await app.slack.command(ANN, "gaps", { channel: STAFF });
    expect(status).toBe(200);
    expect(body).toContain("Something went wrong on our side");
    await click(app, "A college");
    expect(textOf(whispered(app))).toContain("Something went wrong on our side");
    isAway = false;
    await click(app, "A college");
    expect(textOf(newest(app))).toContain("Where you work: A college.");
    expect(allText(app)).not.toContain("counted it once");
  });
});
