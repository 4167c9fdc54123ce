/** Texts of content files that people edit: each says which placeholders the program fills in it. */
import { z } from "zod";
import { placeholdersOf } from "./template.ts";

/** A wording in which the program fills these placeholders and no other. */
export function wording(...names: readonly string[]) {
  const filled = names.map((name) => `{${name}}`).join(", ");
  const isKnown = (text: string) => placeholdersOf(text).every((name) => names.includes(name));
  const text = z.string().min(1);
  return filled === ""
    ? text.refine(isKnown, "write the text out: nothing is filled in here")
    : text.refine(isKnown, `name only what is filled in here: ${filled}`).describe(filled);
}

export const sentence = wording();

/** Slack and Teams cut what is longer. */
export const button = z.string().min(1).max(30);

/** What people may type; the first is the one that help shows. */
export const phrases = z.array(z.string().min(1)).min(1);

export const sentences = z.array(sentence).min(1);
