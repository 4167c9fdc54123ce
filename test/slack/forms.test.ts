import { describe, expect, test } from "vitest";
import { library } from "../channels/house.ts";
import { openApp, type SlackApp } from "./app.ts";
import { ANN, allText, calm, click, newest, say, whispered } from "./seen.ts";
import { textOf } from "./workspace/readable.ts";

/** Up to the question about practice. */
async function askedForPractice(app: SlackApp): Promise<void> {
  const answers = [
    "hello",
    "a college",
    "yes",
    "someone else",
    "yes",
    "lots of subjects",
    "full",
    "yes",
    "none",
  ];
  for (const words of answers) await say(app, words);
}

async function openForm(app: SlackApp): Promise<string> {
  await click(app, "Add one by form");
  return app.slack.modal(ANN)?.id ?? "";
}

describe("a form", () => {
  test("takes a whole practice entry, and the message it was opened from changes", async () => {
    const app = await openApp();
    await askedForPractice(app);
    const { ts } = newest(app);
    const form = await openForm(app);
    await app.slack.submit(ANN, form, { hours: "3", with: ["groups"], date: "2026-03-10" });
    await calm(app);
    expect(app.slack.modal(ANN)).toBeNull();
    expect(newest(app).ts).toBe(ts);
    expect(textOf(newest(app))).toContain("3 hours");
  });

  test("says beside each input what is wrong, keeps what was filled in, and then takes what is right", async () => {
    const app = await openApp();
    await askedForPractice(app);
    const form = await openForm(app);
    await app.slack.submit(ANN, form, { hours: "lots", date: "2031-01-01" });
    await calm(app);
    const { errors } = app.slack.modal(ANN) as { errors: Record<string, string> };
    expect(Object.keys(errors)).toEqual(["hours", "date"]);
    expect(errors.hours).toContain("I need one length of time");
    expect(allText(app)).not.toContain("I need one length of time");
    await app.slack.submit(ANN, form, { hours: "3", date: "2026-03-10" });
    await calm(app);
    expect(app.slack.modal(ANN)).toBeNull();
    expect(textOf(newest(app))).toContain("3 hours");
  });

  test("that says nothing at all says what an entry looks like", async () => {
    const app = await openApp();
    await askedForPractice(app);
    const form = await openForm(app);
    await app.slack.submit(ANN, form, {});
    const { errors } = app.slack.modal(ANN) as { errors: Record<string, string> };
    expect(Object.values(errors).join()).toContain("I could not make an entry of that");
  });

  test("of somebody else changes nothing", async () => {
    const app = await openApp();
    await askedForPractice(app);
    const form = await openForm(app);
    const shown = app.slack.modal(ANN);
    await app.slack.submit(ANN, form, { hours: "3", with: ["groups"], date: "2026-03-10" }, "U0BEN");
    await calm(app);
    expect(shown).not.toBeNull();
    expect(app.slack.modal(ANN)).toMatchObject({ errors: { hours: library.slack.form.late } });
    expect(textOf(newest(app))).not.toContain("3 hours");
  });

  test("that is sent twice counts once", async () => {
    const app = await openApp();
    await askedForPractice(app);
    const form = await openForm(app);
    const sent = await app.slack.submit(ANN, form, { hours: "3" });
    await calm(app);
    expect((await app.slack.resend(sent)).status).toBe(200);
    await calm(app);
    await say(app, "review");
    expect(allText(app).match(/3 hours/g)?.length).toBeGreaterThan(0);
    const home = await app.bot.home({ channel: "slack", tenant: app.slack.team, user: ANN });
    expect(home.told.find(({ question }) => question === "practice")?.answer).toBe("3 hours");
  });

  test("takes an answer in one's own words", async () => {
    const app = await openApp();
    await app.slack.command(ANN, "start", { channel: "C0STAFF" });
    await calm(app);
    await click(app, "Answer in my own words", whispered(app));
    await app.slack.submit(ANN, app.slack.modal(ANN)?.id ?? "", { words: "in a prison" });
    await calm(app);
    expect(textOf(whispered(app))).toContain("Where you work: A prison");
  });

  test("whose question was answered meanwhile changes nothing, and says so", async () => {
    const app = await openApp();
    await app.slack.command(ANN, "start", { channel: "C0STAFF" });
    await calm(app);
    await click(app, "Answer in my own words", whispered(app));
    const form = app.slack.modal(ANN)?.id ?? "";
    await say(app, "a college");
    await app.slack.submit(ANN, form, { words: "in a prison" });
    await calm(app);
    const { errors } = app.slack.modal(ANN) as { errors: Record<string, string> };
    expect(errors.words).toContain("no longer open");
    expect(allText(app)).not.toContain("Where you work: A prison");
  });

  test("that Slack does not open in time asks for another press", async () => {
    const app = await openApp();
    await askedForPractice(app);
    app.slack.refuseNext("views.open", { error: "expired_trigger_id" });
    await click(app, "Add one by form");
    expect(textOf(whispered(app))).toContain("Please press it again");
    expect(app.complaints.join()).toContain("expired_trigger_id");
  });
});
