/** Reads the slices of Teams' activities that are used here. What has another shape is refused at the door. */
import { z } from "zod";
import type { Chat, Own, Reference } from "./reference.ts";

const id = z.string().min(1).max(500);
const account = z.object({ id, aadObjectId: id.optional() });

const activitySchema = z.object({
  type: z.string(),
  id: id.optional(),
  serviceUrl: z.string(),
  from: account,
  recipient: z.object({ id }),
  conversation: z.object({
    id,
    conversationType: z.string().optional(),
    tenantId: id.optional(),
  }),
  channelData: z.object({ tenant: z.object({ id }).optional() }).nullish(),
  text: z.string().nullish(),
  entities: z
    .array(
      z.looseObject({
        type: z.string(),
        mentioned: z.object({ id, aadObjectId: id.optional() }).optional(),
      }),
    )
    .nullish(),
  attachments: z.array(z.object({ contentType: z.string().nullish() })).nullish(),
  replyToId: id.nullish(),
  value: z.unknown().optional(),
  name: z.string().nullish(),
  action: z.string().nullish(),
});
export type Incoming = z.infer<typeof activitySchema>;

/** What came in, and where from. */
export interface Heard {
  readonly incoming: Incoming;
  readonly tenant: string;
  /** The person's id in the directory; where Teams does not give one, the id by which this bot knows them. */
  readonly user: string;
  /** Whether it is the person's own chat with us, where nobody else reads along. */
  readonly isOwn: boolean;
  readonly chat: Chat;
}

/** null for what is no activity of somebody. */
export function readHeard(body: unknown): Heard | null {
  const { data: incoming } = activitySchema.safeParse(body);
  const tenant = incoming?.conversation.tenantId ?? incoming?.channelData?.tenant?.id;
  if (!incoming || tenant === undefined) return null;
  const { from, conversation, serviceUrl, recipient } = incoming;
  return {
    incoming,
    tenant,
    user: from.aadObjectId ?? from.id,
    isOwn: conversation.conversationType === "personal",
    chat: { serviceUrl, conversation: conversation.id, bot: { id: recipient.id } },
  };
}

/** Ids of activities are only told apart within their conversation. */
export function idOf({ chat, incoming, user }: Heard): string {
  return `${incoming.type}:${chat.conversation}:${incoming.id ?? user}`;
}

/** How the person is reached who spoke in their own chat. `pressed`: the card that they pressed. */
export function ownReference({ incoming, chat }: Heard, pressed: string | null): Own {
  return { kind: "own", ...chat, user: incoming.from.id, pressed, asked: null };
}

export function placeReference({ chat }: Heard): Reference {
  return { kind: "place", ...chat };
}

const pressSchema = z.object({ action: z.object({ data: z.unknown().optional() }) });

/** What an invoke of a card carries. */
export function dataOfInvoke({ value }: Incoming): unknown {
  return pressSchema.safeParse(value).data?.action.data;
}

/** A message without words may bring a file; pictures of a client's own making, such as of the text, are none. */
export function hasFile({ attachments }: Incoming): boolean {
  return (attachments ?? []).some(({ contentType }) => contentType && !contentType.startsWith("text/"));
}
