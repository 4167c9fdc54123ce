/** An independent judge of what is sent to Slack: as strict as Slack, and as our own rules of accessibility. */
import { z } from "zod";
import { ACCESS } from "./access.ts";
import { homeBlock, messageBlock, modalBlock } from "./blocks.ts";
import { type Flaw, flawsBy, sentenceOf } from "./flaw.ts";
import { LIMITS } from "./limits.ts";
import { RULES, type Whole, wholeOf } from "./rules.ts";
import { id, markup, plain } from "./text.ts";

export type Surface = Whole["surface"];

const nothing = z
  .unknown()
  .refine(() => false, "must not be there")
  .optional();
/** What else a message has belongs to the method that sends it. Attachments would escape this judge. */
const message = z.looseObject({
  text: markup(LIMITS.fallback),
  blocks: z.array(messageBlock).max(LIMITS.blocks.message).optional(),
  attachments: z.array(z.unknown()).max(0).optional(),
  markdown_text: nothing,
});

const named = {
  callback_id: id.optional(),
  external_id: id.optional(),
  private_metadata: z.string().max(LIMITS.privateMetadata).optional(),
};
const home = z.strictObject({
  type: z.literal("home"),
  blocks: z.array(homeBlock).min(1).max(LIMITS.blocks.view),
  ...named,
});
const title = plain(LIMITS.viewTitle);
const modal = z.strictObject({
  type: z.literal("modal"),
  title,
  submit: title.optional(),
  close: title.optional(),
  blocks: z.array(modalBlock).min(1).max(LIMITS.blocks.view),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  ...named,
});

const SHAPES: Readonly<Record<Surface, z.ZodType>> = { message, ephemeral: message, home, modal };

/**
 * What Slack would refuse, each with its JSON pointer, such as
 * `[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]`; empty = fine.
 * The payload is judged as it would be on the wire: what JSON drops is not there. Never throws on JSON.
 */
export function flawsOf(surface: Surface, payload: unknown): string[] {
  const sent: unknown = JSON.parse(JSON.stringify(payload) ?? "null");
  const whole = wholeOf(surface, sent);
  const flaws: Flaw[] = [
    ...flawsBy(SHAPES[surface], sent),
    ...[...RULES, ...ACCESS].flatMap((rule) => rule(whole)),
  ];
  return flaws.map(sentenceOf);
}
