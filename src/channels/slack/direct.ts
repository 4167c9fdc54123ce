/** Brings a reply to a direct message: the message that was clicked is changed, else a new one closes the one before. */
import type { Letter, Outcome } from "../../chat/channel.ts";
import type { Answer } from "./api.ts";
import type { Message } from "./block.ts";
import { apart, type Carrier, drawingOf, type FilePart, hasStarted } from "./carrier.ts";
import { sendFile } from "./file.ts";
import { halted, type Live, progressOf, retire } from "./live.ts";
import { messagesOf, messagesWith } from "./message.ts";
import type { Direct } from "./origin.ts";
import { outcomeOf, type Sender, send } from "./send.ts";
import type { Slack } from "./world.ts";

export async function bringDirect(carrier: Carrier, letter: Letter, reference: Direct): Promise<Outcome> {
  const { tenant, number } = letter;
  const { user, thread, clicked } = reference;
  const channel = await findDirect(carrier, tenant, reference);
  if (typeof channel !== "string") return channel;
  const { files, reply } = apart(letter.reply);
  const drawing = drawingOf(carrier, letter, user, true);
  const all = messagesOf(reply, { ...drawing, hasStarted: await hasStarted(carrier, letter, user) });
  const { arrived, before } = progressOf(letter);
  const isInPlace = before !== null && before.ts === clicked;
  let ts: string | null = isInPlace ? clicked : null;
  for (const [place, message] of all.entries()) {
    if (place < arrived) continue;
    const changed = isInPlace && place === 0 ? clicked : null;
    const answer = await put(carrier, tenant, { channel, thread, changed }, message);
    if (answer.kind !== "done") return halted(outcomeOf(answer), letter, { arrived: place, before });
    ts = String(answer.value.ts ?? changed);
  }
  const failed = await sendFiles(carrier, tenant, files, { ...reference, channel });
  if (failed) return halted(failed, letter, { arrived: all.length, before });
  if (before && before.ts !== ts && !isInPlace) carrier.after(() => retire(carrier, letter, user, before));
  return { kind: "delivered", ...(ts === null ? {} : { message: { channel, ts, number } satisfies Live }) };
}

interface Spot {
  readonly channel: string;
  readonly thread: string | null;
  /** The message that is changed; null for a new one. */
  readonly changed: string | null;
}

/** The message is not there any more, or may not be changed any more. */
const CANNOT_CHANGE = new Set([
  "message_not_found",
  "cant_update_message",
  "edit_window_closed",
  "is_inactive",
]);

async function put(sender: Sender, tenant: string, spot: Spot, message: Message): Promise<Answer> {
  const { channel, thread, changed } = spot;
  const answer = await send(sender, channel, message, (each) =>
    changed === null
      ? sender.api.call(tenant, "chat.postMessage", {
          channel,
          ...each,
          unfurl_links: false,
          unfurl_media: false,
          ...(thread === null ? {} : { thread_ts: thread }),
        })
      : sender.api.call(tenant, "chat.update", { channel, ts: changed, ...each }),
  );
  if (changed === null || answer.kind !== "refused" || !CANNOT_CHANGE.has(answer.error)) return answer;
  return put(sender, tenant, { ...spot, changed: null }, message);
}

/** The direct message with somebody; an outcome where Slack opens none. */
export async function findDirect(
  { api }: Slack,
  tenant: string,
  { user, channel }: Direct,
): Promise<string | Outcome> {
  if (channel !== null) return channel;
  const answer = await api.call(tenant, "conversations.open", { users: user });
  if (answer.kind !== "done") return outcomeOf(answer);
  return String((answer.value.channel as { id?: unknown } | undefined)?.id);
}

/** Files go to the person alone; where Slack does not take them, what is in them stands in a message. */
export async function sendFiles(
  sender: Sender,
  tenant: string,
  files: readonly FilePart[],
  reference: Direct,
): Promise<Outcome | null> {
  if (files.length === 0) return null;
  const channel = await findDirect(sender, tenant, reference);
  if (typeof channel !== "string") return channel;
  for (const file of files) {
    if (await sendFile(sender, tenant, channel, file)) continue;
    for (const message of messagesWith([file])) {
      const answer = await put(sender, tenant, { channel, thread: reference.thread, changed: null }, message);
      if (answer.kind !== "done") return outcomeOf(answer);
    }
  }
  return null;
}
