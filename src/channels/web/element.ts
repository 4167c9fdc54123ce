/** The slice of Adaptive Cards that the page draws. What else stands in an element is not looked at. */
import { z } from "zod";

const flag = z.boolean().default(false);
const style = {
  text: z.string(),
  size: z.enum(["Default", "Large"]).default("Default"),
  weight: z.enum(["Default", "Bolder"]).default("Default"),
  isSubtle: flag,
};
const spaced = { spacing: z.enum(["Default", "Small", "Medium"]).default("Default") };

const runSchema = z.object({
  type: z.literal("TextRun"),
  ...style,
  color: z.enum(["Default", "Good", "Warning", "Attention", "Accent"]).default("Default"),
  fontType: z.enum(["Default", "Monospace"]).default("Default"),
  italic: flag,
});
export type Run = z.infer<typeof runSchema>;

const markup = z.record(z.string(), z.unknown());
const rowSchema = z.object({ cells: z.array(z.object({ items: z.array(markup) })) });

const asked = { label: z.string(), isRequired: flag };
const written = { ...asked, placeholder: z.string().default("") };
const value = z.union([z.string(), z.number()]).default("");

const inputSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Input.Text"), ...written, value }),
  z.object({ type: z.literal("Input.Number"), ...written, value }),
  z.object({ type: z.literal("Input.Date"), ...written, value }),
  z.object({
    type: z.literal("Input.ChoiceSet"),
    ...asked,
    value: z.string().default(""),
    choices: z.array(z.object({ title: z.string(), value: z.string() })),
    style: z.enum(["compact", "expanded"]).default("compact"),
    isMultiSelect: flag,
  }),
]);
export type Input = z.infer<typeof inputSchema>;

export const elementSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("TextBlock"),
    ...style,
    ...spaced,
    style: z.enum(["default", "heading"]).default("default"),
  }),
  z.object({ type: z.literal("RichTextBlock"), ...spaced, inlines: z.array(runSchema) }),
  z.object({
    type: z.literal("Table"),
    firstRowAsHeaders: z.boolean().default(true),
    rows: z.array(rowSchema).min(1),
  }),
  z.object({
    type: z.literal("Chart.HorizontalBar"),
    title: z.string(),
    xAxisTitle: z.string().default(""),
    data: z.array(z.object({ x: z.string(), y: z.number() })),
  }),
  ...inputSchema.options,
]);
export type Element = z.infer<typeof elementSchema>;

/** Whatever it does where it can be pressed. */
export const actionSchema = z.object({ title: z.string(), tooltip: z.string().optional() });

export const cardSchema = z.object({
  body: z.array(markup).default([]),
  actions: z.array(markup).default([]),
});
