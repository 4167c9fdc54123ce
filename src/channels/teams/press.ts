/** What a button carries, and how it comes back: as an invoke, or as a message where the client is an older one. */
import { z } from "zod";
import { shortened } from "../post/split.ts";
import type { Element } from "./card.ts";

export const VERBS = ["choose", "answer", "write", "say", "form", "fill", "cancel"] as const;

const pressSchema = z.object({
  verb: z.enum(VERBS),
  question: z.string().describe("Of the prompt that it stood under"),
  drawing: z.number().describe("The number of the reply that it was drawn for"),
  value: z.string().optional().describe("Of a button that is an answer or a word by itself"),
});
export type Press = z.infer<typeof pressSchema>;

/** What was pressed, and what was entered beside it: each input's values by its id; nothing = left empty. */
export interface Pressed {
  /** null where no button of this version carries that. */
  readonly press: Press | null;
  readonly inputs: Readonly<Record<string, readonly string[]>>;
}

const dataSchema = z.record(z.string(), z.unknown());

export function readPressed(data: unknown): Pressed {
  const { signpost, ...rest } = dataSchema.safeParse(data).data ?? {};
  const inputs = Object.entries(rest).flatMap(([id, value]) =>
    typeof value === "string" ? [[id, value === "" ? [] : [value]] as const] : [],
  );
  return { press: pressSchema.safeParse(signpost).data ?? null, inputs: Object.fromEntries(inputs) };
}

export interface ButtonOptions {
  /** Whether what is entered beside it goes with it, and has to be right; else it can always be pressed. */
  readonly isSending?: true;
  /** The words in full, for who cannot see what it stands under. */
  readonly tooltip?: string;
}

/** Clients that do not know Action.Execute send the same as a message. */
export function button(title: string, press: Press, { isSending, tooltip }: ButtonOptions = {}): Element {
  const common = {
    title,
    data: { signpost: press },
    ...(tooltip ? { tooltip: shortened(tooltip, 200) } : {}),
    ...(isSending ? {} : { associatedInputs: "none" }),
  };
  return {
    type: "Action.Execute",
    verb: press.verb,
    ...common,
    fallback: { type: "Action.Submit", ...common },
  };
}
