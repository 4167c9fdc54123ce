/** What is around a card: the message that carries it, or plain words. */
import { isObject, listOf } from "../../slack/payload/walk.ts";
import { type Flaw, unless } from "./flaw.ts";
import { isFilled, type Json } from "./part.ts";

const CARD = "application/vnd.microsoft.card.adaptive";
/** Bytes of the whole activity as JSON. Teams takes more; how much more differs from page to page. */
const SIZE = 20 * 1024;
/** Characters. */
const SUMMARY = 300;
/** More are sent, but not shown. */
const SUGGESTED = 3;

export function activityFlaws(activity: Json): Flaw[] {
  const attachments = listOf(activity.attachments);
  const hasAttachment = attachments.length > 0;
  const { text, summary, suggestedActions } = activity;
  const hasSummary = hasAttachment || summary !== undefined;
  const suggested = isObject(suggestedActions) ? listOf(suggestedActions.actions) : [];
  return [
    ...unless(activity.type === "message", "type", "must be message"),
    ...unless(hasAttachment || isFilled(text), "text", "must not be empty without a card"),
    ...unless(attachments.length <= 1, "attachments", "must be no more than 1 card"),
    ...attachments.flatMap(attachmentFlaws),
    ...(hasSummary ? summaryFlaws(summary) : []),
    ...unless(
      !hasAttachment || suggestedActions === undefined,
      "suggestedActions",
      "must not be beside a card",
    ),
    ...unless(suggested.length <= SUGGESTED, "suggestedActions.actions", `must be no more than ${SUGGESTED}`),
    ...unless(Buffer.byteLength(JSON.stringify(activity)) <= SIZE, "", `must be no more than ${SIZE} bytes`),
  ];
}

function attachmentFlaws(attachment: unknown, index: number): Flaw[] {
  const path = `attachments[${index}]`;
  if (!isObject(attachment)) return [{ path, wrong: "must be an object" }];
  return [
    ...unless(attachment.contentType === CARD, `${path}.contentType`, `must be ${CARD}`),
    ...unless(isObject(attachment.content), `${path}.content`, "must be a card"),
  ];
}

/** The one line that a notification shows. */
function summaryFlaws(summary: unknown): Flaw[] {
  if (!isFilled(summary)) return [{ path: "summary", wrong: "must say what is new" }];
  return [
    ...unless(!/[\r\n]/.test(summary), "summary", "must be one line"),
    ...unless(summary.length <= SUMMARY, "summary", `must be no more than ${SUMMARY} characters`),
  ];
}
