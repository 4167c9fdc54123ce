/** How a reply would look in another channel: the very payloads that it would be given, for whoever wants to see them. */
import type { Reply } from "./reply.ts";

export interface Payload {
  /** What notifications and screen readers say. */
  readonly text: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
}

export interface Preview {
  /** Of the channel, as people call it. */
  readonly name: string;
  /** The payloads that this reply would be sent as; none where nothing would be sent. */
  payloads(reply: Reply, hasStarted: boolean): readonly Payload[];
}
