/** What people do in Slack besides clicking: saying, editing, commanding, opening Home, using shortcuts. */
import type { Json } from "./block.ts";
import { directOf, joined, payloadOf, put } from "./channel.ts";
import { richText } from "./entering.ts";
import { asSent, commandFields, interaction } from "./events.ts";
import type { Channel, File, Message, Platform } from "./platform.ts";
import { showAnswer } from "./response-url.ts";
import type { Sent } from "./signing.ts";
import { newResponseUrl, newTrigger } from "./trigger.ts";
import { viewPayload } from "./view.ts";
import { clientMessageId, type Wire } from "./wire.ts";

export interface Saying {
  /** The time of the message that is answered in its thread. */
  readonly thread?: string;
  readonly subtype?: string;
  readonly files?: readonly { readonly name: string; readonly mimetype?: string; readonly content: string }[];
}

export interface Person {
  /** Words in the direct messages with the bot; `@U0AB1` in them becomes a mention. */
  say(user: string, text: string, saying?: Saying): Promise<Sent>;
  edit(user: string, ts: string, text: string): Promise<Sent>;
  /** Mentions the bot in a channel; one that is not known yet has both of them in it. */
  mention(user: string, channel: string, text: string, saying?: { readonly thread?: string }): Promise<Sent>;
  /** `/signpost …`, in the direct messages unless told; a channel that is not known yet has no bot in it. */
  command(user: string, text: string, place?: { readonly channel?: string }): Promise<Sent>;
  openHome(user: string, tab: "home" | "messages"): Promise<Sent>;
  globalShortcut(user: string, callbackId: string): Promise<Sent>;
  /** On a message with this text, which somebody else wrote in the channel. */
  messageShortcut(user: string, callbackId: string, channel: string, text: string): Promise<Sent>;
}

export function newPerson(platform: Platform, wire: Wire): Person {
  const { botUserId } = platform.identity;
  const speak = (user: string, channel: Channel, text: string, { thread, files = [] }: Saying) => {
    const kept = files.map((file) => keepFile(platform, file));
    return put(platform, { channel: channel.id, user, text, thread: thread ?? null, files: kept });
  };
  const channelWith = (id: string, users: readonly string[]) =>
    platform.channels.get(id) ?? joined(platform, id, users);
  const send = (message: Message, more: Json) => wire.event({ ...said(platform, message), ...more });
  return {
    async say(user, text, saying = {}) {
      const message = speak(user, directOf(platform, user), asSent(text, false), saying);
      const subtype = saying.subtype ?? (saying.files ? "file_share" : null);
      return send(message, { channel_type: "im", ...(subtype && { subtype }) });
    },

    async edit(user, ts, text) {
      const message = platform.messages.find((each) => each.ts === ts && each.user === user);
      if (!message) throw new Error(`${user} said nothing at ${ts}`);
      const previous_message = said(platform, message);
      message.text = asSent(text, false);
      message.isEdited = true;
      const now = platform.ts();
      return wire.event({
        type: "message",
        subtype: "message_changed",
        hidden: true,
        channel: message.channel,
        channel_type: "im",
        ts: now,
        event_ts: now,
        message: said(platform, message),
        previous_message,
      });
    },

    async mention(user, channel, text, saying = {}) {
      const place = channelWith(channel, [user, botUserId]);
      if (!place.members.has(botUserId)) throw new Error(`The bot is not in ${channel}: Slack sends nothing`);
      const message = speak(user, place, `<@${botUserId}> ${asSent(text, false)}`, saying);
      return send(message, { type: "app_mention" });
    },

    async command(user, text, { channel: id } = {}) {
      const channel = id === undefined ? directOf(platform, user) : channelWith(id, [user]);
      directOf(platform, user);
      const responseUrl = newResponseUrl(platform, user, channel.id);
      const trigger = newTrigger(platform, user);
      const sent = await wire.form(commandFields(platform, { user, text, channel, trigger, responseUrl }));
      if (sent.trouble || sent.body === "") return sent;
      const answer = typeof sent.json === "object" && sent.json !== null ? sent.json : { text: sent.body };
      const shown = showAnswer(platform, { user, channel: channel.id, message: null }, answer);
      return { ...sent, trouble: shown.ok === true ? null : JSON.stringify(shown) };
    },

    async openHome(user, tab) {
      const channel = directOf(platform, user).id;
      const home = tab === "home" ? platform.homes.get(user) : undefined;
      const view = home && viewPayload(platform, home);
      return wire.event({ type: "app_home_opened", user, channel, tab, ...(view && { view }) });
    },

    async globalShortcut(user, callbackId) {
      directOf(platform, user);
      const body = { type: "shortcut", action_ts: platform.ts(), callback_id: callbackId };
      return wire.interact(interaction(platform, user, { ...body, trigger_id: newTrigger(platform, user) }));
    },

    async messageShortcut(user, callbackId, channel, text) {
      const place = channelWith(channel, [user]);
      const message = speak("UCOLLEAGUE", place, asSent(text, false), {});
      const body = {
        type: "message_action",
        callback_id: callbackId,
        action_ts: platform.ts(),
        trigger_id: newTrigger(platform, user),
        response_url: newResponseUrl(platform, user, channel),
        channel: { id: channel, name: channel.toLowerCase() },
        message_ts: message.ts,
        message: payloadOf(platform, message),
      };
      return wire.interact(interaction(platform, user, body));
    },
  };
}

/** A person's message as events carry it. */
function said(platform: Platform, message: Message): Json {
  const { ts, channel, text } = message;
  return {
    ...payloadOf(platform, message),
    client_msg_id: clientMessageId(),
    blocks: [{ ...richText(text), block_id: platform.id("b") }],
    channel,
    event_ts: ts,
  };
}

function keepFile(
  platform: Platform,
  { name, mimetype, content }: NonNullable<Saying["files"]>[number],
): File {
  const id = platform.id("F");
  const file = { id, name, mimetype: mimetype ?? "text/plain", content: Buffer.from(content) };
  platform.files.set(id, file);
  return file;
}
