/** Reads the slices of Slack's payloads that are used here. What has another shape is refused at the door. */
import { z } from "zod";
import { RESPONSE } from "./limits.ts";
import { type Origin, originSchema } from "./origin.ts";

const id = z.string().min(1).max(255);
const user = z.object({ id });

export const messageSchema = z.object({
  event_id: id,
  authorizations: z.array(z.object({ user_id: id.nullish() })).nullish(),
  event: z.object({
    channel: id,
    channel_type: z.string().optional(),
    user: id.optional(),
    text: z.string().nullish(),
    ts: id,
    thread_ts: id.optional(),
    subtype: z.string().optional(),
    bot_id: z.string().nullish(),
    files: z.array(z.unknown()).optional(),
    message: z
      .object({
        user: id.optional(),
        text: z.string().nullish(),
        bot_id: z.string().nullish(),
        thread_ts: id.optional(),
      })
      .optional(),
    previous_message: z.object({ text: z.string().nullish() }).optional(),
  }),
});
export type MessageEvent = z.infer<typeof messageSchema>;

export const homeSchema = z.object({
  event_id: id,
  event: z.object({ user: id, tab: z.string().optional() }),
});

/** The app, or its tokens, are gone. */
export const removedSchema = z.object({
  event_time: z.number().describe("Seconds since 1970"),
  event: z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }).optional() }),
});

export const commandSchema = z.object({
  text: z.string().default(""),
  user_id: id,
  channel_id: id,
  trigger_id: id,
  response_url: z.string().optional(),
});

const picked = z.object({ value: z.string() });
const state = z.object({
  values: z.record(z.string(), z.record(z.string(), z.unknown())),
});

export const clickSchema = z.object({
  user,
  trigger_id: id.optional(),
  response_url: z.string().optional(),
  container: z.object({
    type: z.string(),
    message_ts: id.optional(),
    view_id: id.optional(),
    channel_id: id.optional(),
    thread_ts: id.nullish(),
    is_ephemeral: z.boolean().optional(),
  }),
  actions: z
    .array(
      z.object({
        action_id: id,
        block_id: id,
        value: z.string().nullish(),
        selected_option: picked.nullish(),
      }),
    )
    .min(1),
  state: state.nullish(),
});
export type Click = z.infer<typeof clickSchema>;

export const submissionSchema = z.object({
  user,
  view: z.object({
    id,
    callback_id: z.string(),
    private_metadata: z.string(),
    state,
    blocks: z.array(z.object({ type: z.string(), block_id: z.string() })).min(1),
  }),
});
export type Submission = z.infer<typeof submissionSchema>;

/** What goes with a form and comes back: where its reply goes, and the question it answers. */
const carriedSchema = originSchema.extend({ question: z.string() });
export type Carried = z.infer<typeof carriedSchema>;

export function readCarried(text: string): Carried | null {
  try {
    return carriedSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export const shortcutSchema = z.object({
  user,
  trigger_id: id,
  callback_id: z.string(),
  message: z.object({ text: z.string().nullish() }).optional(),
});

/** Where a click was made. `now` in milliseconds. */
export function originOfClick({ user, container, response_url }: Click, tenant: string, now: number): Origin {
  const { channel_id: channel, message_ts: clicked, thread_ts, is_ephemeral } = container;
  const thread = thread_ts ?? null;
  if (container.type === "view" || !channel) return { tenant, reference: { kind: "home", user: user.id } };
  if (channel.startsWith("D") && !is_ephemeral)
    return {
      tenant,
      reference: { kind: "direct", user: user.id, channel, thread, clicked: clicked ?? null },
    };
  const respond = respondAt(response_url, now);
  return {
    tenant,
    reference: {
      kind: "ephemeral",
      user: user.id,
      channel,
      thread,
      respond,
      isReplacing: is_ephemeral === true,
    },
  };
}

export function respondAt(url: string | undefined, now: number) {
  return url === undefined ? null : { url, until: now + RESPONSE.lives };
}

/** What was ticked or picked in the blocks of a message, or filled into a form, by block. */
export function valuesIn(values: Submission["view"]["state"]["values"]): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(values).map(([block, elements]) => [block, Object.values(elements).flatMap(filledIn)]),
  );
}

const filledSchema = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: picked.nullish(),
  selected_options: z.array(picked).nullish(),
});

function filledIn(element: unknown): string[] {
  const { data } = filledSchema.safeParse(element);
  if (!data) return [];
  const single = data.value ?? data.selected_date ?? data.selected_option?.value;
  return [...(single == null ? [] : [single]), ...(data.selected_options ?? []).map(({ value }) => value)];
}
