/** Draws a title and the lines beneath it. */
import { split } from "../post/split.ts";
import { BOLD, type Piece, type Run, richText, run } from "./card.ts";
import { BLOCK_TEXT } from "./limits.ts";

/** A title and its lines; each line is a piece of its own, so that a long list may go on in the next card. */
export function linePieces(title: string | undefined, lines: readonly (readonly Run[])[]): Piece[] {
  const head = title === undefined ? [] : titlePieces(title);
  const body = lines.flatMap((runs) => cut(runs)).map((runs): Piece => line(runs));
  const [first, ...rest] = body;
  const [last] = head.slice(-1);
  // A title does not stand alone at the end of a card.
  if (!first || !last) return [...head, ...body];
  const together = { elements: [...last.elements, ...first.elements], text: `${last.text}\n${first.text}` };
  return [...head.slice(0, -1), together, ...rest];
}

function titlePieces(title: string): Piece[] {
  return split(title, BLOCK_TEXT).map((text) => ({
    elements: [richText([run(text, BOLD)], { spacing: "Medium" })],
    text,
  }));
}

function line(runs: readonly Run[]): Piece {
  return { elements: [richText(runs, { spacing: "Small" })], text: runs.map(({ text }) => text).join("") };
}

/** A line that fills more than a block by itself becomes several; nothing is a run that cannot be seen. */
function cut(runs: readonly Run[]): Run[][] {
  const seen = runs.filter(({ text }) => text !== "");
  const whole = seen.map(({ text }) => text).join("");
  if (whole.length <= BLOCK_TEXT) return seen.length > 0 ? [seen] : [];
  return split(whole, BLOCK_TEXT).map((piece) => [run(piece)]);
}
