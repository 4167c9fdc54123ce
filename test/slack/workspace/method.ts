/** How one Web API method is written: which arguments it takes, and what it answers. */
import { z } from "zod";
import type { Block, Json } from "./block.ts";
import type { Platform } from "./platform.ts";

/** Who calls: the token is checked already. */
export interface Caller {
  readonly token: string;
}

export type Method = (platform: Platform, body: Json, caller: Caller) => Json;
export type Methods = Readonly<Record<string, Method>>;

/** A method with its arguments read; what it answers is Slack's answer without `ok`, or a refusal. */
export function method<T>(
  schema: z.ZodType<T>,
  act: (platform: Platform, given: T, caller: Caller) => Json,
): Method {
  return (platform, body, caller) => {
    const read = schema.safeParse(body);
    if (read.success) return { ok: true, ...act(platform, read.data, caller) };
    const messages = read.error.issues.map(
      ({ message, path }) => `[ERROR] ${message} [json-pointer:/${path.join("/")}]`,
    );
    return refusal("invalid_arguments", messages);
  };
}

export function refusal(error: string, messages?: readonly string[]): Json {
  return { ok: false, error, ...(messages && { response_metadata: { messages } }) };
}

/** Blocks are judged as a whole by `flawsOf`; here they only have to be a list. */
export const blocks = z.array(z.custom<Block>((given) => typeof given === "object" && given !== null));
export const thread = z.string().regex(/^\d{10}\.\d{6}$/, "invalid thread_ts");
