/** Channels, who is in them, and what is posted there. */

import type { Block, Json } from "./block.ts";
import { named } from "./block.ts";
import { type Entries, updated } from "./form.ts";
import type { Channel, File, Message, Platform } from "./platform.ts";

/** The direct messages between a person and the bot; a person is known from then on. */
export function directOf(platform: Platform, user: string): Channel {
  const { team, botUserId } = platform.identity;
  const id = `D${team.slice(1)}${user.slice(1)}`;
  return open(platform, { id, isDirect: true, members: new Set([user, botUserId]) });
}

/** A channel with these people in it, added to those who are there already. */
export function joined(platform: Platform, id: string, users: readonly string[]): Channel {
  const channel = open(platform, { id, isDirect: false, members: new Set() });
  for (const user of users) {
    channel.members.add(user);
    if (user !== platform.identity.botUserId) directOf(platform, user);
  }
  return channel;
}

function open({ channels }: Platform, channel: Channel): Channel {
  const there = channels.get(channel.id) ?? channel;
  channels.set(channel.id, there);
  return there;
}

export function isKnown({ channels }: Platform, user: string): boolean {
  return [...channels.values()].some(({ members }) => members.has(user));
}

/** The channel in which the bot may speak, or the word with which Slack refuses. */
export function placeOf(platform: Platform, id: string): Channel | string {
  const channel = platform.channels.get(id);
  if (!channel) return "channel_not_found";
  return channel.members.has(platform.identity.botUserId) ? channel : "not_in_channel";
}

export interface Letter {
  readonly channel: string;
  readonly user: string;
  readonly only?: string | null;
  readonly thread?: string | null;
  readonly text?: string | undefined;
  readonly blocks?: readonly Block[] | undefined;
  readonly files?: Message["files"];
}

export function put(platform: Platform, letter: Letter): Message {
  const { only = null, thread = null, text = "", blocks = [], files = [] } = letter;
  const shown = named(blocks, () => platform.id("b"));
  const { channel, user } = letter;
  const message = { ts: platform.ts(), channel, user, only, thread, text, files, isEdited: false };
  const kept = { ...message, blocks: shown };
  platform.messages.push(kept);
  return kept;
}

/** What was not given stays as it was: an update with text alone leaves the blocks. */
export function replace(
  platform: Platform,
  message: Message,
  { text, blocks }: Pick<Letter, "text" | "blocks">,
): void {
  message.text = text ?? message.text;
  if (blocks)
    message.blocks = updated(
      message.blocks,
      named(blocks, () => platform.id("b")),
      entriesOf(platform, message.ts),
    );
  message.isEdited = true;
}

export function remove({ messages }: Platform, message: Message): void {
  messages.splice(messages.indexOf(message), 1);
}

/** What is entered on a surface, by the time of its message or the id of its view; in a channel all share it. */
export function entriesOf({ entries }: Platform, surface: string): Entries {
  const there = entries.get(surface) ?? new Map();
  entries.set(surface, there);
  return there;
}

/** A message as Slack puts it into payloads and answers. */
export function payloadOf({ identity, origin }: Platform, message: Message): Json {
  const { ts, user, text, blocks, thread, isEdited, files } = message;
  const isOurs = user === identity.botUserId;
  return {
    type: "message",
    user,
    ...(isOurs && { bot_id: identity.botId, app_id: identity.appId }),
    ts,
    text,
    team: identity.team,
    blocks,
    ...(thread && { thread_ts: thread }),
    ...(isEdited && { edited: { user, ts } }),
    ...(files.length > 0 && { files: files.map((file) => filePayload(origin, file)) }),
  };
}

function filePayload(origin: string, { id, name, mimetype, content }: File): Json {
  const filetype = name.split(".").at(-1);
  const url_private = `${origin}file/${id}`;
  return { id, name, title: name, mimetype, filetype, size: content.length, url_private, mode: "hosted" };
}
