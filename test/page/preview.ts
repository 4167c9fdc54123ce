/** The page that shows what another channel would be sent, and what it shows. */
import { fastify } from "fastify";
import type { Bot } from "../../src/bot/bot.ts";
import { registerPage } from "../../src/channels/web/web.ts";
import type { Preview } from "../../src/chat/preview.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { ALL_PARTS, drawingWith } from "./parts.ts";
import { answer, newVisitor, type Page, type Visitor, wordsOf } from "./visitor.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

/** The page as it shows this channel, over a conversation in which something was said. */
export async function seenIn(preview: Preview): Promise<Page> {
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
  const visitor = newVisitor(await server.listen({ host: "127.0.0.1", port: 0 }));
  const page = await visitor.open(`/seen/${preview.name.toLowerCase()}`);
  await server.close();
  return page;
}

/** A visitor of the program who has given these answers. */
export async function begin(origin: string, answers: readonly string[], path = "/"): Promise<Visitor> {
  const visitor = newVisitor(origin);
  await answer(visitor, await visitor.open(path), answers);
  return visitor;
}

export function payloadsOn({ root }: Page): unknown[] {
  return root.querySelectorAll(".message details pre").map((pre) => JSON.parse(pre.text));
}

export function textOf({ root }: Page, selector: string): string {
  return root.querySelectorAll(selector).map(wordsOf).join("\n");
}

/** What is drawn that brings markup of its own, or could be pressed or filled in. */
export function freeIn({ root }: Page): string[] {
  const controls = root.querySelectorAll(".shown :is(button, select, input)");
  const free = controls.filter(
    (each) => !each.closest("fieldset[disabled]") && !each.hasAttribute("disabled"),
  );
  const strange = root.querySelectorAll("main :is(b, img, form, a)");
  return [...free, ...strange].map(String);
}

/** Says this as a script would, which hears the reply as plain data. */
export async function reply(visitor: Visitor, said: Readonly<Record<string, string>>): Promise<Reply> {
  const body = new URLSearchParams({ turn: crypto.randomUUID(), as: "trainee", ...said });
  return (await (await visitor.post(body, { accept: "application/json" })).json()).reply;
}
