/** Draws the parts of a reply as elements of cards, by splitting and never by leaving out. */
import { filled } from "../../chat/filled.ts";
import { type Field, type FilePart, LONGEST_WRITTEN_OUT, type Mark, type Part } from "../../chat/reply.ts";
import type { TeamsWords } from "../../chat/teams.ts";
import { writtenOut } from "../../chat/written.ts";
import { split } from "../post/split.ts";
import { BOLD, type Piece, type Run, richText, run, SUBTLE } from "./card.ts";
import { chartPieces } from "./chart.ts";
import { BLOCK_TEXT } from "./limits.ts";
import { linePieces } from "./lines.ts";
import { tablePieces } from "./table.ts";

/** Beside its word, for who looks quickly. The colour says nothing that they do not. */
const SIGNS: Readonly<Record<Mark, { sign: string; style: Readonly<Record<string, unknown>> }>> = {
  met: { sign: "✓", style: { color: "Good" } },
  unmet: { sign: "○", style: { color: "Warning" } },
  unknown: { sign: "?", style: { color: "Accent" } },
  "not-applicable": { sign: "–", style: {} },
};

/** Elements of the bar that decorates a progress line; its text carries the meaning. */
const BAR = 10;

export function piecesOf(part: Part, words: TeamsWords): Piece[] {
  switch (part.kind) {
    case "heading":
      return [headingPiece(part.text)];
    case "text":
      return textPieces(part.text);
    case "list":
      return linePieces(
        part.title,
        part.items.map((item, place) => [run(part.isNumbered ? `${place + 1}. ${item}` : `• ${item}`)]),
      );
    case "fields":
      return linePieces(part.title, part.items.map(fieldRuns));
    case "progress":
      return [progressPiece(part)];
    case "table":
      return tablePieces(part);
    case "chart":
      return chartPieces(part);
    case "file":
      return writtenOut(part, words.says.fileShorter).flatMap((each) =>
        each.kind === "file" ? filePieces(each, words.says.fileTooLong) : piecesOf(each, words),
      );
  }
}

/** Only a text block can be a heading to a screen reader, and it would read some characters as markup. */
export function headingPiece(text: string): Piece {
  const style = { size: "Large", spacing: "Medium" };
  const isLiteral = !/[*_[\]()`#~<>&{}\\]/.test(text);
  const element = isLiteral
    ? { type: "TextBlock", text, style: "heading", wrap: true, weight: "Bolder", ...style }
    : richText([run(text, { ...BOLD, size: "Large" })], { spacing: "Medium" });
  return { elements: [element], text };
}

export function textPieces(text: string, style: Readonly<Record<string, unknown>> = {}): Piece[] {
  return split(text, BLOCK_TEXT)
    .filter((piece) => piece.trim() !== "")
    .map((piece) => ({ elements: [richText([run(piece, style)])], text: piece }));
}

function progressPiece({ done, of, text }: { done: number; of: number; text: string }): Piece {
  const filled = of === 0 ? 0 : Math.round((Math.min(done, of) / of) * BAR);
  const bar = "▰".repeat(filled) + "▱".repeat(BAR - filled);
  return { elements: [richText([run(`${bar} ${text}`, SUBTLE)])], text };
}

function fieldRuns({ mark, label, text, place }: Field): Run[] {
  const { sign = "", style = {} } = mark ? SIGNS[mark.status] : {};
  const head = mark ? `${sign} ${mark.word}: ${label}.` : `${label}.`;
  return [run(head, { ...BOLD, ...style }), run(` ${text}`), ...(place ? [run(` (${place})`, SUBTLE)] : [])];
}

/** A file stands in the card, to be copied; a long one would bury everything else there. */
function filePieces({ name, content }: FilePart, tooLong: string): Piece[] {
  if (content.length > LONGEST_WRITTEN_OUT) return textPieces(filled(tooLong, { name }));
  return split(content, BLOCK_TEXT).map((piece, place) => {
    const text = richText([run(piece, { fontType: "Monospace" })]);
    const isFirst = place === 0;
    return {
      elements: isFirst ? [richText([run(name, BOLD)], { spacing: "Medium" }), text] : [text],
      text: isFirst ? `${name}\n${piece}` : piece,
    };
  });
}
