/** Uploads a file to a direct message. */
import type { Part } from "../../chat/reply.ts";
import type { Answer } from "./api.ts";
import { inThread } from "./origin.ts";
import type { Sender } from "./send.ts";

/** Milliseconds. */
const TIMEOUT = 4_000;

/** Refused where Slack does not allow it; the scope for it is optional. */
export async function sendFile(
  { api }: Sender,
  tenant: string,
  { channel, thread }: { readonly channel: string; readonly thread: string | null },
  { name, content }: Extract<Part, { kind: "file" }>,
): Promise<Answer> {
  const bytes = Buffer.from(content);
  const asked = { filename: name, length: bytes.length };
  const place = await api.call(tenant, "files.getUploadURLExternal", asked);
  if (place.kind !== "done") return place;
  const { upload_url: url, file_id: id } = place.value;
  const upload = { method: "POST", body: bytes, signal: AbortSignal.timeout(TIMEOUT) };
  const isUp = await fetch(String(url), upload).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isUp) return { kind: "later", reason: "Slack did not take the file" };
  const files = [{ id, title: name }];
  return api.call(tenant, "files.completeUploadExternal", {
    files,
    channel_id: channel,
    ...inThread(thread),
  });
}
