/** Draws a table: as one where it is narrow and there is room, and always as lines, since phones draw no tables. */
import { plainLines } from "../../chat/plain.ts";
import type { Part } from "../../chat/reply.ts";
import { type Element, type Piece, run } from "./card.ts";
import { CARD } from "./limits.ts";
import { linePieces } from "./lines.ts";

type TablePart = Extract<Part, { kind: "table" }>;

/** Rows of a table that is drawn as one; of a longer one the lines are enough. */
const ROWS = 25;

export function tablePieces(part: TablePart): Piece[] {
  const { title, lines } = plainLines(part);
  const said = linePieces(
    title ?? undefined,
    lines.map((line) => [run(line.replace(/^- /, "• "))]),
  );
  const { columns, rows } = part;
  if (columns.length > CARD.columns || rows.length === 0 || rows.length > ROWS) return said;
  return [{ elements: [tableElement(part)], text: "" }, ...said];
}

function tableElement({ columns, rows }: TablePart): Element {
  return {
    type: "Table",
    targetWidth: "atLeast:Standard",
    firstRowAsHeaders: true,
    showGridLines: true,
    columns: columns.map(() => ({ width: 1 })),
    rows: [columns.map(({ title }) => title), ...rows].map((cells) => ({
      type: "TableRow",
      cells: columns.map((_, place) => ({ type: "TableCell", items: cellItems(cells[place] ?? "") })),
    })),
    fallback: "drop",
  };
}

function cellItems(text: string) {
  return text.trim() === "" ? [] : [{ type: "RichTextBlock", inlines: [run(text)] }];
}
