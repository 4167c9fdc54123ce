/** Hears what was typed behind /signpost, and what was begun by a shortcut. */

import { faultWords } from "../post/fault.ts";
import { hint, questionForm } from "./forms.ts";
import { hear } from "./hear.ts";
import { saidIn } from "./named.ts";
import { directTo, type Origin } from "./origin.ts";
import { commandSchema, respondAt, shortcutSchema } from "./read.ts";
import { openView, tell } from "./tell.ts";
import { typedIn } from "./typed.ts";
import type { Slack } from "./world.ts";

/** The words of a fault where there was one; the reply goes out by itself. */
export async function hearCommand(slack: Slack, tenant: string, body: unknown): Promise<string | null> {
  const { data } = commandSchema.safeParse(body);
  if (!data) {
    slack.count("unread");
    return slack.words.says.unread;
  }
  const { user_id: user, channel_id: channel, response_url, trigger_id } = data;
  const respond = respondAt(response_url, slack.now());
  const origin: Origin = {
    tenant,
    reference: { kind: "ephemeral", user, channel, thread: null, respond, isReplacing: false },
  };
  const said = saidIn(data.text);
  try {
    await hear(slack, origin, `command:${trigger_id}`, said.text === "" ? { text: "help" } : said);
    return null;
  } catch (error) {
    return faultWords(slack, error);
  }
}

/** A shortcut has no place of its own: the reply goes to the person's direct message, and a small window says so. */
export async function hearShortcut(slack: Slack, tenant: string, body: unknown): Promise<void> {
  const { data } = shortcutSchema.safeParse(body);
  if (!data) return slack.count("unread");
  const { trigger_id, callback_id, user, message } = data;
  const origin = { tenant, reference: directTo(user.id) };
  const open = (view: unknown) => slack.after(() => openView(slack, tenant, trigger_id, view));
  if (callback_id === "signpost_ask") {
    const carried = JSON.stringify({ ...origin, question: "" });
    return open(questionForm(typedIn(message?.text ?? ""), carried, slack.words));
  }
  try {
    await hear(slack, origin, `shortcut:${trigger_id}`, { text: "resume" });
    open(hint(slack.words, slack.words.go.text));
  } catch (error) {
    const words = faultWords(slack, error);
    slack.after(() => tell(slack, { tenant, reference: { kind: "home", user: user.id } }, words, trigger_id));
  }
}
