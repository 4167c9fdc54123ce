/** The blocks, and which of them each surface takes. A block or an element that is not here is refused. */
import { z } from "zod";
import { dataTable, dataVisualization, table } from "./data.ts";
import {
  button,
  checkboxes,
  datepicker,
  datetimepicker,
  feedbackButtons,
  iconButton,
  overflow,
  radioButtons,
  selects,
  timepicker,
} from "./elements.ts";
import { fileInput, inputs, richTextInput } from "./inputs.ts";
import { LIMITS } from "./limits.ts";
import { richText } from "./rich-text.ts";
import { id, markdown, mrkdwn, plain, plainOrMrkdwn, url, words } from "./text.ts";

const image = z
  .strictObject({
    type: z.literal("image"),
    image_url: url.optional(),
    slack_file: z
      .strictObject({ id: z.string().min(1).optional(), url: url.optional() })
      .refine((file) => (file.id === undefined) !== (file.url === undefined), "must have either id or url")
      .optional(),
    alt_text: words(LIMITS.alt),
  })
  .refine(hasOneSource, "must have either image_url or slack_file");

function hasOneSource(image: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}

function block<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.strictObject({ type: z.literal(type), block_id: id.optional(), ...shape });
}

const { image_url, slack_file, alt_text } = image.shape;
const section = block("section", {
  text: plainOrMrkdwn(LIMITS.text).optional(),
  fields: z.array(plainOrMrkdwn(LIMITS.field)).min(1).max(LIMITS.fields).optional(),
  accessory: z
    .discriminatedUnion("type", [
      button,
      checkboxes,
      datepicker,
      image,
      overflow,
      radioButtons,
      timepicker,
      ...selects,
    ])
    .optional(),
  expand: z.boolean().optional(),
}).refine(({ text, fields }) => text !== undefined || fields !== undefined, "must have text or fields");

const everywhere = [
  section,
  block("divider", {}),
  block("header", { text: plain(LIMITS.header) }),
  block("image", {
    image_url,
    slack_file,
    alt_text,
    title: plain(LIMITS.imageTitle).optional(),
  }).refine(hasOneSource, "must have either image_url or slack_file"),
  block("context", {
    elements: z
      .array(z.discriminatedUnion("type", [image, plain(LIMITS.text), mrkdwn(LIMITS.text)]))
      .min(1)
      .max(LIMITS.context),
  }),
  block("actions", {
    elements: z
      .array(
        z.discriminatedUnion("type", [
          button,
          checkboxes,
          datepicker,
          datetimepicker,
          overflow,
          radioButtons,
          richTextInput,
          timepicker,
          ...selects,
        ]),
      )
      .min(1)
      .max(LIMITS.actions),
  }),
  richText,
] as const;

const filled = [
  checkboxes,
  datepicker,
  datetimepicker,
  radioButtons,
  richTextInput,
  timepicker,
  ...selects,
  ...inputs,
] as const;

function input<T extends z.ZodType>(element: T) {
  return block("input", {
    label: plain(LIMITS.label),
    hint: plain(LIMITS.label).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element,
  });
}

export const messageBlock = z.discriminatedUnion("type", [
  ...everywhere,
  table,
  dataTable,
  dataVisualization,
  block("markdown", { text: markdown }),
  block("context_actions", {
    elements: z
      .array(z.discriminatedUnion("type", [feedbackButtons, iconButton]))
      .min(1)
      .max(LIMITS.contextActions),
  }),
]);
export const homeBlock = z.discriminatedUnion("type", [
  ...everywhere,
  input(z.discriminatedUnion("type", [...filled])),
]);
export const modalBlock = z.discriminatedUnion("type", [
  ...everywhere,
  input(z.discriminatedUnion("type", [...filled, fileInput])),
]);
