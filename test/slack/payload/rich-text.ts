/** Rich text: its texts are literal, so nothing in them is escaped. */
import { z } from "zod";
import { LIMITS } from "./limits.ts";
import { id } from "./text.ts";

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
  })
  .optional();
/** A blank is a text here: it stands between two links. */
const literal = z.string().min(1);
const border = z.literal([0, 1]).optional();

const text = z.strictObject({ type: z.literal("text"), text: literal, style });
const link = z.strictObject({
  type: z.literal("link"),
  url: z
    .string()
    .max(LIMITS.url)
    .regex(/^(https?:\/\/|mailto:)[^\s<>]+$/, "must be a valid url"),
  text: literal.optional(),
  unsafe: z.boolean().optional(),
  style,
});
const inline = z.discriminatedUnion("type", [
  text,
  link,
  z.strictObject({
    type: z.literal("emoji"),
    name: z.string().regex(/^[a-z0-9_+'-]+$/, "must be a name without colons"),
    unicode: literal.optional(),
    style,
  }),
  z.strictObject({ type: z.literal("user"), user_id: literal, style }),
  z.strictObject({ type: z.literal("channel"), channel_id: literal, style }),
  z.strictObject({
    type: z.literal("broadcast"),
    range: z.literal(["here", "channel", "everyone"]),
    style,
  }),
]);
const inlines = z.array(inline).min(1);
const section = z.strictObject({ type: z.literal("rich_text_section"), elements: inlines });

export const richText = z.strictObject({
  type: z.literal("rich_text"),
  block_id: id.optional(),
  elements: z
    .array(
      z.discriminatedUnion("type", [
        section,
        z.strictObject({
          type: z.literal("rich_text_list"),
          style: z.literal(["bullet", "ordered"]),
          elements: z.array(z.discriminatedUnion("type", [section])).min(1),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          border,
        }),
        z.strictObject({
          type: z.literal("rich_text_preformatted"),
          elements: z.array(z.discriminatedUnion("type", [text, link])).min(1),
          border,
        }),
        z.strictObject({ type: z.literal("rich_text_quote"), elements: inlines, border }),
      ]),
    )
    .min(1),
});
