/** Draws a table: natively where it fits, page after page where it is long, and as lines where it is too wide. */
import { plainLines } from "../../chat/plain.ts";
import type { Part } from "../../chat/reply.ts";
import type { Piece } from "./block.ts";
import { richText, run, section } from "./block.ts";
import { TABLE } from "./limits.ts";

type TablePart = Extract<Part, { kind: "table" }>;

export function tablePieces(part: TablePart): Piece[] {
  return pagesOf(part).map((page) => ({ block: blockOf(page), text: textOf(page) }));
}

/** Each page holds what one message can carry as text, too, so that its text says the same. */
const PAGE_TEXT = 3_000;

function pagesOf(part: TablePart): TablePart[] {
  const pages: TablePart[] = [];
  let rows: (readonly string[])[] = [];
  const size = () => textOf({ ...part, rows }).length;
  for (const row of part.rows) {
    rows.push(row);
    if (rows.length > 1 && (rows.length > TABLE.rows || size() > PAGE_TEXT)) {
      rows.pop();
      pages.push({ ...part, rows });
      rows = [row];
    }
  }
  return [...pages, { ...part, rows }];
}

function textOf(part: TablePart): string {
  const { title, lines } = plainLines(part);
  return [title, ...lines].join("\n");
}

function blockOf(part: TablePart) {
  const { title, columns, rows } = part;
  if (columns.length > TABLE.columns || rows.length === 0 || textOf(part).length > TABLE.characters)
    return asLines(part);
  return {
    type: "data_table",
    caption: title,
    page_size: TABLE.page,
    row_header_column_index: 0,
    rows: [
      columns.map((column) => cell(column.title)),
      ...rows.map((row) => columns.map((_, place) => cell(row[place] ?? ""))),
    ],
  };
}

/** An empty cell is refused. */
function cell(text: string) {
  return { type: "raw_text", text: text.trim() === "" ? " " : text };
}

function asLines(part: TablePart) {
  const { lines } = plainLines(part);
  return richText(
    section(run(part.title, "bold")),
    ...(lines.length > 0
      ? [
          {
            type: "rich_text_list",
            style: "bullet",
            elements: lines.map((line) => section(run(line.replace(/^- /, "")))),
          },
        ]
      : []),
  );
}
