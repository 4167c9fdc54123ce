/** How the newest reply is seen in Slack: the very payload, drawn, with its JSON. */
import { fastify } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bot } from "../../src/bot/bot.ts";
import { messagesOf, messagesWith } from "../../src/channels/slack/message.ts";
import { registerPage } from "../../src/channels/web/web.ts";
import type { Preview } from "../../src/chat/preview.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { openLibrary } from "../../src/content/library.ts";
import { BLOCKS, channelOf, ILL } from "./blocks.ts";
import { TO_THE_ADVICE, TO_THE_UNITS } from "./interview.ts";
import { ALL_PARTS, drawingWith } from "./parts.ts";
import { type Program, startProgram } from "./program.ts";
import { answer, newVisitor, type Page, type Visitor, wordsOf } from "./visitor.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const { slack } = openLibrary(ROOT);
const DRAWING = { version: "0", owner: "preview", words: slack, canType: true, hasStarted: true };

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

/** The page as it shows this channel, over a conversation in which something was said. */
async function seenIn(preview: Preview): Promise<Page> {
  const { home, exchanges, words } = drawingWith(ALL_PARTS);
  const bot = { home: async () => home, transcript: async () => exchanges } as unknown as Bot;
  const server = fastify();
  await registerPage(server as never, bot, {
    root: ROOT,
    isPublic: false,
    secret: null,
    words,
    previews: [preview],
    newId: () => "7F3K",
    fault: () => {},
  });
  const page = await newVisitor(await server.listen({ host: "127.0.0.1", port: 0 })).open("/seen/slack");
  await server.close();
  return page;
}

async function begin(answers: readonly string[], path = "/"): Promise<Visitor> {
  const visitor = newVisitor(program.url);
  await answer(visitor, await visitor.open(path), answers);
  return visitor;
}

function payloadsOn({ root }: Page): unknown[] {
  return root.querySelectorAll(".message details pre").map((pre) => JSON.parse(pre.text));
}

function textOf({ root }: Page, selector: string): string {
  return root.querySelectorAll(selector).map(wordsOf).join("\n");
}

/** Says this as a script would, which hears the reply as plain data. */
async function reply(visitor: Visitor, said: Readonly<Record<string, string>>): Promise<Reply> {
  const body = new URLSearchParams({ turn: crypto.randomUUID(), as: "trainee", ...said });
  return (await (await visitor.post(body, { accept: "application/json" })).json()).reply;
}

describe("a block", () => {
  describe.each(BLOCKS)("that is $kind", ({ block, seen }) => {
    test("is drawn", async () => {
      const { status, root } = await seenIn(channelOf([block]));
      expect(status).toBe(200);
      for (const [place, words] of Object.entries(seen))
        expect(root.querySelectorAll(`.slack-blocks ${place}`).map(wordsOf), place).toEqual(words);
    });

    test("can neither be pressed nor bring markup of its own", async () => {
      const { root, html } = await seenIn(channelOf([block]));
      expect(root.querySelectorAll("main b, main img, main form, main a")).toEqual([]);
      expect(html).not.toContain("<img");
      const controls = root.querySelectorAll(".slack button, .slack select, .slack input");
      const free = controls.filter(
        (each) => !each.closest("fieldset[disabled]") && !each.hasAttribute("disabled"),
      );
      expect(free).toEqual([]);
    });
  });

  test("stands in the JSON as it is sent, and the words beside it as they are read", async () => {
    const blocks = BLOCKS.map(({ block }) => block);
    const page = await seenIn(channelOf(blocks));
    expect(payloadsOn(page)).toEqual([{ text: "a &lt;reply&gt; &amp;amp; more", blocks }]);
    expect(JSON.stringify(payloadsOn(page))).toContain(ILL);
    expect(textOf(page, ".fallback")).toBe("a <reply> &amp; more");
  });
});

