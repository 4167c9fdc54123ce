import { describe, expect, test } from "vitest";
import { openApp } from "./app.ts";
import { ANN, allText, calm, click, hasButtons, newest, STAFF, say, whispered } from "./seen.ts";
import { buttonsOf, textOf } from "./workspace/readable.ts";

describe("in the direct message", () => {
  test("the conversation is one message that changes where it is clicked", async () => {
    const app = await openApp();
    await say(app, "hello");
    const first = newest(app);
    await click(app, "A college");
    expect(newest(app).ts).toBe(first.ts);
    expect(textOf(newest(app))).toContain("Where you work: A college.");
    expect(app.slack.seen(ANN)).toHaveLength(1);
  });

  test("typed words get a new message, and the one before has nothing to press any more", async () => {
    const app = await openApp();
    await say(app, "hello");
    await say(app, "a college");
    const [before, now] = app.slack.seen(ANN);
    expect(textOf(before as never)).toContain("Where do you work with learners?");
    expect(hasButtons(before as never)).toBe(false);
    expect(textOf(before as never)).not.toContain("A prison");
    expect(buttonsOf(now as never).map(({ text }) => text)).toContain("Yes");
  });

  test("words in a thread are answered in that thread", async () => {
    const app = await openApp();
    await say(app, "hello");
    const { ts } = newest(app);
    await app.slack.say(ANN, "a prison", { thread: ts });
    await calm(app);
    expect(newest(app).thread).toBe(ts);
  });

  test("a file is answered in words, since files are not read here", async () => {
    const app = await openApp();
    await app.slack.say(ANN, "", { subtype: "file_share", files: [{ name: "a.json", content: "{}" }] });
    await calm(app);
    expect(textOf(whispered(app))).toContain("I cannot open files here");
  });

  test("words that are changed afterwards are not heard again, and the person is told how to change an answer", async () => {
    const app = await openApp();
    await say(app, "hello");
    const sent = await say(app, "a college");
    const { ts } = (JSON.parse(sent.request.body) as { event: { ts: string } }).event;
    await app.slack.edit(ANN, ts, "a prison");
    await calm(app);
    expect(textOf(whispered(app))).toContain("To change an answer, say “change”");
  });

  test("the bot does not answer itself", async () => {
    const app = await openApp();
    await say(app, "hello");
    const calls = app.slack.calls.length;
    await app.slack.echo(newest(app));
    await calm(app);
    expect(app.slack.calls).toHaveLength(calls);
  });

  test("the record comes as a file where Slack lets it, and as text to copy where not", async () => {
    const withFiles = await openApp({ workspace: { scopes: ["files:write"] } });
    await say(withFiles, "hello");
    await say(withFiles, "export");
    expect(withFiles.slack.files(ANN).map(({ name }) => name)).toEqual([
      "signpost-record.json",
      "signpost-held.json",
    ]);
    const without = await openApp();
    await say(without, "hello");
    await say(without, "export");
    expect(allText(without)).toContain('"format": "signpost.record/1"');
    expect(allText(without)).toContain('"format": "signpost.held/1"');
  });
});

describe("by /signpost", () => {
  test("the reply is seen by the person alone, and no words at all ask for help", async () => {
    const app = await openApp();
    const sent = await app.slack.command(ANN, "", { channel: STAFF });
    await calm(app);
    expect(sent.status).toBe(200);
    expect(textOf(whispered(app))).toContain("back: one step back");
    expect(app.slack.channel(STAFF)).toEqual([]);
  });

  test("a click replaces the message that it was made on", async () => {
    const app = await openApp();
    await app.slack.command(ANN, "start", { channel: STAFF });
    await calm(app);
    await click(app, "A college", whispered(app));
    expect(app.slack.seen(ANN)).toHaveLength(1);
    expect(textOf(whispered(app))).toContain("Do you work directly with learners?");
  });

  test("a reply that comes too late for Slack's way to answer comes as a direct message", async () => {
    const app = await openApp();
    app.slack.refuseNext("response_url", { status: 404 });
    await app.slack.command(ANN, "start", { channel: STAFF });
    await calm(app);
    expect(newest(app).channel).toMatch(/^D/);
    expect(textOf(newest(app))).toContain("Where do you work with learners?");
  });

  test("what is only on one's own screen may be shown to all, after a second question and with one's name", async () => {
    const app = await openApp();
    await app.slack.command(ANN, "start", { channel: STAFF });
    await calm(app);
    expect(buttonsOf(whispered(app)).map(({ text }) => text)).not.toContain("Share here");
    await app.slack.command(ANN, "gaps", { channel: STAFF });
    await calm(app);
    const share = JSON.stringify(whispered(app).blocks.at(-1));
    expect(share).toContain("Everyone in this conversation will see this result");
    expect(app.slack.channel(STAFF)).toEqual([]);
    await click(app, "Share here", whispered(app));
    const [shared] = app.slack.channel(STAFF);
    expect(textOf(shared as never)).toContain("Your advice");
    expect(JSON.stringify(shared?.blocks)).toContain(ANN);
    expect(hasButtons(shared as never)).toBe(false);
    expect(textOf(shared as never)).not.toContain("Where do you work with learners?");
  });

  test("a result is shared once, and what could not be shared whole is not called private", async () => {
    const app = await openApp();
    await app.slack.command(ANN, "start", { channel: STAFF });
    await calm(app);
    await app.slack.command(ANN, "gaps", { channel: STAFF });
    await calm(app);
    const result = whispered(app);
    await Promise.all([
      app.slack.click(ANN, result, "Share here"),
      app.slack.click(ANN, result, "Share here"),
    ]);
    await calm(app);
    expect(app.slack.channel(STAFF)).toHaveLength(1);
    expect(textOf(whispered(app))).toContain("counted it once");
  });
});

