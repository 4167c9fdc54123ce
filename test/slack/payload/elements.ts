/** The elements that people can press or pick from. */
import { z } from "zod";
import { LIMITS } from "./limits.ts";
import {
  checkChoosing,
  checkMenu,
  confirm,
  menuOption,
  optionGroup,
  overflowOption,
  tickOption,
} from "./options.ts";
import { id, plain, url, words } from "./text.ts";

const { options: MANY } = LIMITS;
const style = z.literal(["primary", "danger"]).optional();
const accessibility_label = words(LIMITS.button).optional();
const confirmed = { confirm: confirm.optional() };
export const focused = { focus_on_load: z.boolean().optional() };
export const placeheld = { placeholder: plain(LIMITS.placeholder).optional() };
const picked = { ...confirmed, ...focused, ...placeheld };
const several = { max_selected_items: z.int().min(1).optional() };
const reference = z.string().min(1);
const references = z.array(reference).optional();
const current = {
  default_to_current_conversation: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.literal(["im", "mpim", "private", "public"]))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .refine((filter) => Object.keys(filter).length > 0, "must have at least one property")
    .optional(),
};
const menu = {
  options: z.array(menuOption).min(1).max(MANY.select).optional(),
  option_groups: z.array(optionGroup).min(1).max(MANY.groups).optional(),
};
const ticks = z.array(tickOption).min(1).max(MANY.ticks);
const query = { min_query_length: z.int().min(0).optional() };
const answering = { response_url_enabled: z.boolean().optional() };

/** An element of a type; all of them have an action_id of their own. */
export function element<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.strictObject({ type: z.literal(type), action_id: id, ...shape });
}

export const button = element("button", {
  text: plain(LIMITS.button),
  value: z.string().min(1).max(LIMITS.buttonValue).optional(),
  url: url.optional(),
  style,
  accessibility_label,
  ...confirmed,
});
export const overflow = element("overflow", {
  options: z.array(overflowOption).min(1).max(MANY.overflow),
  ...confirmed,
}).superRefine(checkChoosing);
export const checkboxes = element("checkboxes", {
  options: ticks,
  initial_options: z.array(tickOption).min(1).optional(),
  ...confirmed,
  ...focused,
}).superRefine(checkChoosing);
export const radioButtons = element("radio_buttons", {
  options: ticks,
  initial_option: tickOption.optional(),
  ...confirmed,
  ...focused,
}).superRefine(checkChoosing);

export const datepicker = element("datepicker", { initial_date: z.iso.date().optional(), ...picked });
export const timepicker = element("timepicker", {
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be HH:mm")
    .optional(),
  timezone: z.string().min(1).optional(),
  ...picked,
});
export const datetimepicker = element("datetimepicker", {
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  ...confirmed,
  ...focused,
});

export const selects = [
  element("static_select", { ...menu, initial_option: menuOption.optional(), ...picked }).superRefine(
    checkMenu,
  ),
  element("external_select", { initial_option: menuOption.optional(), ...query, ...picked }),
  element("users_select", { initial_user: reference.optional(), ...picked }),
  element("channels_select", { initial_channel: reference.optional(), ...answering, ...picked }),
  element("conversations_select", {
    initial_conversation: reference.optional(),
    ...answering,
    ...current,
    ...picked,
  }),
  element("multi_static_select", {
    ...menu,
    initial_options: z.array(menuOption).min(1).optional(),
    ...several,
    ...picked,
  }).superRefine(checkMenu),
  element("multi_external_select", {
    initial_options: z.array(menuOption).min(1).optional(),
    ...several,
    ...query,
    ...picked,
  }),
  element("multi_users_select", { initial_users: references, ...several, ...picked }),
  element("multi_channels_select", { initial_channels: references, ...several, ...picked }),
  element("multi_conversations_select", {
    initial_conversations: references,
    ...several,
    ...current,
    ...picked,
  }),
] as const;

const verdict = z.strictObject({
  text: plain(LIMITS.button),
  value: z.string().min(1).max(LIMITS.buttonValue),
  accessibility_label,
});
export const feedbackButtons = element("feedback_buttons", {
  positive_button: verdict,
  negative_button: verdict,
});
export const iconButton = element("icon_button", {
  icon: z.literal("trash"),
  text: plain(LIMITS.button),
  value: z.string().min(1).max(LIMITS.buttonValue).optional(),
  accessibility_label,
  visible_to_user_ids: references,
  ...confirmed,
});
