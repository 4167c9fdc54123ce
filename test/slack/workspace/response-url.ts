/** What an app answers by a response_url or in the answer to a command, and how it is shown. */
import { z } from "zod";
import type { Json } from "./block.ts";
import { put, remove, replace } from "./channel.ts";
import { refusedContent } from "./chat-methods.ts";
import { blocks, refusal, thread } from "./method.ts";
import type { Platform, ResponseUrl } from "./platform.ts";
import { takeResponseUrl } from "./trigger.ts";

const answer = z.looseObject({
  text: z.string().optional(),
  blocks: blocks.optional(),
  response_type: z.enum(["ephemeral", "in_channel"]).default("ephemeral"),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: thread.optional(),
});

/** Shows an answer where its address leads; `{ ok: true }` or a refusal. */
export function showAnswer(platform: Platform, to: Omit<ResponseUrl, "uses" | "at">, body: unknown): Json {
  const read = answer.safeParse(body);
  if (!read.success) return refusal("invalid_payload");
  const { text, blocks, response_type, replace_original, delete_original, thread_ts: thread } = read.data;
  const { message, user, channel } = to;
  if (delete_original) {
    if (message && platform.messages.includes(message)) remove(platform, message);
    return { ok: true };
  }
  const refused = refusedContent(response_type === "ephemeral" ? "ephemeral" : "message", read.data);
  if (refused) return refused;
  if (replace_original && message) {
    if (!platform.messages.includes(message)) return refusal("message_not_found");
    replace(platform, message, { text, blocks: blocks ?? [] });
    return { ok: true };
  }
  const only = response_type === "ephemeral" ? user : null;
  put(platform, { channel, user: platform.identity.botUserId, only, text, blocks, thread: thread ?? null });
  return { ok: true };
}

/** A post to a response_url; the HTTP status and what is answered. */
export function respond(platform: Platform, id: string, body: unknown): { status: number; answer: Json } {
  const url = takeResponseUrl(platform, id);
  if (typeof url === "string") return { status: 404, answer: refusal(url) };
  const answer = showAnswer(platform, url, body);
  return { status: answer.ok === true ? 200 : 400, answer };
}
