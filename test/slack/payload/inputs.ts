/** The elements that people can fill in, and what must be so between their bounds. */
import { z } from "zod";
import { element, focused, placeheld } from "./elements.ts";
import { LIMITS } from "./limits.ts";
import { richText } from "./rich-text.ts";

const dispatched = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.literal(["on_enter_pressed", "on_character_entered"]))
        .min(1)
        .max(2),
    })
    .optional(),
};
const typed = { ...dispatched, ...focused, ...placeheld };
const initial_value = z.string().max(LIMITS.inputLength).optional();
const numeric = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "must be a number in quotes")
  .optional();
const length = z.int().max(LIMITS.inputLength);
const lines = z.int().min(1).max(LIMITS.inputLines).optional();

export const richTextInput = element("rich_text_input", {
  initial_value: richText.optional(),
  min_lines: lines,
  max_lines: lines,
  ...typed,
}).superRefine(({ min_lines, max_lines }, context) => checkOrder(context, "min_lines", min_lines, max_lines));
export const inputs = [
  element("plain_text_input", {
    initial_value,
    multiline: z.boolean().optional(),
    min_length: length.min(0).optional(),
    max_length: length.min(1).optional(),
    ...typed,
  }).superRefine(({ min_length, max_length }, context) =>
    checkOrder(context, "min_length", min_length, max_length),
  ),
  element("email_text_input", { initial_value, ...typed }),
  element("url_text_input", { initial_value, ...typed }),
  element("number_input", {
    is_decimal_allowed: z.boolean(),
    initial_value: numeric,
    min_value: numeric,
    max_value: numeric,
    ...typed,
  }).superRefine(checkNumbers),
] as const;
export const fileInput = element("file_input", {
  filetypes: z.array(z.string().min(1)).min(1).optional(),
  max_files: z.int().min(1).max(LIMITS.files).optional(),
});

/** Bounds are said to cross where both are told and the first is above the second. */
function checkOrder(
  context: z.core.$RefinementCtx,
  at: string,
  least: number | undefined,
  most: number | undefined,
): void {
  if (least !== undefined && most !== undefined && least > most)
    context.addIssue({ code: "custom", message: "must not cross its other bound", path: [at] });
}

interface Numbers {
  readonly is_decimal_allowed: boolean;
  readonly initial_value?: string | undefined;
  readonly min_value?: string | undefined;
  readonly max_value?: string | undefined;
}

function checkNumbers(input: Numbers, context: z.core.$RefinementCtx): void {
  const { min_value, max_value, initial_value } = input;
  const [least, most, first] = [min_value, max_value, initial_value].map((each) =>
    each === undefined ? undefined : Number(each),
  );
  checkOrder(context, "min_value", least, most);
  checkOrder(context, "initial_value", least, first);
  checkOrder(context, "initial_value", first, most);
  if (input.is_decimal_allowed) return;
  for (const [at, each] of Object.entries({ min_value, max_value, initial_value }))
    if (each?.includes("."))
      context.addIssue({ code: "custom", message: "must be a whole number", path: [at] });
}
