/** What lets an app act for a moment after a person did something: trigger ids and response addresses. */
import type { Message, Platform } from "./platform.ts";

/** Milliseconds. */
const TRIGGER_LIFE = 3_000;
const RESPONSE_LIFE = 30 * 60_000;
const RESPONSE_USES = 5;

export function newTrigger(platform: Platform, user: string): string {
  const id = platform.id("trigger.");
  platform.triggers.set(id, { user, at: platform.now(), isUsed: false });
  return id;
}

/** Whose trigger it is, which is used up with it; or the word with which Slack refuses. */
export function takeTrigger({ triggers, now }: Platform, id: string): { user: string } | string {
  const trigger = triggers.get(id);
  if (!trigger) return "invalid_trigger_id";
  if (trigger.isUsed) return "exchanged_trigger_id";
  if (now() - trigger.at > TRIGGER_LIFE) return "expired_trigger_id";
  trigger.isUsed = true;
  return { user: trigger.user };
}

/** The address for up to 5 answers within 30 minutes. */
export function newResponseUrl(
  platform: Platform,
  user: string,
  channel: string,
  message: Message | null = null,
): string {
  const id = platform.id("R");
  platform.responseUrls.set(id, { user, channel, message, at: platform.now(), uses: 0 });
  return `${platform.origin}response/${id}`;
}

/** Who may be answered, counted as one use; or the word with which Slack refuses. */
export function takeResponseUrl({ responseUrls, now }: Platform, id: string) {
  const url = responseUrls.get(id);
  if (!url || now() - url.at > RESPONSE_LIFE) return "expired_url";
  if (url.uses >= RESPONSE_USES) return "used_url";
  url.uses += 1;
  return url;
}
