/** The stand-in speaks as Bolt understands, and shows what Bolt answers as a person would see it. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { modal, openBolt, openSlack, PERSON, plain, section } from "./bolt.ts";

describe("what people say", () => {
  test("words come escaped, with the bot's answer in the direct messages", async () => {
    const slack = await openSlack();
    await openBolt(slack, (app) =>
      app.message(async ({ say, message }) => void (await say(textIn(message)))),
    );
    const sent = await slack.say(PERSON, "R&D <3");
    expect(sent.status).toBe(200);
    const answer = await slack.until(() => slack.seen(PERSON)[0]);
    expect(answer.text).toBe("R&amp;D &lt;3");
    expect(slack.textOf(answer)).toBe("R&D <3");
  });

  test("a thread, a file and an edit come as Slack tells them", async () => {
    const slack = await openSlack({ scopes: ["files:read"] });
    const heard: unknown[] = [];
    await openBolt(slack, (app) => app.event("message", async ({ event }) => void heard.push(event)));
    const first = await slack.say(PERSON, "one");
    const { event } = z.object({ event: z.object({ ts: z.string() }) }).parse(JSON.parse(first.request.body));
    await slack.say(PERSON, "two", { thread: event.ts, files: [{ name: "record.json", content: "{}" }] });
    await slack.edit(PERSON, event.ts, "uno");
    expect(heard).toMatchObject([
      { text: "one", channel_type: "im", user: PERSON },
      { text: "two", thread_ts: event.ts, subtype: "file_share", files: [{ name: "record.json" }] },
      { subtype: "message_changed", message: { text: "uno" }, previous_message: { text: "one" } },
    ]);
    const [, shared] = z
      .array(z.looseObject({ files: z.array(z.object({ url_private: z.string() })).optional() }))
      .parse(heard);
    const read = async (token: string) =>
      (
        await fetch(shared?.files?.[0]?.url_private ?? "", { headers: { authorization: `Bearer ${token}` } })
      ).text();
    expect(await read(slack.token)).toBe("{}");
    expect(await read("xoxb-else")).toContain("Sign in");
  });

  test("a mention is answered in its thread, for all in the channel to see", async () => {
    const slack = await openSlack();
    await openBolt(slack, (app) =>
      app.event(
        "app_mention",
        async ({ event, say }) => void (await say({ text: "Hello", thread_ts: event.ts })),
      ),
    );
    await slack.mention(PERSON, "C1", "hello");
    const answer = await slack.until(() => slack.channel("C1")[0]);
    expect(answer).toMatchObject({ text: "Hello", channel: "C1", isEphemeral: false });
    expect(answer.thread).not.toBeNull();
    expect(slack.seen(PERSON)).toEqual([]);
  });

  test("Slack sends no mention from a channel that the bot is not in", async () => {
    const slack = await openSlack();
    slack.join("C1", PERSON);
    await expect(slack.mention(PERSON, "C1", "hello")).rejects.toThrow("not in C1");
  });
});

describe("commands and shortcuts", () => {
  test("a command's answer is shown to the one who gave it, and to no other", async () => {
    const slack = await openSlack();
    await openBolt(slack, (app) =>
      app.command("/signpost", async ({ ack, command, respond }) => {
        await ack("At once");
        await respond({ text: `Later: ${command.text}` });
      }),
    );
    slack.join("C1", PERSON, "U0KIM");
    await slack.command(PERSON, "team @U0KIM", { channel: "C1" });
    await slack.until(() => slack.seen(PERSON).length === 2);
    expect(slack.seen(PERSON)).toMatchObject([
      { text: "At once", isEphemeral: true, channel: "C1" },
      { text: "Later: team <@U0KIM|u0kim>", isEphemeral: true, channel: "C1" },
    ]);
    expect([slack.seen("U0KIM"), slack.channel("C1")]).toEqual([[], []]);
  });

  test("an answer with a fault in it is not shown, and the person is told of trouble", async () => {
    const slack = await openSlack();
    await openBolt(slack, (app) =>
      app.command("/signpost", async ({ ack }) => ack({ text: "x", blocks: [section("")] })),
    );
    const sent = await slack.command(PERSON, "help");
    expect(sent.trouble).toContain("/blocks/0/text/text");
    expect(slack.seen(PERSON)).toEqual([]);
  });

  test("shortcuts bring a trigger, and the one on a message its words", async () => {
    const slack = await openSlack();
    await openBolt(slack, (app) => {
      app.shortcut("start", async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: modal("Started") });
      });
      app.shortcut("ask", async ({ ack, shortcut, respond }) => {
        await ack();
        await respond({ text: shortcut.type === "message_action" ? (shortcut.message.text ?? "") : "" });
      });
    });
    await slack.globalShortcut(PERSON, "start");
    expect((await slack.until(() => slack.modal(PERSON))).title).toEqual(plain("Started"));
    await slack.messageShortcut(PERSON, "ask", "C1", "Do hours count?");
    expect((await slack.until(() => slack.seen(PERSON)[0])).text).toBe("Do hours count?");
  });
});

function textIn(message: object): string {
  return "text" in message && typeof message.text === "string" ? message.text : "";
}
