/** What a person sees of the newest reply, and can press. */

export type Json = Readonly<Record<string, unknown>>;

export interface Shown {
  /** Of the reply in its conversation: 1, 2, 3 … */
  readonly number: number;
  /** By which the platform names the message that it stands in. */
  readonly message: string;
  /** All words of it, with whatever else stands in it. */
  readonly text: string;
  /** The answers that can be pressed, by their value. */
  readonly choices: readonly Choice[];
  /** Whether a question is asked, with or without answers to press. */
  readonly isAsking: boolean;
}

export interface Choice {
  readonly value: string;
  /** What a client sends to press it, but for what stands around it. */
  readonly press: Json;
}

/** `value` as an object; empty where it is none. */
export function jsonOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

/** `value` as a list of objects; empty where it is none. */
export function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(jsonOf) : [];
}
