/** The page: the conversation in a browser, with plain forms, and with fewer reloads where scripts run. */
import { join } from "node:path";
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Bot } from "../../bot/bot.ts";
import type { Receipt } from "../../bot/receive.ts";
import type { Preview } from "../../chat/preview.ts";
import { type Limit, NO_LIMIT } from "../../limits.ts";
import type { Server } from "../http.ts";
import { addAssets } from "./assets.ts";
import { sentIn } from "./body.ts";
import type { Drawing } from "./drawing.ts";
import { HEADERS, isKnownHost, isSameOrigin } from "./guard.ts";
import { drawPage, drawPieces } from "./page.tsx";
import { drawPlan } from "./plan.tsx";
import { readSent } from "./read.ts";
import { failed, isScript, limited, type Refusing, refused } from "./refusals.ts";
import { drawSeen, seenPath } from "./seen.tsx";
import { personaIn, type Visit, visitOf, withCookie } from "./visit.ts";

export interface PageOptions extends Refusing {
  /** The folder that holds page/. */
  readonly root: string;
  readonly isPublic: boolean;
  readonly secret: string | null;
  readonly previews: readonly Preview[];
  /** How much is heard of one address; everything where it is not given. */
  readonly addresses?: Limit;
}

interface Door extends PageOptions {
  readonly bot: Bot;
}

/** How much of the conversation is drawn; what went before is in the answers. */
const EXCHANGES = 40;

export async function registerPage(server: Server, bot: Bot, options: PageOptions): Promise<void> {
  const door: Door = { ...options, bot };
  await server.register(async (page) => {
    await page.register(formbody);
    await page.register(multipart, { limits: { fileSize: 256 * 1024, files: 1, fields: 100 } });
    page.addHook("onRequest", async (request, reply) => {
      reply.headers(HEADERS);
      if (!isKnownHost(request.headers.host, door.isPublic))
        return refused(door, request, reply.code(421), "host");
      if (isCounted(request) && (door.addresses ?? NO_LIMIT).take(request.ip) !== "within")
        return limited(door, request, reply);
      if (request.method === "POST" && !isSameOrigin(request.headers))
        return refused(door, request, reply.code(403), "foreign");
    });
    page.setNotFoundHandler((request, reply) => refused(door, request, reply.code(404), "missing"));
    page.setErrorHandler((error, request, reply) => failed(door, error, request, reply));
    addAssets(page as unknown as Server, join(options.root, "page"));
    page.get("/", (request, reply) => showPage(door, request, reply));
    page.get("/plan", (request, reply) => showPlan(door, request, reply));
    for (const preview of options.previews)
      page.get(seenPath(preview), (request, reply) => showSeen(door, preview, request, reply));
    page.get<{ Params: { number: string; name?: string } }>("/file/:number/:name?", (request, reply) =>
      sendFile(door, request, reply, request.params),
    );
    // Where a form with mistakes was answered, and somebody asks for that address again.
    page.get("/say", (_, reply) => reply.redirect("/", 303));
    page.post("/say", (request, reply) => hear(door, request, reply));
  });
}

async function drawingOf({ bot, words, previews, newId }: Door, { from, persona }: Visit): Promise<Drawing> {
  const [home, exchanges] = await Promise.all([bot.home(from), bot.transcript(from, from.user, EXCHANGES)]);
  const team = persona === "manager" ? await bot.exampleTeam() : null;
  return { home, exchanges, persona, words, previews, team, turn: () => turnId(newId) };
}

function turnId(newId: () => string): string {
  return `${newId()}-${newId()}`;
}

async function showPage(door: Door, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visit = visitOf(request, personaIn(request), door);
  const drawing = await drawingOf(door, visit);
  const newest = drawing.exchanges.filter(({ isDelivered }) => !isDelivered);
  whenSent(reply, () => Promise.all(newest.map((exchange) => door.bot.delivered(exchange))));
  return withCookie(reply, visit, door.isPublic).type("text/html; charset=utf-8").send(drawPage(drawing));
}

async function showPlan(door: Door, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visit = visitOf(request, personaIn(request), door);
  const home = await door.bot.home(visit.from);
  const today = new Date();
  return withCookie(reply, visit, door.isPublic)
    .type("text/html; charset=utf-8")
    .send(drawPlan({ home, words: door.words, persona: visit.persona, today }));
}

async function showSeen(
  door: Door,
  preview: Preview,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = visitOf(request, personaIn(request), door);
  const drawing = await drawingOf(door, visit);
  return withCookie(reply, visit, door.isPublic)
    .type("text/html; charset=utf-8")
    .send(drawSeen(drawing, preview));
}

async function sendFile(
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  { number, name }: { number: string; name?: string },
): Promise<FastifyReply> {
  const { from } = visitOf(request, personaIn(request), door);
  const exchanges = await door.bot.transcript(from, from.user, EXCHANGES);
  const parts = exchanges.find((exchange) => exchange.number === Number(number))?.reply.parts ?? [];
  // Without a name it is the first.
  const file = parts.find((part) => part.kind === "file" && (name ?? part.name) === part.name);
  if (file?.kind !== "file") return refused(door, request, reply.code(404), "missing");
  return reply
    .header("content-disposition", `attachment; filename="${file.name}"`)
    .type(`${file.type}; charset=utf-8`)
    .send(file.content);
}

async function hear(door: Door, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const sent = await sentIn(request);
  const read = readSent(sent);
  if (!read) return refused(door, request, reply.code(400), "unread");
  const visit = visitOf(request, read.persona, door);
  const { from } = visit;
  // An id is one conversation's own, so that nobody meets another's reply by guessing one.
  const id = `web:${from.user}:${read.id}`;
  const receipt = await door.bot.receive({
    id,
    from,
    conversation: from.user,
    said: read.said,
    isTranscribed: true,
  });
  const { mistakes } = receipt.reply;
  withCookie(reply, visit, door.isPublic);
  if (!isScript(request) && !mistakes) return reply.redirect(`/?as=${read.persona}#latest`, 303);
  const drawing = { ...(await drawingOf(door, visit)), ...(mistakes ? { sent, mistakes } : {}) };
  whenSent(reply, () => door.bot.delivered(receipt));
  if (isScript(request))
    return reply.send({ ...answerIn(receipt), pieces: drawPieces(drawing, receipt.number) });
  return reply.code(422).type("text/html; charset=utf-8").send(drawPage(drawing));
}

function answerIn({ reply, number, isAgain }: Receipt) {
  return { reply, number, isAgain };
}

/** Once the answer has left this program. A mark that fails is made when the page is next opened. */
function whenSent(reply: FastifyReply, work: () => Promise<unknown>): void {
  reply.raw.once("finish", () => void work().catch(() => undefined));
}

/** The files that the page loads are at hand; all else asks the database. */
function isCounted({ url }: FastifyRequest): boolean {
  return !url.startsWith("/page/");
}
