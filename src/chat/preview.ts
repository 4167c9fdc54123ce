/** How a reply would look in another channel: the very payloads that it would be given, for whoever wants to see them. */
import type { Reply } from "./reply.ts";

/** A block of Slack's, or an Adaptive Card or an element of one. */
export type Markup = Readonly<Record<string, unknown>>;

interface Sent {
  /** What notifications and screen readers say. */
  readonly text: string;
  /** What the channel is given, as JSON. */
  readonly sent: object;
}

export type Payload = Sent &
  (
    | { readonly kind: "blocks"; readonly blocks: readonly Markup[] }
    | { readonly kind: "card"; readonly card: Markup }
    /** The text is all there is. */
    | { readonly kind: "words" }
  );

export interface Preview {
  /** Of the channel, as people call it. */
  readonly name: string;
  /** The payloads that this reply would be sent as; none where nothing would be sent. */
  payloads(reply: Reply, hasStarted: boolean): readonly Payload[];
}
