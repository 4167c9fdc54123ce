/** Where somebody spoke, and so where the reply goes: always to their own chat, if they spoke where others read along. */
import { z } from "zod";
import type { Speaker } from "../../chat/turn.ts";

/** The name of this channel, as people are kept under it. */
export const TEAMS = "teams";

const chatSchema = z.object({
  /** Where Teams takes replies; it may change, so it is the one of the newest activity. */
  serviceUrl: z.string(),
  /** null where the person's own chat is not known yet. */
  conversation: z.string().nullable(),
  bot: z.object({ id: z.string() }),
});
export type Chat = z.infer<typeof chatSchema>;

/** Kept with the conversation, since a reply may be sent later. */
const referenceSchema = z.discriminatedUnion("kind", [
  chatSchema.extend({
    kind: z.literal("own"),
    user: z.string().describe("As Teams knows them to this bot, to open their own chat"),
    pressed: z.string().nullable().describe("The card that was pressed; it is changed in place"),
    asked: chatSchema.nullable().describe("Where others read along: there it is said that the answer went"),
  }),
  chatSchema.extend({ kind: z.literal("place") }),
]);
export type Reference = z.infer<typeof referenceSchema>;
export type Own = Extract<Reference, { kind: "own" }>;

export function readReference(kept: unknown): Reference | null {
  return referenceSchema.safeParse(kept).data ?? null;
}

/** Who speaks, as the desk knows them: by their id in the directory, which stays the same. */
export function speakerOf(tenant: string, user: string): Speaker {
  return { channel: TEAMS, tenant, user };
}
