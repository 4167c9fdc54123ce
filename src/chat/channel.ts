/** A channel that can be spoken through at any time: Slack and Teams can; a page can only answer when it is asked. */
import type { Reply } from "./reply.ts";

/** A reply on its way to a conversation. */
export interface Letter {
  readonly tenant: string;
  /** As the channel names it. */
  readonly conversation: string;
  /** What the channel gave with the turn to reach the conversation again; null where it gave nothing. */
  readonly reference: unknown;
  /** The same for every try to deliver the same letter. */
  readonly id: string;
  /** Of the reply in its conversation: 1, 2, 3 … */
  readonly number: number;
  /** What the channel left when it delivered the one before, or a part of this one; null where it left nothing. */
  readonly before: unknown;
  readonly reply: Reply;
}

export type Outcome =
  /** `message`: what the channel wants to know of it at the next try or letter of the conversation, as plain data. */
  | { readonly kind: "delivered"; readonly message?: unknown }
  /** Try again, after so many seconds where the platform said so. */
  | {
      readonly kind: "later";
      readonly reason: string;
      readonly afterSeconds?: number;
      /** It is held back on purpose, or goes on with its next part: that is no failure, so the wait does not grow. */
      readonly isHeld?: true;
      /** It may have arrived all the same. */
      readonly isUncertain?: true;
      readonly message?: unknown;
    }
  /** It can never be delivered, such as to somebody who removed the app. */
  | { readonly kind: "never"; readonly reason: string };

/** Where somebody can be written to who has not just said something. */
export interface Reached {
  readonly conversation: string;
  /** Plain data. */
  readonly reference: unknown;
}

/** Who is in a group, or words for whoever runs the app why that cannot be told. */
export type Roster =
  | { readonly kind: "people"; readonly people: readonly { readonly user: string; readonly name: string }[] }
  /** `permission`: the app may not look. `unknown`: there is no such group here. `later`: it did not answer. */
  | { readonly kind: "permission" | "unknown" | "later" };

export interface Channel {
  readonly name: string;
  /** Gives up when `signal` aborts. What it throws counts as "later". */
  deliver(letter: Letter, signal: AbortSignal): Promise<Outcome>;
  /** Who is in a group of `Named.group`; where the channel knows no groups it has no such function. */
  roster?(tenant: string, group: string): Promise<Roster>;
  /** null where that person cannot be written to; a channel that can write to nobody by itself has no such function. */
  reach?(tenant: string, user: string): Promise<Reached | null>;
  /** Ends what it does beside delivering. */
  close?(): Promise<void>;
}
