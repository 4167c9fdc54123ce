/** Slack's Web API on this computer: it takes messages and notes them, with as little work as it can. */
import { conversationId } from "../../src/store/conversations.ts";
import { TEAM } from "../slack/clicks.ts";
import type { Arrival, Mailroom } from "./mailroom.ts";
import { type Asked, isApology, openPlatform, type Platform } from "./platform.ts";
import { type Json, jsonOf, listOf } from "./shown.ts";
import { shownIn } from "./slack-shown.ts";

const BOT = { team_id: TEAM, user_id: "UBOT", bot_id: "BBOT", user: "signpost", team: "Load" };

export async function openSlackPlatform(mail: Mailroom): Promise<Platform> {
  let count = 0;
  let origin = "";
  const newTime = () => {
    count += 1;
    return `${Math.floor(Date.now() / 1_000)}.${String(count).padStart(6, "0")}`;
  };
  const note = (by: number, body: Json, { message, content }: Pick<Arrival, "message" | "content">) => {
    const shown = shownIn(body, message);
    const conversation = conversationOf(String(body.channel ?? body.channel_id));
    const number = shown?.number ?? null;
    mail.arrive({ conversation, at: Date.now(), by, number, message, content }, shown);
  };
  const call = (method: string, by: number, body: Json): Json => {
    switch (method) {
      case "auth.test":
        return BOT;
      case "chat.postMessage": {
        const ts = newTime();
        note(by, body, { message: ts, content: String(body.text) });
        return { ts, channel: body.channel };
      }
      case "chat.update": {
        const ts = String(body.ts);
        // Without anything to press it is only closed.
        if (shownIn(body, ts)) note(by, body, { message: ts, content: String(body.text) });
        return { ts, channel: body.channel };
      }
      case "chat.postEphemeral":
        if (isApology(String(body.text))) mail.apologise(conversationOf(String(body.channel)));
        return { message_ts: newTime() };
      case "files.getUploadURLExternal": {
        const file_id = `F${newTime()}`;
        return { upload_url: `${origin}/upload/${file_id}`, file_id };
      }
      case "files.completeUploadExternal": {
        const [{ id = "", title = "" } = {}] = listOf(body.files);
        note(by, body, { message: String(id), content: `file ${title}` });
        return { files: body.files };
      }
      default:
        return {};
    }
  };
  const platform = await openPlatform((asked) => {
    const method = /^\/api\/([\w.]+)/.exec(asked.path)?.[1];
    return { ok: true, ...(method ? call(method, asked.by, bodyOf(asked)) : {}) };
  });
  origin = platform.address;
  return platform;
}

function conversationOf(channel: string): string {
  return conversationId({ channel: "slack", tenant: TEAM }, channel.slice(1));
}

/** Lists in a form are JSON. */
function bodyOf({ type, body }: Asked): Json {
  if (type.startsWith("application/json")) return jsonOf(JSON.parse(body));
  const fields = [...new URLSearchParams(body)];
  return Object.fromEntries(
    fields.map(([name, value]) => [name, LIST.test(value) ? JSON.parse(value) : value]),
  );
}

const LIST = /^\[\{/;
