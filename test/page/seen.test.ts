/** How the newest reply is seen in Slack: the very payload, drawn, with its JSON. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { previewsOf } from "../../src/app/previews.ts";
import { messagesOf, messagesWith } from "../../src/channels/slack/message.ts";
import { openLibrary } from "../../src/content/library.ts";
import { BLOCKS, channelOf, ILL } from "./blocks.ts";
import { TO_THE_ADVICE, TO_THE_UNITS } from "./interview.ts";
import { begin, freeIn, payloadsOn, reply, seenIn, textOf } from "./preview.ts";
import { type Program, startProgram } from "./program.ts";
import { newVisitor, wordsOf } from "./visitor.ts";

const library = openLibrary(new URL("../..", import.meta.url).pathname);
const DRAWING = {
  version: "0",
  owner: "preview",
  words: library.slack,
  canType: true,
  hasStarted: true,
};

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

describe("a block", () => {
  describe.each(BLOCKS)("that is $kind", ({ block, seen }) => {
    test("is drawn", async () => {
      const { status, root } = await seenIn(channelOf([block]));
      expect(status).toBe(200);
      for (const [place, words] of Object.entries(seen))
        expect(root.querySelectorAll(`.slack ${place}`).map(wordsOf), place).toEqual(words);
    });

    test("can neither be pressed nor bring markup of its own", async () => {
      const page = await seenIn(channelOf([block]));
      expect(freeIn(page)).toEqual([]);
      expect(page.html).not.toContain("<img");
    });
  });

  test("stands in the JSON as it is sent, and the words beside it as they are read", async () => {
    const blocks = BLOCKS.map(({ block }) => block);
    const page = await seenIn(channelOf(blocks));
    expect(payloadsOn(page)).toEqual([{ text: "a &lt;reply&gt; &amp;amp; more", blocks }]);
    expect(JSON.stringify(payloadsOn(page))).toContain(ILL);
    expect(textOf(page, ".fallback")).toBe("a <reply> &amp; more");
  });

  test("is sent with words that Slack reads as they are read here", () => {
    const [slack] = previewsOf(library);
    const said = { parts: [{ kind: "text", text: ILL }], prompt: null } as const;
    const [payload] = slack?.payloads({ ...said, isFarewell: true }, true) ?? [];
    expect(payload?.text).toBe(ILL);
    expect(payload?.sent).toMatchObject({ text: expect.stringContaining("&lt;b&gt;") });
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
    const visitor = await begin(program.url, ["=Start"]);
    const links = (await visitor.open("/")).root.querySelectorAll("#picture a");
    const link = links.find((each) => wordsOf(each) === "Seen in Slack");
    expect(link?.getAttribute("href")).toBe("/seen/slack?as=trainee");
    const page = await visitor.open("/seen/slack?as=trainee");
    expect(textOf(page, "h1")).toBe("Seen in Slack");
    expect(page.root.querySelector(".masthead .button")?.getAttribute("href")).toBe("/?as=trainee#latest");
  });

  test("is the payload of the first question, word for word", async () => {
    const visitor = await begin(program.url, []);
    const said = await reply(visitor, { text: "start" });
    const page = await visitor.open("/seen/slack");
    expect(payloadsOn(page)).toEqual(messagesOf(said, DRAWING));
    expect(textOf(page, ".slack strong")).toContain("Where do you work with learners?");
    expect(textOf(page, ".slack .tick")).toContain("A college");
  });

  test("is the payload of the advice, in as many messages as Slack takes it in", async () => {
    const visitor = await begin(program.url, TO_THE_ADVICE);
    const said = await reply(visitor, { text: "gaps" });
    const page = await visitor.open("/seen/slack");
    const messages = messagesOf(said, DRAWING);
    expect(payloadsOn(page)).toEqual(messages);
    expect(messages.length).toBeGreaterThan(1);
    expect(textOf(page, ".message h2")).toBe("Message 1 of 2\nMessage 2 of 2");
    expect(textOf(page, ".slack")).toContain("7.5 hours of practice still to do");
  });

  test("is a file after the words that go with it", async () => {
    const visitor = await begin(program.url, TO_THE_UNITS);
    const { parts, ...rest } = await reply(visitor, { text: "export" });
    const files = parts.filter(({ kind }) => kind === "file");
    const words = parts.filter(({ kind }) => kind !== "file");
    expect(payloadsOn(await visitor.open("/seen/slack"))).toEqual([
      ...messagesOf({ ...rest, parts: words }, DRAWING),
      ...files.flatMap((file) => messagesWith([file])),
    ]);
    expect(files).toHaveLength(2);
  });

  test("is the reply before a form with mistakes, since Slack shows those in the form", async () => {
    const visitor = await begin(program.url, [...TO_THE_UNITS, "=None yet"]);
    const before = payloadsOn(await visitor.open("/seen/slack"));
    const question =
      (await visitor.open("/")).root.querySelector("#now")?.getAttribute("data-question") ?? "";
    const { mistakes } = await reply(visitor, { question, "fill.hours": "a lot" });
    expect(mistakes).toBeDefined();
    expect(payloadsOn(await visitor.open("/seen/slack"))).toEqual(before);
  });

  test("offers to start to who has asked for help first", async () => {
    const visitor = await begin(program.url, []);
    const said = await reply(visitor, { text: "help" });
    const page = await visitor.open("/seen/slack");
    expect(payloadsOn(page)).toEqual(messagesOf(said, { ...DRAWING, hasStarted: false }));
    expect(textOf(page, ".slack .primary")).toBe("Start");
  });

  test("is what the same visitor said in the same part", async () => {
    const visitor = await begin(program.url, ["=Start", "=A prison"], "/?as=colleague");
    expect(textOf(await visitor.open("/seen/slack?as=colleague"), ".slack")).toContain("A prison");
    for (const page of [await visitor.open("/seen/slack"), await newVisitor(program.url).open("/seen/slack")])
      expect(textOf(page, "main")).toContain("Nothing has been said yet");
  });

  test("is not there for a channel that there is not", async () => {
    expect((await newVisitor(program.url).open("/seen/pigeon")).status).toBe(404);
  });

  test("is kept out of caches, and nothing of another host is let into it", async () => {
    const { headers, html } = await (await begin(program.url, ["=Start"])).open("/seen/slack");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(html).not.toMatch(/ style=|<style| on[a-z]+="/);
  });
});
