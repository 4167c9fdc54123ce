/** Tables: their shape and how much they hold. */
import { describe } from "vitest";
import { changesOf, counts, long, refuses, takes, within } from "./case.ts";
import { cell, type Json, many, message, TABLE } from "./samples.ts";

const EMPTY = "must be more than 0 characters";
const ONE = "must be at least 1 items";
const UNEVEN = "must be as long as the header";
const WIDE = "must be no more than 20 items";
const COLUMN = "row_header_column_index";
const name = {
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "Ann" }] }],
};
const grid = (rows: number, columns: number) => many(rows, () => many(columns, () => cell("1")));
const OLD: Json = {
  type: "table",
  rows: grid(1, 2),
  column_settings: [{ align: "right", is_wrapped: true }],
};
const rows = (value: unknown): Json => ({ ...TABLE, rows: value });
const old = (value: unknown): Json => ({ ...OLD, rows: value });

const NEW = changesOf(TABLE, [
  ["no caption", "/caption", undefined, "missing required field: caption", ""],
  ["an empty caption", "/caption", "", EMPTY],
  ["no rows", "/rows", undefined, "missing required field: rows", ""],
  ["a header alone", "/rows", grid(1, 1), "must be at least 2 items"],
  ["a row that is too short", "/rows/1", [cell("1")], UNEVEN],
  ["a row that is too long", "/rows/2", [cell("1"), cell("2"), cell("3")], UNEVEN],
  ["rich text in the header", "/rows/0/1", name, "unsupported type", "/rows/0/1/type"],
  ["an unknown kind of cell", "/rows/1/1/type", "raw_date", "unsupported type"],
  ["a bare text for a cell", "/rows/1/1", "3", "must be object"],
  ["an empty cell", "/rows/1/0/text", "", EMPTY],
  ["a number in quotes", "/rows/1/1/value", "3", "must be number"],
  ["a number that is none", "/rows/1/1/value", Number.NaN, "must be number"],
  ["a number without its text", "/rows/1/1/text", undefined, "missing required field: text", "/rows/1/1"],
  ["a number with an empty text", "/rows/1/1/text", "", EMPTY],
  ["a page of no rows", "/page_size", 0, "must be at least 1"],
  ["a page that is too long", "/page_size", 101, "must be at most 100"],
  ["half a row on a page", "/page_size", 1.5, "must be int"],
  ["a row header before the columns", `/${COLUMN}`, -1, "must be at least 0"],
  ["a row header after the columns", `/${COLUMN}`, 2, "must be one of the columns"],
]);
const OLDER = changesOf(OLD, [
  ["no row", "/rows", [], ONE],
  ["a row of nothing", "/rows/0", [], ONE],
  ["an empty cell", "/rows/0/0/text", "", EMPTY],
  ["an unknown side", "/column_settings/0/align", "top", "must be left or center or right"],
  ["settings of no column", "/column_settings", [], ONE],
]);

const filled = (text: string) => [[cell("Name")], [cell(text.slice(4))]];

describe("in a data_table,", () => {
  refuses(within("message", message, "/blocks/0", NEW));
  takes([
    [
      "rich text and a blank",
      "message",
      message(
        rows([
          [cell("Name"), cell(" ")],
          [name, cell(" ")],
        ]),
      ),
    ],
    ["nothing but the least", "message", message({ type: "data_table", caption: "One", rows: grid(2, 1) })],
  ]);
  counts(
    long("message", message, "/blocks/0", [["its cells", 10_000, (text) => rows(filled(text)), "/rows"]]),
  );
  counts([
    [
      "columns",
      20,
      "message",
      (count) => message(rows([...grid(1, 20), ...grid(1, count)])),
      WIDE,
      "/blocks/0/rows/1",
    ],
    [
      "rows and a header",
      101,
      "message",
      (count) => message(rows(grid(count, 1))),
      "must be no more than 101 items",
      "/blocks/0/rows",
    ],
  ]);
});

describe("in a table,", () => {
  refuses(within("message", message, "/blocks/0", OLDER));
  takes([["rich text anywhere", "message", message(old([[name, cell("1")]]))]]);
  counts(
    long("message", message, "/blocks/0", [["its cells", 10_000, (text) => old(filled(text)), "/rows"]]),
  );
  counts([
    ["columns", 20, "message", (count) => message(old(grid(1, count))), WIDE, "/blocks/0/rows/0"],
    [
      "rows",
      100,
      "message",
      (count) => message(old(grid(count, 1))),
      "must be no more than 100 items",
      "/blocks/0/rows",
    ],
    [
      "settings",
      20,
      "message",
      (count) => message({ ...OLD, column_settings: many(count, () => ({})) }),
      WIDE,
      "/blocks/0/column_settings",
    ],
  ]);
});
