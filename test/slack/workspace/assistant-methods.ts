/** assistant.threads.*: prompts to start with, and what the app says it is doing. */
import { z } from "zod";
import { placeOf } from "./channel.ts";
import { type Methods, method, refusal, thread } from "./method.ts";

const prompts = z.looseObject({
  channel_id: z.string(),
  thread_ts: thread.optional(),
  title: z.string().optional(),
  prompts: z
    .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
    .min(1)
    .max(4),
});
const status = z.looseObject({ channel_id: z.string(), thread_ts: thread, status: z.string() });

export const ASSISTANT: Methods = {
  "assistant.threads.setSuggestedPrompts": method(prompts, (platform, { channel_id, title, prompts }) => {
    const place = placeOf(platform, channel_id);
    if (typeof place === "string") return refusal(place);
    platform.prompts.set(channel_id, { title, prompts });
    return {};
  }),

  "assistant.threads.setStatus": method(status, (platform, { channel_id, status }) => {
    const place = placeOf(platform, channel_id);
    if (typeof place === "string") return refusal(place);
    platform.statuses.set(channel_id, status);
    return {};
  }),
};
