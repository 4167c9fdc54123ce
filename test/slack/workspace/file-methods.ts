/** Files in three steps: an upload address, the bytes, and the message that shares them. */
import { z } from "zod";
import { placeOf, put } from "./channel.ts";
import { type Methods, method, refusal, thread } from "./method.ts";
import type { File, Platform } from "./platform.ts";

const announced = z.looseObject({ filename: z.string().min(1), length: z.coerce.number().int().positive() });
const completed = z.looseObject({
  files: z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1),
  channel_id: z.string().optional(),
  initial_comment: z.string().optional(),
  thread_ts: thread.optional(),
});

export const FILES: Methods = {
  "files.getUploadURLExternal": method(announced, (platform, { filename, length }) => {
    const id = platform.id("F");
    platform.uploads.set(id, { name: filename, length, content: null });
    return { upload_url: `${platform.origin}upload/${id}`, file_id: id };
  }),

  "files.completeUploadExternal": method(completed, (platform, given) => {
    const uploads = given.files.map(({ id }) => ({ id, upload: platform.uploads.get(id) }));
    const files: File[] = [];
    for (const { id, upload } of uploads) {
      if (!upload?.content) return refusal("file_not_found");
      files.push({ id, name: upload.name, mimetype: "application/octet-stream", content: upload.content });
    }
    const { channel_id, initial_comment: text, thread_ts = null } = given;
    if (channel_id !== undefined) {
      const place = placeOf(platform, channel_id);
      if (typeof place === "string") return refusal(place);
      const user = platform.identity.botUserId;
      put(platform, { channel: place.id, user, text, files, thread: thread_ts });
    }
    for (const file of files) {
      platform.files.set(file.id, file);
      // An upload is completed once.
      platform.uploads.delete(file.id);
    }
    return { files: given.files.map(({ id, title = "" }) => ({ id, title })) };
  }),
};

/** The bytes of an upload, as they came or as the one file of a form; the HTTP status and words for the answer. */
export async function upload(platform: Platform, id: string, contentType: string, bytes: Buffer) {
  const announced = platform.uploads.get(id);
  if (!announced) return { status: 404, body: "not found" };
  const content = contentType.startsWith("multipart/form-data") ? await fileIn(contentType, bytes) : bytes;
  if (content.length !== announced.length) return { status: 400, body: "length does not match" };
  announced.content = content;
  return { status: 200, body: `OK - ${content.length}` };
}

async function fileIn(contentType: string, bytes: Buffer): Promise<Buffer> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { "content-type": contentType },
  }).formData();
  const file = [...form.values()].find((value) => typeof value !== "string");
  return Buffer.from(file ? await file.arrayBuffer() : new ArrayBuffer(0));
}
