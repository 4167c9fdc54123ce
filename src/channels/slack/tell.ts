/** Says something to one person where they are, that no record has to remember. */
import { hint } from "./forms.ts";
import { wordsMessage } from "./message.ts";
import type { Origin } from "./origin.ts";
import { answering } from "./send.ts";
import type { Slack } from "./world.ts";

/** `trigger` opens a small window where there is no place for a message, as on the App Home. */
export async function tell(slack: Slack, origin: Origin, words: string, trigger?: string): Promise<void> {
  const { api } = slack;
  const { tenant, reference } = origin;
  const message = wordsMessage(words);
  switch (reference.kind) {
    case "home": {
      if (trigger)
        await api.call(tenant, "views.open", { trigger_id: trigger, view: hint(slack.words, words) });
      return;
    }
    case "ephemeral": {
      const { respond, user, channel } = reference;
      const answer = respond && (await api.respond(respond.url, answering(message, reference, false)));
      if (answer?.kind !== "done")
        await api.call(tenant, "chat.postEphemeral", { channel, user, ...message });
      return;
    }
    case "direct": {
      const { user, thread } = reference;
      const channel = reference.channel ?? user;
      const at = thread === null ? {} : { thread_ts: thread };
      await api.call(tenant, "chat.postEphemeral", { channel, user, ...message, ...at });
    }
  }
}
