/** Where somebody spoke, and so where the reply goes. */
import { z } from "zod";
import type { Speaker, Turn, Utterance } from "../../chat/turn.ts";
import { SLACK } from "./world.ts";

const respond = z
  .object({ url: z.string(), until: z.number().describe("Milliseconds since 1970") })
  .nullable()
  .describe("Slack's own way to answer a command or a click, for a short while");

/** Kept with the conversation, since a reply may be sent later. */
const referenceSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("direct"),
    user: z.string(),
    channel: z.string().nullable().describe("The direct message, where it is known"),
    thread: z.string().nullable(),
    clicked: z.string().nullable().describe("The message that was clicked; it is changed in place"),
  }),
  z.object({
    kind: z.literal("ephemeral"),
    user: z.string(),
    channel: z.string(),
    thread: z.string().nullable(),
    respond,
    isReplacing: z.boolean().describe("The message that was clicked is replaced"),
  }),
  z.object({ kind: z.literal("home"), user: z.string() }),
]);
export type Reference = z.infer<typeof referenceSchema>;
export type Direct = Extract<Reference, { kind: "direct" }>;
export type Ephemeral = Extract<Reference, { kind: "ephemeral" }>;

export const originSchema = z.object({ tenant: z.string(), reference: referenceSchema });
export type Origin = z.infer<typeof originSchema>;

/** What names the thread to Slack; nothing outside of one. */
export function inThread(thread: string | null) {
  return thread === null ? {} : { thread_ts: thread };
}

/** What it means to write to somebody out of nothing. */
export function directTo(user: string, channel: string | null = null): Direct {
  return { kind: "direct", user, channel, thread: null, clicked: null };
}

/** Replies are kept in the order of their conversation; each place where somebody speaks is one. */
export function addressOf(reference: Reference): string {
  const { user } = reference;
  if (reference.kind === "home") return `${user}@home`;
  const place = reference.kind === "ephemeral" ? `${user}@${reference.channel}` : user;
  return reference.thread === null ? place : `${place}/${reference.thread}`;
}

/** Who speaks, as the desk knows them. */
export function speakerOf(tenant: string, user: string): Speaker {
  return { channel: SLACK, tenant, user };
}

/** `id`: the same when Slack sends the same thing again. */
export function turnOf({ tenant, reference }: Origin, id: string, said: Utterance): Turn {
  const from = speakerOf(tenant, reference.user);
  return { id: `${SLACK}:${tenant}:${id}`, from, conversation: addressOf(reference), reference, said };
}

/** Was it said where others read along, so that the reply stays hidden from them? */
export function isAmongOthers(reference: Reference): reference is Ephemeral {
  return reference.kind === "ephemeral" && !reference.channel.startsWith("D");
}
