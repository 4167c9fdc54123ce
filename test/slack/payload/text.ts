/** Text objects, ids and addresses; and what mrkdwn must not contain. */
import { z } from "zod";
import { LIMITS } from "./limits.ts";

const WEB = "https?://[^\\s<>|]+";
const LABEL = "(?:\\|[^<>|]+)?";
const TOKEN = new RegExp(
  `^<(?:@[UW][A-Z0-9]+${LABEL}|#C[A-Z0-9]+${LABEL}|${WEB}${LABEL}|mailto:[^\\s<>|]+@[^\\s<>|]+${LABEL}` +
    `|!date\\^\\d+\\^[^<>|^]+(?:\\^${WEB})?\\|[^<>|]+)>`,
);
const BROADCAST = /<!(?:channel|here|everyone)\b/;

export const id = z.string().min(1).max(LIMITS.id);
export const url = z
  .string()
  .max(LIMITS.url)
  .regex(/^https?:\/\/[^\s<>]+$/, "must be a valid url");

/** Words of 1 to `most` characters that are not all blank. */
export function words(most: number) {
  return z.string().max(most).refine(isSaid, "must be more than 0 characters");
}

/** Words in mrkdwn, escaped. */
export function markup(most: number) {
  return words(most).superRefine((text, context) => {
    for (const message of markupFlaws(text)) context.addIssue({ code: "custom", message });
  });
}

/** Markdown of a markdown block; there `<` and `&` are plain characters, a broadcast is one nevertheless. */
export const markdown = words(LIMITS.markdown).refine((text) => !BROADCAST.test(text), broadcastFlaw());

export function plain(most: number) {
  return z.strictObject({ type: z.literal("plain_text"), text: words(most), emoji: z.boolean().optional() });
}

export function mrkdwn(most: number) {
  return z.strictObject({ type: z.literal("mrkdwn"), text: markup(most), verbatim: z.boolean().optional() });
}

export function plainOrMrkdwn(most: number) {
  return z.discriminatedUnion("type", [plain(most), mrkdwn(most)]);
}

function isSaid(text: string): boolean {
  return text.trim() !== "";
}

function markupFlaws(text: string): string[] {
  const flaws: string[] = [];
  if (BROADCAST.test(text)) flaws.push(broadcastFlaw());
  const strays = [...text.matchAll(/</g)].filter(({ index }) => {
    const rest = text.slice(index);
    return !TOKEN.test(rest) && rest.search(BROADCAST) !== 0;
  });
  if (strays.length > 0) flaws.push("must escape < as &lt;");
  if (/&(?!amp;|lt;|gt;)/.test(text)) flaws.push("must escape & as &amp;");
  return flaws;
}

function broadcastFlaw(): string {
  return "must not mention everybody";
}
