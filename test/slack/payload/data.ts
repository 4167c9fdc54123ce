/** Tables and charts. */
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { LIMITS } from "./limits.ts";
import { richText } from "./rich-text.ts";
import { id, words } from "./text.ts";
import { wordsIn } from "./walk.ts";

const { table: TABLE, chart: CHART } = LIMITS;
const block_id = id.optional();

/** A cell may be a blank, never empty. */
const cell = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("raw_text"), text: z.string().min(1) }),
  z.strictObject({ type: z.literal("raw_number"), value: z.number(), text: z.string().min(1) }),
  richText,
]);
const row = z.array(cell).min(1).max(TABLE.columns);

function isReadable(rows: unknown): boolean {
  return wordsIn(rows).reduce((sum, text) => sum + text.length, 0) <= TABLE.characters;
}
const TOO_LONG = `must be less than ${TABLE.characters + 1} characters`;

export const table = z.strictObject({
  type: z.literal("table"),
  block_id,
  rows: z.array(row).min(1).max(TABLE.rows).refine(isReadable, TOO_LONG),
  column_settings: z
    .array(
      z.strictObject({
        align: z.literal(["left", "center", "right"]).optional(),
        is_wrapped: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(TABLE.columns)
    .optional(),
});

export const dataTable = z
  .strictObject({
    type: z.literal("data_table"),
    block_id,
    caption: words(LIMITS.text),
    /** The header, and 1 row or more. */
    rows: z
      .array(row)
      .min(2)
      .max(1 + TABLE.rows)
      .refine(isReadable, TOO_LONG),
    page_size: z.int().min(1).max(TABLE.pageSize).optional(),
    row_header_column_index: z.int().min(0).optional(),
  })
  .superRefine(({ rows, row_header_column_index = 0 }, context) => {
    const header = rows[0] ?? [];
    for (const [at, { type }] of header.entries())
      if (type === "rich_text") flaw("unsupported type", ["rows", 0, at, "type"]);
    for (const [at, { length }] of rows.entries())
      if (length !== header.length) flaw("must be as long as the header", ["rows", at]);
    if (row_header_column_index >= header.length)
      flaw("must be one of the columns", ["row_header_column_index"]);

    function flaw(message: string, path: PropertyKey[]): void {
      context.addIssue({ code: "custom", message, path });
    }
  });

const label = words(CHART.label);
const axis_config = z.strictObject({
  categories: z
    .array(label)
    .min(1)
    .max(CHART.categories)
    .refine((names) => new Set(names).size === names.length, "must be unique"),
  x_label: words(CHART.axisTitle).optional(),
  y_label: words(CHART.axisTitle).optional(),
});
const series = z
  .array(z.strictObject({ name: label, data: z.array(z.strictObject({ label, value: z.number() })) }))
  .min(1)
  .max(CHART.series)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, "must have unique names");

function plotted<T extends string>(type: T) {
  return z
    .strictObject({ type: z.literal(type), series, axis_config })
    .superRefine(({ series, axis_config }, context) => {
      const categories = axis_config.categories.toSorted();
      for (const [at, { data }] of series.entries())
        if (!isDeepStrictEqual(data.map((point) => point.label).sort(), categories))
          context.addIssue({
            code: "custom",
            message: "must have one point for each category",
            path: ["series", at, "data"],
          });
    });
}

export const dataVisualization = z.strictObject({
  type: z.literal("data_visualization"),
  block_id,
  title: words(CHART.title),
  chart: z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("pie"),
      segments: z
        .array(z.strictObject({ label, value: z.number().gt(0) }))
        .min(1)
        .max(CHART.segments),
    }),
    plotted("bar"),
    plotted("line"),
    plotted("area"),
  ]),
});
