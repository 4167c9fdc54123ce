import { describe, expect, test } from "vitest";
import { openApp } from "./app.ts";
import { ANN, calm, click, newest, STAFF, say, whispered } from "./seen.ts";
import { textOf } from "./workspace/readable.ts";

function posts({ slack }: Awaited<ReturnType<typeof openApp>>, method = "chat.postMessage") {
  return slack.calls.filter((call) => call.method === method);
}

describe("a reply", () => {
  test("waits as long as Slack asks, then arrives, and what comes after it waits too", async () => {
    const app = await openApp();
    app.slack.refuseNext("chat.postMessage", { retryAfter: 30 });
    await app.slack.say(ANN, "hello");
    await app.settled();
    app.pass(20);
    await app.slack.say(ANN, "a college");
    await app.settled();
    expect(app.slack.seen(ANN)).toEqual([]);
    app.pass(15);
    await app.settled();
    await calm(app);
    expect(app.slack.seen(ANN).map(textOf).join()).toMatch(/Hello[\s\S]*Where you work: A college/);
    expect(posts(app)).toHaveLength(3);
  });

  test("arrives once Slack is back", async () => {
    const app = await openApp();
    app.slack.refuseNext("chat.postMessage", { status: 503 });
    await app.slack.say(ANN, "hello");
    await app.settled();
    expect(app.slack.seen(ANN)).toEqual([]);
    await calm(app);
    expect(textOf(newest(app))).toContain("Hello");
  });

  test("goes as words where Slack refuses its blocks, and whoever runs the program hears where", async () => {
    const app = await openApp();
    const messages = ["[ERROR] no [json-pointer:/blocks/0]"];
    app.slack.refuseNext("chat.postMessage", { error: "invalid_blocks", messages });
    await say(app, "hello");
    const shown = newest(app);
    expect(shown.blocks).toEqual([]);
    expect(textOf(shown)).toContain("Where do you work with learners?");
    expect(textOf(shown)).toContain("- A college");
    expect(app.complaints.join()).toContain("json-pointer:/blocks/0");
    expect(app.counted).toContain("refused-blocks");
  });

  test("is posted anew where the message to change is gone", async () => {
    const app = await openApp();
    await say(app, "hello");
    app.slack.refuseNext("chat.update", { error: "message_not_found" });
    await click(app, "A college");
    expect(app.slack.seen(ANN)).toHaveLength(2);
    expect(textOf(newest(app))).toContain("Where you work: A college.");
  });

  test("is given up at once for somebody who removed the app", async () => {
    const app = await openApp();
    app.slack.refuseNext("chat.postMessage", { error: "account_inactive" });
    await say(app, "hello");
    expect(app.complaints.join()).toContain("was given up: account_inactive");
  });

  test("is at most one message a second, but for a few at once", async () => {
    const app = await openApp();
    for (const words of ["hello", "help", "help", "help", "help"]) await app.slack.say(ANN, words);
    await app.settled();
    expect(posts(app)).toHaveLength(3);
    for (let second = 0; second < 6; second += 1) await calm(app);
    expect(posts(app)).toHaveLength(5);
  });

  test("answers a command five times at most by Slack's own way, and then directly", async () => {
    const app = await openApp();
    const sent = await app.slack.command(ANN, "start", { channel: STAFF });
    await calm(app);
    const url = new URLSearchParams(sent.request.body).get("response_url") ?? "";
    for (let use = 1; use < 5; use += 1) await fetch(url, { method: "POST", body: '{"text":"used"}' });
    await app.slack.command(ANN, "help", { channel: STAFF });
    await calm(app);
    expect(textOf(whispered(app))).toContain("back: one step back");
  });

  test("of many pages arrives page by page, each once, also where Slack fails between two", async () => {
    const app = await openApp();
    const record = {
      format: "signpost.record/1",
      edition: "lluk-2010",
      role: {
        setting: "fe-college",
        worksDirectlyWithLearners: true,
        directed: true,
        leadsTheLearning: false,
        promotesIndependence: true,
        supports: "lln",
        areas: ["numeracy"],
        wantsToSpecialise: true,
        aim: "full",
      },
      skills: { english: { level: 2 }, maths: { level: 2 } },
      units: [],
      practice: [],
      observations: [],
    };
    const from = { channel: "slack", tenant: app.slack.team, user: ANN };
    const begun = await app.bot.receive({
      id: "begin",
      from,
      conversation: "besides",
      said: { file: JSON.stringify(record) },
    });
    await app.bot.delivered(begun);
    await say(app, "hello");
    const before = app.slack.seen(ANN).length;
    // The pace lets three messages through at once: the second page has to wait, and then Slack is away.
    await app.slack.say(ANN, "help");
    await app.slack.say(ANN, "help");
    await app.slack.say(ANN, "gaps");
    await app.settled();
    expect(app.slack.seen(ANN).map(textOf).join()).toContain("Your advice");
    expect(app.slack.seen(ANN).map(textOf).join()).not.toContain("Source:");
    app.slack.refuseNext("chat.postMessage", { status: 503 });
    for (let tries = 0; tries < 4; tries += 1) await calm(app);
    const texts = app.slack.seen(ANN).slice(before).map(textOf);
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.filter((text) => text.includes("Your advice"))).toHaveLength(1);
    expect(texts.join("\n").match(/Source:/g)).toHaveLength(1);
  });

  test("goes where its own turn was made, also where it had to wait while something else was said", async () => {
    const app = await openApp();
    await say(app, "hello");
    const first = newest(app);
    app.slack.refuseNext("chat.postMessage", { retryAfter: 20 });
    await app.slack.say(ANN, "help");
    await app.settled();
    await app.slack.click(ANN, first, "A college");
    await app.settled();
    app.pass(30);
    await app.settled();
    await calm(app);
    const texts = app.slack.seen(ANN).map(textOf);
    expect(texts.filter((text) => text.includes("back: one step back"))).toHaveLength(1);
    expect(texts.join()).toContain("Where you work: A college.");
  });

  test("that is a long record arrives page by page where Slack takes no files, and the next reply after it", async () => {
    const app = await openApp();
    const practice = Array.from({ length: 90 }, () => ({
      hours: 1,
      area: "general",
      with: ["groups"],
      date: "2026-03-10",
    }));
    const record = { format: "signpost.record/1", edition: "lluk-2010", practice };
    const from = { channel: "slack", tenant: app.slack.team, user: ANN };
    const said = { file: JSON.stringify(record) };
    await app.bot.delivered(await app.bot.receive({ id: "begin", from, conversation: "besides", said }));
    await app.slack.say(ANN, "export");
    await app.slack.say(ANN, "why");
    for (let tries = 0; tries < 12; tries += 1) await calm(app);
    const texts = app.slack.seen(ANN).map(textOf);
    expect(texts.length).toBeGreaterThan(4);
    expect(texts.filter((text) => text.includes("signpost-record.json"))).toHaveLength(1);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test("of many pages that goes to the direct message instead arrives there whole, each page once", async () => {
    const app = await openApp();
    await app.slack.command(ANN, "start", { channel: STAFF });
    await calm(app);
    const parts = Array.from({ length: 6 }, (_, page) => ({
      kind: "text" as const,
      text: `page ${page} ${"word ".repeat(500)}`,
    }));
    const letter = {
      tenant: app.slack.team,
      conversation: `${ANN}@${STAFF}`,
      id: "x#9",
      number: 9,
      reply: { parts, prompt: null, isFarewell: true },
    };
    const respond = { url: `${app.slack.apiUrl}nowhere`, until: Date.now() + 60_000 };
    const reference = {
      kind: "ephemeral",
      user: ANN,
      channel: STAFF,
      thread: null,
      respond,
      isReplacing: false,
    };
    let before: unknown = null;
    for (let tries = 0; tries < 12; tries += 1) {
      const outcome = await app.channel.deliver(
        { ...letter, reference, before },
        new AbortController().signal,
      );
      if (outcome.kind === "delivered") break;
      before = "message" in outcome ? (outcome.message ?? before) : before;
      app.pass(5);
    }
    const texts = app.slack
      .seen(ANN)
      .filter(({ isEphemeral }) => !isEphemeral)
      .map(textOf);
    for (let page = 0; page < 6; page += 1)
      expect(texts.filter((text) => text.includes(`page ${page} `))).toHaveLength(1);
  });

  test("stops between two pages when it is asked to, and says how far it got", async () => {
    const app = await openApp();
    await say(app, "hello");
    const parts = Array.from({ length: 3 }, (_, page) => ({
      kind: "text" as const,
      text: `page ${page} ${"word ".repeat(500)}`,
    }));
    const reply = { parts, prompt: null, isFarewell: true as const };
    const reference = { kind: "direct", user: ANN, channel: null, thread: null, clicked: null };
    const letter = {
      tenant: app.slack.team,
      conversation: ANN,
      id: "x#9",
      number: 9,
      reply,
      reference,
      before: null,
    };
    const outcome = await app.channel.deliver(letter, AbortSignal.abort());
    expect(outcome).toMatchObject({ kind: "later", isHeld: true });
  });

  test("leaves the message of a record as it was, without the record in it", async () => {
    const app = await openApp({ workspace: { scopes: ["files:write"] } });
    await say(app, "hello");
    await say(app, "export");
    await say(app, "help");
    expect(app.slack.seen(ANN).map(textOf).join()).not.toContain("signpost.record/1");
  });
});