describe("what is seen in Slack", () => {
  test("is nothing before the start, with a way to it", async () => {
    const page = await newVisitor(program.url).open("/seen/slack");
    expect(textOf(page, "main")).toContain("Nothing has been said yet");
    expect(page.root.querySelector("main a")?.getAttribute("href")).toBe("/?as=trainee");
    expect(page.root.querySelector(".message")).toBeNull();
  });

  test("is one tap away from the picture, and so is the way back", async () => {
    const visitor = await begin(["=Start"]);
    const links = (await visitor.open("/")).root.querySelectorAll("#picture a");
    const link = links.find((each) => wordsOf(each) === "Seen in Slack");
    expect(link?.getAttribute("href")).toBe("/seen/slack?as=trainee");
    const page = await visitor.open("/seen/slack?as=trainee");
    expect(textOf(page, "h1")).toBe("Seen in Slack");
    expect(page.root.querySelector(".masthead .button")?.getAttribute("href")).toBe("/?as=trainee#latest");
  });

  test("is the payload of the first question, word for word", async () => {
    const visitor = await begin([]);
    const said = await reply(visitor, { text: "start" });
    const page = await visitor.open("/seen/slack");
    expect(payloadsOn(page)).toEqual(messagesOf(said, DRAWING));
    expect(textOf(page, ".slack strong")).toContain("Where do you work with learners?");
    expect(textOf(page, ".slack .tick")).toContain("A college");
  });

  test("is the payload of the advice, in as many messages as Slack takes it in", async () => {
    const visitor = await begin(TO_THE_ADVICE);
    const said = await reply(visitor, { text: "gaps" });
    const page = await visitor.open("/seen/slack");
    const messages = messagesOf(said, DRAWING);
    expect(payloadsOn(page)).toEqual(messages);
    expect(messages.length).toBeGreaterThan(1);
    expect(textOf(page, ".message h2")).toBe("Message 1 of 2\nMessage 2 of 2");
    expect(textOf(page, ".slack")).toContain("7.5 hours of practice still to do");
  });

  test("is a file after the words that go with it", async () => {
    const visitor = await begin(TO_THE_UNITS);
    const { parts, ...rest } = await reply(visitor, { text: "export" });
    const [file] = parts.filter(({ kind }) => kind === "file");
    const words = parts.filter(({ kind }) => kind !== "file");
    expect(payloadsOn(await visitor.open("/seen/slack"))).toEqual([
      ...messagesOf({ ...rest, parts: words }, DRAWING),
      ...messagesWith(file ? [file] : []),
    ]);
    expect(file).toBeDefined();
  });

  test("is the reply before a form with mistakes, since Slack shows those in the form", async () => {
    const visitor = await begin([...TO_THE_UNITS, "=None yet"]);
    const before = payloadsOn(await visitor.open("/seen/slack"));
    const question =
      (await visitor.open("/")).root.querySelector("#now")?.getAttribute("data-question") ?? "";
    const { mistakes } = await reply(visitor, { question, "fill.hours": "a lot" });
    expect(mistakes).toBeDefined();
    expect(payloadsOn(await visitor.open("/seen/slack"))).toEqual(before);
  });

  test("offers to start to who has asked for help first", async () => {
    const visitor = await begin([]);
    const said = await reply(visitor, { text: "help" });
    const page = await visitor.open("/seen/slack");
    expect(payloadsOn(page)).toEqual(messagesOf(said, { ...DRAWING, hasStarted: false }));
    expect(textOf(page, ".slack .primary")).toBe("Start");
  });

  test("is what the same visitor said in the same part", async () => {
    const visitor = await begin(["=Start", "=A prison"], "/?as=colleague");
    expect(textOf(await visitor.open("/seen/slack?as=colleague"), ".slack")).toContain("A prison");
    for (const page of [await visitor.open("/seen/slack"), await newVisitor(program.url).open("/seen/slack")])
      expect(textOf(page, "main")).toContain("Nothing has been said yet");
  });

  test("is not there for a channel that there is not", async () => {
    expect((await newVisitor(program.url).open("/seen/pigeon")).status).toBe(404);
  });

  test("is kept out of caches, and nothing of another host is let into it", async () => {
    const { headers, html } = await (await begin(["=Start"])).open("/seen/slack");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(html).not.toMatch(/ style=|<style| on[a-z]+="/);
  });
});
