/** chat.* and conversations.open: the app speaks, and Slack refuses what it refuses. */
import { z } from "zod";
import { flawsOf, type Surface } from "../payload/payload.ts";
import type { Json } from "./block.ts";
import { directOf, isKnown, payloadOf, placeOf, put, remove, replace } from "./channel.ts";
import { blocks, type Methods, method, refusal, thread } from "./method.ts";
import type { Message, Platform } from "./platform.ts";

/** Characters of an updated text. */
const LONGEST_UPDATE = 4_000;

const content = z.looseObject({ text: z.string().optional(), blocks: blocks.optional() });
const addressed = content.extend({ channel: z.string(), thread_ts: thread.optional() });
const existing = z.looseObject({ channel: z.string(), ts: z.string() });

/** Why Slack does not take this message, or null. */
export function refusedContent(surface: Surface, { text, blocks, attachments, markdown_text }: Json) {
  if (!text && !(Array.isArray(blocks) && blocks.length > 0)) return refusal("no_text");
  const flaws = flawsOf(surface, { text, blocks, attachments, markdown_text });
  return flaws.length === 0 ? null : refusal("invalid_blocks", flaws);
}

/** The bot's own message at this time that everybody sees, or the word with which Slack refuses. */
function ownMessage(platform: Platform, channel: string, ts: string, forbidden: string): Message | string {
  if (!platform.channels.has(channel)) return "channel_not_found";
  const message = platform.messages.find(
    (each) => each.ts === ts && each.channel === channel && each.only === null,
  );
  if (!message) return "message_not_found";
  return message.user === platform.identity.botUserId ? message : forbidden;
}

export const CHAT: Methods = {
  "chat.postMessage": method(addressed, (platform, given) => {
    // A person's id stands for the direct messages with them.
    const isPerson = /^[UW]/.test(given.channel) && isKnown(platform, given.channel);
    const place = placeOf(platform, isPerson ? directOf(platform, given.channel).id : given.channel);
    if (typeof place === "string") return refusal(place);
    const refused = refusedContent("message", given);
    if (refused) return refused;
    const user = platform.identity.botUserId;
    const { text, blocks, thread_ts = null } = given;
    const message = put(platform, { channel: place.id, user, text, blocks, thread: thread_ts });
    return { channel: place.id, ts: message.ts, message: payloadOf(platform, message) };
  }),

  "chat.update": method(content.extend(existing.shape), (platform, given) => {
    const message = ownMessage(platform, given.channel, given.ts, "cant_update_message");
    if (typeof message === "string") return refusal(message);
    if ((given.text ?? "").length > LONGEST_UPDATE) return refusal("msg_too_long");
    const refused = refusedContent("message", given);
    if (refused) return refused;
    replace(platform, message, given);
    const { channel, ts, text } = message;
    return { channel, ts, text, message: payloadOf(platform, message) };
  }),

  "chat.postEphemeral": method(addressed.extend({ user: z.string() }), (platform, given) => {
    const place = placeOf(platform, given.channel);
    if (typeof place === "string") return refusal(place);
    if (!place.members.has(given.user)) return refusal("user_not_in_channel");
    const refused = refusedContent("ephemeral", given);
    if (refused) return refused;
    const { text, blocks, user: only, thread_ts = null } = given;
    const user = platform.identity.botUserId;
    const message = put(platform, { channel: place.id, user, only, text, blocks, thread: thread_ts });
    return { message_ts: message.ts };
  }),

  "chat.delete": method(existing, (platform, { channel, ts }) => {
    const message = ownMessage(platform, channel, ts, "cant_delete_message");
    if (typeof message === "string") return refusal(message);
    remove(platform, message);
    return { channel, ts };
  }),

  "conversations.open": method(z.looseObject({ users: z.string() }), (platform, { users }) => {
    const known = isKnown(platform, users);
    if (!known) return refusal("user_not_found");
    return { channel: { id: directOf(platform, users).id } };
  }),
};
