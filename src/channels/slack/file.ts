/** Uploads a file to a direct message. */
import type { Part } from "../../chat/reply.ts";
import type { Sender } from "./send.ts";

/** Milliseconds. */
const TIMEOUT = 8_000;

/** False where Slack does not allow or take it; the scope for it is optional. */
export async function sendFile(
  { api, complain }: Sender,
  tenant: string,
  channel: string,
  { name, content }: Extract<Part, { kind: "file" }>,
): Promise<boolean> {
  const bytes = Buffer.from(content);
  const place = await api.call(tenant, "files.getUploadURLExternal", {
    filename: name,
    length: bytes.length,
  });
  if (place.kind !== "done") return false;
  const { upload_url: url, file_id: id } = place.value;
  const isUp = await fetch(String(url), {
    method: "POST",
    body: bytes,
    signal: AbortSignal.timeout(TIMEOUT),
  }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isUp) return false;
  const done = await api.call(tenant, "files.completeUploadExternal", {
    files: [{ id, title: name }],
    channel_id: channel,
  });
  if (done.kind !== "done") complain("a file was uploaded to Slack and could not be shown");
  return done.kind === "done";
}
