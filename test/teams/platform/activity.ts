/** What goes over the wire in Teams, either way, and what the connector takes of it. */
import { z } from "zod";

/** What a bot may say is a message or that it is typing. */
const SAID = ["message", "typing"] as const;

export const CARD = "application/vnd.microsoft.card.adaptive";

export const card = z.looseObject({ type: z.literal("AdaptiveCard"), version: z.string() });

const attachment = z.looseObject({ contentType: z.literal(CARD), content: card });

/** An activity as the connector takes it. */
export const said = z
  .looseObject({
    type: z.enum(SAID),
    text: z.string().optional(),
    attachments: z.array(attachment).optional(),
  })
  .refine(
    ({ type, text, attachments = [] }) => type === "typing" || Boolean(text) || attachments.length > 0,
    "A message needs words or a card",
  );

export type Card = z.infer<typeof card>;

/** Any activity; what the app says has been through `said`. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly text?: string | undefined;
  readonly textFormat?: unknown;
  readonly attachments?: readonly { readonly contentType: typeof CARD; readonly content: Card }[] | undefined;
  readonly [key: string]: unknown;
}

export function cardsOf({ attachments = [] }: Activity): Card[] {
  return attachments.map(({ content }) => content);
}

/** The same activity with another card in that place. */
export function withCard(activity: Activity, place: number, card: Card): Activity {
  const attachments = activity.attachments?.map((each, index) =>
    index === place ? { ...each, content: card } : each,
  );
  return { ...activity, attachments };
}
