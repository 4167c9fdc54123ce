/** A person's client: what it sends for what they type and press. */
import type { Sent } from "../../test/crash/post.ts";
import type { Choice, Shown } from "./shown.ts";

export interface Client {
  /** Milliseconds that the platform waits for an acknowledgement before it sends the same again. */
  readonly patience: number;
  /** The conversation's key in the database. */
  readonly conversation: string;
  /** Words; `id` is the same where they are sent again. */
  type(id: string, words: string): Request;
  press(id: string, shown: Shown, choice: Choice): Request;
}

export interface Request {
  /** By which the turn is kept; null where the program makes the id of what was pressed. */
  readonly turn: string | null;
  /** Whether it may be acknowledged and not be kept, where the person is told so and has to do it again. */
  readonly canBeApologisedFor: boolean;
  /** As it is sent for the so manieth time, 0 at first. */
  sent(time: number): Sent;
  /** Reads the answer of status 200. */
  heard?(body: string): void;
}
