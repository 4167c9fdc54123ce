/** Draws the parts of a reply as blocks, each within what Slack takes, by splitting and never by leaving out. */
import type { Field, Mark, Part } from "../../chat/reply.ts";
import { shortened, split } from "../post/split.ts";
import { type Block, type Piece, plain, type Run, richText, run, section } from "./block.ts";
import { chartPieces } from "./chart.ts";
import { BLOCK_TEXT, HEADER } from "./limits.ts";
import { tablePieces } from "./table.ts";

/** Beside its word, for who looks quickly. */
const SIGNS: Readonly<Record<Mark, string>> = {
  met: "✓",
  unmet: "○",
  unknown: "?",
  "not-applicable": "–",
};

/** Elements of the bar that decorates a progress line; its text carries the meaning. */
const BAR = 10;

export function piecesOf(part: Part): Piece[] {
  switch (part.kind) {
    case "heading":
      return [{ block: headingBlock(part.text), text: part.text }];
    case "text":
      return textPieces(part.text);
    case "list":
      return listPieces(
        part.title,
        part.items.map((item) => [run(item)]),
        part.isNumbered,
      );
    case "fields":
      return listPieces(part.title, part.items.map(fieldRuns));
    case "progress":
      return [{ block: progressBlock(part), text: part.text }];
    case "table":
      return tablePieces(part);
    case "chart":
      return chartPieces(part, listPieces(part.title, part.bars.map(barRuns(part.unit))));
    case "file":
      return filePieces(part);
  }
}

export function textPieces(text: string): Piece[] {
  return split(text, BLOCK_TEXT)
    .filter((piece) => piece.trim() !== "")
    .map((piece) => ({ block: richText(section(run(piece))), text: piece }));
}

function headingBlock(text: string): Block {
  if (text.length > HEADER) return richText(section(run(text, "bold")));
  return { type: "header", text: plain(text) };
}

function progressBlock({ done, of, text }: { done: number; of: number; text: string }): Block {
  const filled = of === 0 ? 0 : Math.round((Math.min(done, of) / of) * BAR);
  const bar = "▰".repeat(filled) + "▱".repeat(BAR - filled);
  return { type: "context", elements: [plain(shortened(`${bar} ${text}`, BLOCK_TEXT))] };
}

function fieldRuns(field: Field): Run[] {
  const { mark, label, text, place } = field;
  const head = mark ? `${SIGNS[mark.status]} ${mark.word}: ${label}.` : `${label}.`;
  return [run(head, "bold"), run(` ${text}`), ...(place ? [run(` (${place})`, "italic")] : [])];
}

function barRuns(unit: string) {
  return ({ label, value }: { label: string; value: number }) => [run(`${label}: ${value} ${unit}`)];
}

/** A list that is too long for one block goes on in the next, and so do its numbers. */
function listPieces(
  title: string | undefined,
  items: readonly (readonly Run[])[],
  isNumbered = false,
): Piece[] {
  if (title !== undefined && title.length > HEADER)
    return [...textPieces(title), ...listPieces(undefined, items, isNumbered)];
  const lines = items.flatMap((runs) => cut(runs));
  const pieces: Piece[] = [];
  let from = 0;
  while (from < lines.length) {
    const isHeaded = from === 0 && title !== undefined;
    const upTo = fitting(lines, from, isHeaded ? title.length : 0);
    const shown = lines.slice(from, upTo);
    const list = {
      type: "rich_text_list",
      style: isNumbered ? "ordered" : "bullet",
      ...(isNumbered && from > 0 ? { offset: from } : {}),
      elements: shown.map((runs) => section(...runs)),
    };
    const said = shown.map((runs, place) => `${isNumbered ? `${from + place + 1}.` : "-"} ${textOf(runs)}`);
    const block = isHeaded ? richText(section(run(title, "bold")), list) : richText(list);
    pieces.push({ block, text: [...(isHeaded ? [title] : []), ...said].join("\n") });
    from = upTo;
  }
  return lines.length === 0 && title !== undefined ? textPieces(title) : pieces;
}

/** Up to which line they fit into one block; always one more. */
function fitting(lines: readonly (readonly Run[])[], from: number, used: number): number {
  let length = used;
  let upTo = from;
  while (upTo < lines.length) {
    length += textOf(lines[upTo] ?? []).length + 3;
    if (upTo > from && length > BLOCK_TEXT) break;
    upTo += 1;
  }
  return upTo;
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

/** A line that fills more than a block by itself becomes several; nothing is a word that cannot be seen. */
function cut(runs: readonly Run[]): Run[][] {
  const seen = runs.filter(({ text }) => text !== "");
  if (textOf(seen).length <= BLOCK_TEXT) return [seen.length > 0 ? seen : [run(" ")]];
  return split(textOf(seen), BLOCK_TEXT).map((piece) => [run(piece)]);
}

/** What cannot be given as a file stands in the message, to be copied. */
function filePieces({ name, content }: Extract<Part, { kind: "file" }>): Piece[] {
  return split(content, BLOCK_TEXT).map((piece, place) => ({
    block: richText(...(place === 0 ? [section(run(name, "bold"))] : []), {
      type: "rich_text_preformatted",
      elements: [run(piece)],
    }),
    text: place === 0 ? `${name}\n${piece}` : piece,
  }));
}