describe("by a mention", () => {
  test("the reply is for the person alone, also in a thread", async () => {
    const app = await openApp();
    app.slack.join(STAFF, ANN, app.slack.botUserId);
    await app.slack.mention(ANN, STAFF, "start", { thread: "1795000000.000100" });
    await calm(app);
    expect(app.slack.channel(STAFF)).toEqual([]);
    expect(textOf(whispered(app))).toContain("Where do you work with learners?");
    expect(whispered(app).thread).toBe("1795000000.000100");
  });

  test("where the bot may not speak any more, the reply comes as a direct message", async () => {
    const app = await openApp();
    app.slack.refuseNext("chat.postEphemeral", { error: "not_in_channel" });
    await app.slack.mention(ANN, STAFF, "start");
    await calm(app);
    expect(textOf(newest(app))).toContain("Where do you work with learners?");
  });
});

describe("in the App Home", () => {
  test("somebody new reads what this is for and what is kept, and has one button", async () => {
    const app = await openApp();
    await app.slack.openHome(ANN, "home");
    await calm(app);
    const home = app.slack.home(ANN);
    expect(textOf(home as never)).toContain("Please do not name any learners");
    expect(buttonsOf(home as never).map(({ text }) => text)).toEqual(["Start"]);
  });

  test("it shows where the person stands and the open question, and hears the answer", async () => {
    const app = await openApp();
    await app.slack.openHome(ANN, "home");
    await calm(app);
    await app.slack.click(ANN, "home", "Start");
    await calm(app);
    await app.slack.click(ANN, "home", "A college");
    await calm(app);
    const text = textOf(app.slack.home(ANN) as never);
    expect(text).toContain("Do you work directly with learners?");
    expect(text).toContain("Your answers (1)");
    expect(text).toContain("Where you work: A college");
    expect(app.slack.seen(ANN)).toEqual([]);
  });

  test("an answer is changed from the list of answers", async () => {
    const app = await openApp();
    await say(app, "hello");
    await say(app, "a college");
    await app.slack.openHome(ANN, "home");
    await calm(app);
    await app.slack.click(ANN, "home", "Where you work");
    await calm(app);
    expect(textOf(app.slack.home(ANN) as never)).toContain("You can change that now");
    await app.slack.click(ANN, "home", "A prison");
    await calm(app);
    expect(textOf(app.slack.home(ANN) as never)).toContain("Where you work: A prison");
  });

  test("nothing is published for the Messages tab", async () => {
    const app = await openApp();
    await app.slack.openHome(ANN, "messages");
    await calm(app);
    expect(app.slack.home(ANN)).toBeNull();
  });
});

describe("by a shortcut", () => {
  test("the question waits in the direct message, and a small window says so", async () => {
    const app = await openApp();
    await app.slack.globalShortcut(ANN, "signpost_go");
    await calm(app);
    expect(textOf(app.slack.modal(ANN) as never)).toContain("Messages tab");
    expect(textOf(newest(app))).toContain("Where do you work with learners?");
  });

  test("a message is asked about in a form that holds its words", async () => {
    const app = await openApp();
    await app.slack.messageShortcut(ANN, "signpost_ask", STAFF, "do <b>volunteers</b> & trainees count?");
    await calm(app);
    const modal = app.slack.modal(ANN);
    expect(JSON.stringify(modal?.blocks)).toContain("do <b>volunteers</b> & trainees count?");
    await app.slack.submit(ANN, modal?.id ?? "");
    await calm(app);
    expect(app.slack.modal(ANN)).toBeNull();
    expect(textOf(newest(app))).toContain("In 2010 paid work, voluntary work and placements");
  });
});
