/** Brings a reply to a direct message: the message that was clicked is changed, else a new one closes the one before. */
import type { Letter, Outcome } from "../../chat/channel.ts";
import type { FilePart } from "../../chat/reply.ts";
import { writtenOut } from "../../chat/written.ts";
import { left, type Step, stageOf, walk } from "../post/journey.ts";
import type { Answer } from "./api.ts";
import type { Message } from "./block.ts";
import { apart, type Carrier, drawingOf, hasStarted } from "./carrier.ts";
import { sendFile } from "./file.ts";
import { retire } from "./live.ts";
import { messagesOf, messagesWith } from "./message.ts";
import { type Direct, inThread } from "./origin.ts";
import { outcomeOf, type Sender, send, takenFrom } from "./send.ts";
import type { Slack } from "./world.ts";

export async function bringDirect(
  carrier: Carrier,
  letter: Letter,
  reference: Direct,
  signal: AbortSignal,
): Promise<Outcome> {
  const { tenant } = letter;
  const { user, thread, clicked } = reference;
  const channel = await findDirect(carrier, tenant, reference);
  if (typeof channel !== "string") return channel;
  const { files, reply } = apart(letter.reply);
  const drawing = drawingOf(carrier, letter, user, true);
  const all = messagesOf(reply, { ...drawing, hasStarted: await hasStarted(carrier, letter, user) });
  const from = stageOf(letter, "direct");
  const { before } = from;
  const changed = before !== null && before.id === clicked ? clicked : null;
  const steps = all.map((message, place): Step => {
    const spot = { channel, thread, changed: place === 0 ? changed : null };
    return async () => takenFrom(await put(carrier, tenant, spot, message), spot.changed);
  });
  const spot = { channel, thread, changed: null };
  const end = await walk({ signal, passed: carrier.passed }, from, [
    ...steps,
    ...fileSteps(carrier, tenant, spot, files),
  ]);
  if ("kind" in end) return end;
  if (before && before.id !== end.id && changed === null)
    carrier.after(() => retire(carrier, letter, user, before));
  return { kind: "delivered", ...left(end, channel) };
}

export interface Spot {
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
          ...inThread(thread),
          unfurl_links: false,
          unfurl_media: false,
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

/** Files go to the person alone; where Slack does not take one, what is in it stands in messages. */
export function fileSteps(sender: Sender, tenant: string, spot: Spot, files: readonly FilePart[]): Step[] {
  return files.flatMap((file) => {
    const pages = messagesWith(writtenOut(file, sender.words.says.fileShorter));
    const upload: Step = async () => {
      const answer = await sendFile(sender, tenant, spot, file);
      if (answer.kind === "later") return answer;
      return { kind: "taken", ...(answer.kind === "done" ? { skips: pages.length } : {}) };
    };
    const posts = pages.map(
      (page): Step =>
        async () =>
          takenFrom(await put(sender, tenant, spot, page), null),
    );
    return [upload, ...posts];
  });
}
