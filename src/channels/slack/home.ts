/** Draws the App Home: where the person stands, what was just said there, and the one next step. */

import { filled } from "../../chat/filled.ts";
import type { Home } from "../../chat/home.ts";
import { plainLines } from "../../chat/plain.ts";
import type { Part, Reply } from "../../chat/reply.ts";
import { shortened } from "../post/split.ts";
import type { Block, Piece } from "./block.ts";
import { plain } from "./block.ts";
import { option } from "./choices.ts";
import { actions, context, type Drawing, donePieces, promptPieces } from "./controls.ts";
import { actionId } from "./ids.ts";
import { PLACEHOLDER, SELECT, VIEW } from "./limits.ts";
import { piecesOf } from "./parts.ts";

export interface HomeView {
  readonly type: "home";
  readonly blocks: readonly Block[];
}

/** `reply`: to what was pressed on the App Home itself; null where it was only opened. */
export function homeView(home: Home, reply: Reply | null, drawing: Drawing): HomeView {
  const blocks = home.hasStarted ? standing(home, reply, drawing) : welcome(home, reply, drawing);
  // What stands last is the picture, which "my advice" says in full.
  return { type: "home", blocks: blocks.slice(0, VIEW.blocks) };
}

function welcome({ source }: Home, reply: Reply | null, drawing: Drawing): Block[] {
  const { title, lead, facts, start } = drawing.words.home;
  const words = { ...drawing.words, done: { ...drawing.words.done, start } };
  return [
    ...drawn(reply?.parts ?? []),
    ...drawn([
      { kind: "heading", text: title },
      { kind: "text", text: lead },
      { kind: "list", items: facts },
    ]),
    ...blocksOf(donePieces({ ...drawing, words }, false)),
    context(source),
  ];
}

function standing(
  { prompt, told, change, picture, source }: Home,
  reply: Reply | null,
  drawing: Drawing,
): Block[] {
  const words = drawing.words.home;
  const news: Part[] = reply ? [{ kind: "heading", text: words.news }, ...withoutProgress(reply.parts)] : [];
  const open = prompt ? promptPieces(prompt, drawing) : donePieces(drawing, true);
  const answers = told.map(({ title, answer }) => filled(words.answer, { title, answer }));
  const count = told.length;
  return [
    ...drawn(news),
    ...drawn([{ kind: "heading", text: words.next }]),
    ...blocksOf(open),
    { type: "divider" },
    ...drawn([{ kind: "heading", text: words.picture }, ...picture]),
    ...(count > 0 ? drawn([{ kind: "list", title: filled(words.answers, { count }), items: answers }]) : []),
    ...(count > 0 ? [changing({ told, change }, drawing)] : []),
    context(source),
  ];
}

/** Where one stands is shown beneath. */
function withoutProgress(parts: readonly Part[]): Part[] {
  return parts.filter(({ kind }) => kind !== "progress");
}

function changing({ told, change }: Pick<Home, "told" | "change">, drawing: Drawing): Block {
  const select = {
    type: "static_select",
    action_id: actionId("choose"),
    placeholder: plain(shortened(drawing.words.home.change, PLACEHOLDER)),
    options: told
      .slice(0, SELECT.options)
      .map(({ question, title }) => option({ id: question, label: title })),
  };
  return actions({ ...drawing, question: change }, 3, [select]);
}

function drawn(parts: readonly Part[]): Block[] {
  return blocksOf(parts.map(asLines).flatMap(piecesOf));
}

/** Tables and charts are for messages only. */
function asLines(part: Part): Part {
  if (part.kind !== "table" && part.kind !== "chart") return part;
  const { title, lines } = plainLines(part);
  const items = lines.map((line) => line.replace(/^- /, ""));
  return { kind: "list", ...(title === null ? {} : { title }), items };
}

function blocksOf(pieces: readonly Piece[]): Block[] {
  return pieces.map(({ block }) => block);
}
