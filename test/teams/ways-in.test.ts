/** Every way in which people reach Signpost in Teams, over HTTP, with what they see then. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openApp } from "./app.ts";
import { ANN, allText, buttonsOf, calm, newest, press, say } from "./seen.ts";

describe("an installation", () => {
  test("for oneself is welcomed exactly once, with what it is for, what can be said and a way on", async () => {
    const app = await openApp();
    await app.teams.install(ANN);
    await calm(app);
    expect(app.teams.seen(ANN)).toHaveLength(1);
    expect(allText(app)).toContain("forget me");
    expect(buttonsOf(newest(app))).toEqual(["Start", "What can I say?"]);
  });

  test("that Teams reports again is not welcomed again", async () => {
    const app = await openApp();
    const sent = await app.teams.install(ANN);
    await calm(app);
    await app.teams.resend(sent);
    await calm(app);
    expect(app.teams.seen(ANN)).toHaveLength(1);
  });

  test("after an uninstallation is welcomed anew", async () => {
    const app = await openApp();
    await app.teams.install(ANN);
    await calm(app);
    await app.teams.uninstall(ANN);
    await app.teams.install(ANN);
    await calm(app);
    expect(app.teams.seen(ANN)).toHaveLength(2);
  });

  test.each(["group", "channel"])(
    "in a %s introduces itself once to all, and writes to nobody",
    async (kind) => {
      const app = await openApp();
      const { teams } = app;
      const place = kind === "group" ? teams.group("Team", [ANN]) : teams.channel("Team", "General", [ANN]);
      await teams.install(place);
      await calm(app);
      expect(teams.seen(ANN, place)).toHaveLength(1);
      expect(teams.seen(ANN)).toHaveLength(0);
    },
  );
});

test("who has taken Signpost away is not written to, until they write again", async () => {
  const app = await openApp();
  const { teams } = app;
  const group = teams.group("Team", [ANN]);
  await say(app, "start");
  const removed = await teams.uninstall(ANN);
  const activity = JSON.parse(removed.request.body) as Record<string, unknown>;
  await teams.raw({ ...activity, type: "conversationUpdate", membersRemoved: [{ id: "28:bot" }] } as never);
  await say(app, "college", group);
  const tried = teams.connector.requests.filter(
    ({ errand, conversation }) => errand === "send" && conversation === "a:ann",
  );
  expect(tried).toHaveLength(1);
  expect(allText(app, group)).toContain("Please add Signpost for yourself");
  await teams.install(ANN);
  await say(app, "resume");
  expect(allText(app)).toContain("Do you work directly with learners?");
});

describe("what is typed in one's own chat", () => {
  test("leads to a question that can be answered by typing and by pressing", async () => {
    const app = await openApp();
    await say(app, "hello");
    await press(app, "Send", { answer: "fe-college" });
    expect(allText(app)).toContain("Where you work: A college.");
    await say(app, "yes");
    expect(allText(app)).toContain("Working directly with learners: Yes.");
  });

  test("closes the card before, so that only the newest can be pressed", async () => {
    const app = await openApp();
    await say(app, "hello");
    await say(app, "college");
    const [first, second] = app.teams.seen(ANN);
    expect(first && buttonsOf(first)).toEqual([]);
    expect(second && buttonsOf(second)).toContain("Yes");
  });

  test("is heard once, though Teams sends it again", async () => {
    const app = await openApp();
    const sent = await say(app, "hello");
    await app.teams.resend(sent);
    await calm(app);
    expect(app.teams.seen(ANN)).toHaveLength(1);
    expect(app.counted).toContain("again");
  });

  test("shows after a moment that an answer is coming, and only then", async () => {
    const app = await openApp();
    const { teams } = app;
    await say(app, "hello");
    app.moment();
    await app.settled();
    expect(teams.typing(teams.personal(ANN).id)).toHaveLength(0);
    const slow = await openApp({
      bot: (bot) => ({
        ...bot,
        receive: async (turn) => {
          slow.moment();
          await slow.channel.settled();
          return bot.receive(turn);
        },
      }),
    });
    const typed: unknown[] = [];
    await slow.teams.say(ANN, "hello");
    typed.push(
      ...slow.teams.connector.requests.filter(({ body }) => (body as { type?: string }).type === "typing"),
    );
    await slow.settled();
    expect(typed).toHaveLength(1);
  });

  test("that went wrong on our side is answered with a calm sentence to quote", async () => {
    const app = await openApp({
      bot: (bot) => ({ ...bot, receive: () => Promise.reject(new Error("no database")) }),
    });
    expect((await say(app, "hello")).status).toBe(200);
    expect(allText(app)).toMatch(/Something went wrong on our side.*TURN1/);
    expect(allText(app)).not.toContain("database");
  });

  test.each([
    ["nothing but a picture", "🙂", "could not read any words"],
    ["markup", "<b>somewhere</b> & *more*", "did not find"],
    ["a very long text", "x".repeat(5_000), "5000 characters"],
    ["signs for text", "a&nbsp;college", "Where you work: A college"],
  ])("may be %s", async (_, words, hears) => {
    const app = await openApp();
    await say(app, "start");
    await say(app, words);
    expect(allText(app)).toContain(hears);
    expect(app.complaints).toEqual([]);
  });

  test("gets guidance, whatever it is, and never an error", { timeout: 60_000 }, async () => {
    const app = await openApp();
    await say(app, "start");
    const texts = fc.sample(fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), {
      numRuns: 200,
      seed: 2010,
    });
    for (const text of texts) {
      expect((await say(app, text)).status).toBe(200);
      // Every reply offers a way on.
      expect(buttonsOf(newest(app)).length).toBeGreaterThan(1);
    }
    expect(app.complaints).toEqual([]);
  });

  test("and is edited afterwards is not read again, which is said", async () => {
    const app = await openApp();
    const sent = await say(app, "hello");
    const activity = JSON.parse(sent.request.body) as Record<string, unknown>;
    await app.teams.raw({ ...activity, type: "messageUpdate", text: "start" } as never);
    await calm(app);
    expect(allText(app)).toContain("I read a message once");
  });
});

describe.each(["group", "channel"])("a mention in a %s", (kind) => {
  async function among() {
    const app = await openApp();
    const { teams } = app;
    teams.personal(ANN);
    const place =
      kind === "group" ? teams.group("Team", [ANN, "bob"]) : teams.channel("Team", "General", [ANN, "bob"]);
    return { app, place };
  }

  test("is answered in the person's own chat, and there others read only that it was", async () => {
    const { app, place } = await among();
    await say(app, "start", place);
    expect(allText(app)).toContain("Where do you work");
    expect(allText(app, place, "bob")).toBe(
      "I have answered in your own chat with me, so that nobody else reads it here.",
    );
    expect(app.teams.seen("bob")).toHaveLength(0);
  });

  test("with the word for help, or alone, is answered there without anything of the person", async () => {
    const { app, place } = await among();
    await say(app, "help", place);
    expect(allText(app, place)).toContain("back: one step back");
    expect(app.teams.seen(ANN)).toHaveLength(0);
  });

  test("opens the person's own chat, where Teams lets it", async () => {
    const { app, place } = await among();
    await say(app, "start", place);
    await say(app, "college", place);
    expect(app.teams.connector.requests.filter(({ errand }) => errand === "create")).toHaveLength(1);
    expect(allText(app)).toContain("Where you work: A college");
  });

  test("of somebody who has not added Signpost says there what to do, and keeps what was said", async () => {
    const app = await openApp();
    const { teams } = app;
    const place = kind === "group" ? teams.group("Team", [ANN]) : teams.channel("Team", "General", [ANN]);
    await say(app, "start", place);
    expect(allText(app, place)).toContain("Please add Signpost for yourself");
    await say(app, "college");
    expect(allText(app)).toContain("Where you work: A college");
  });

  test("may press Start in the introduction, and goes on in the own chat", async () => {
    const { app, place } = await among();
    await app.teams.install(place);
    await calm(app);
    await press(app, "Start", {}, newest(app, place));
    expect(app.teams.notices(ANN).join()).toContain("your own chat");
    expect(allText(app)).toContain("Where do you work");
  });
});
