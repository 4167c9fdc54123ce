/** Draws a reply as messages: as few as carry all of it within what Slack takes; the last holds what stands open. */
import type { Part, Reply } from "../../chat/reply.ts";
import { shortened, split } from "../post/split.ts";
import { type Block, escaped, type Message, type Piece } from "./block.ts";
import { type Drawing, donePieces, promptPieces } from "./controls.ts";
import { MESSAGE } from "./limits.ts";
import { piecesOf } from "./parts.ts";

export interface Direct extends Drawing {
  readonly hasStarted: boolean;
  /** Buttons that belong to the reply as a whole, such as to share it. */
  readonly extra?: readonly Piece[];
}

/** With everything that can be pressed. */
export function messagesOf(reply: Reply, drawing: Direct): Message[] {
  return paged(reply, drawing).map(drawn);
}

/** As the last of them looks once it is answered: the same words, and nothing to press. null where nothing would stay. */
export function closedMessage(reply: Reply, drawing: Direct): Message | null {
  const words = (paged(reply, drawing).at(-1) ?? []).filter(({ isControl }) => !isControl);
  return words.length > 0 ? drawn(words) : null;
}

function paged({ parts, prompt, isFarewell }: Reply, drawing: Direct): Piece[][] {
  const open = prompt ? promptPieces(prompt, drawing) : donePieces(drawing, drawing.hasStarted);
  return pagesOf(parts.flatMap(piecesOf), [...(isFarewell ? [] : open), ...(drawing.extra ?? [])]);
}

/** The same words without blocks, for where Slack refuses those. */
export function textMessages({ text }: Message): Message[] {
  return split(text, MESSAGE.text).map((piece) => ({ text: piece, blocks: [] }));
}

/** A message of some words alone. */
export function wordsMessage(words: string): Message {
  return drawn(piecesOf({ kind: "text", text: words }));
}

/** Messages of some parts alone; `first` stands above them. */
export function messagesWith(parts: readonly Part[], first: readonly Piece[] = []): Message[] {
  return pagesOf([...first, ...parts.flatMap(piecesOf)], []).map(drawn);
}

/** What is pressed stays together, and with its question where that fits. */
function pagesOf(pieces: readonly Piece[], open: readonly Piece[]): Piece[][] {
  const singles = isFitting(open) ? [] : open.filter(({ isControl }) => !isControl);
  const together = open.filter((piece) => !singles.includes(piece));
  const groups = [...[...pieces, ...singles].map((piece) => [piece]), together];
  const pages: Piece[][] = [];
  let page: Piece[] = [];
  for (const group of groups) {
    if (page.length > 0 && !isFitting([...page, ...group])) {
      pages.push(page);
      page = [];
    }
    page.push(...group);
  }
  return page.length > 0 ? [...pages, page] : pages;
}

function isFitting(pieces: readonly Piece[]): boolean {
  const count = (type: string) => pieces.filter(({ block }) => block.type === type).length;
  return (
    pieces.length <= MESSAGE.blocks &&
    textOf(pieces).length <= MESSAGE.text &&
    count("data_table") <= MESSAGE.tables &&
    count("data_visualization") <= MESSAGE.charts
  );
}

/** Only where almost every character has to be escaped does the text say less than the blocks. */
function drawn(pieces: readonly Piece[]): Message {
  const blocks: Block[] = pieces.map(({ block }) => block);
  const text = textOf(pieces);
  return { text: text.length <= MESSAGE.text ? text : escapedWithin(pieces), blocks };
}

function textOf(pieces: readonly Piece[]): string {
  return escaped(joined(pieces));
}

function joined(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .filter((text) => text !== "")
    .join("\n");
}

/** An escaped character is at most five long. */
function escapedWithin(pieces: readonly Piece[]): string {
  return escaped(shortened(joined(pieces), MESSAGE.text / 5));
}
