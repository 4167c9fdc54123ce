/** The slice of Slack's blocks that the page draws. What else stands in a block is not looked at. */
import { z } from "zod";

const words = z.object({ text: z.string() });
const flag = z.boolean().default(false);
const styleSchema = z.object({ bold: flag, italic: flag, strike: flag, code: flag });

const runSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("text"),
    text: z.string(),
    style: styleSchema.prefault({}),
  }),
  z.object({ type: z.literal("user"), user_id: z.string() }),
]);
export type Run = z.infer<typeof runSchema>;

const runs = z.array(runSchema);
const richTextSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("rich_text_section"), elements: runs }),
  z.object({ type: z.literal("rich_text_preformatted"), elements: runs }),
  z.object({
    type: z.literal("rich_text_list"),
    style: z.enum(["bullet", "ordered"]),
    offset: z.int().min(0).default(0),
    elements: z.array(z.object({ elements: runs })),
  }),
]);
export type RichText = z.infer<typeof richTextSchema>;

const optionSchema = z.object({ text: words, description: words.optional() });
export type Option = z.infer<typeof optionSchema>;

const options = z.array(optionSchema);
const controlSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("button"),
    text: words,
    style: z.enum(["primary", "danger"]).optional(),
    accessibility_label: z.string().optional(),
  }),
  z.object({ type: z.literal("radio_buttons"), options }),
  z.object({ type: z.literal("checkboxes"), options }),
  z.object({ type: z.literal("static_select"), placeholder: words, options }),
  z.object({ type: z.literal("multi_static_select"), placeholder: words, options }),
]);
export type Control = z.infer<typeof controlSchema>;

export const blockSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("header"), text: words }),
  z.object({ type: z.literal("rich_text"), elements: z.array(richTextSchema) }),
  z.object({ type: z.literal("section"), text: words.optional(), fields: z.array(words).default([]) }),
  z.object({ type: z.literal("context"), elements: z.array(words) }),
  z.object({ type: z.literal("actions"), elements: z.array(controlSchema) }),
  z.object({ type: z.literal("divider") }),
  z.object({
    type: z.literal("data_table"),
    caption: z.string(),
    row_header_column_index: z.int().optional(),
    rows: z.array(z.array(words)).min(1),
  }),
  z.object({
    type: z.literal("data_visualization"),
    title: z.string(),
    chart: z.object({
      type: z.literal("bar"),
      series: z.array(
        z.object({ name: z.string(), data: z.array(z.object({ label: z.string(), value: z.number() })) }),
      ),
    }),
  }),
]);
export type Block = z.infer<typeof blockSchema>;

const SAYING = new Set(["text", "title", "caption", "alt_text", "description", "label"]);

/** Every word that somebody could read in a block of any kind; its kind where there is none. */
export function plainText(block: Readonly<Record<string, unknown>>): string {
  return sayingIn(block).join("\n") || String(block.type);
}

function sayingIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === "string" && SAYING.has(name) ? [inner] : sayingIn(inner),
  );
}
