/** Says something to one person where they are, that no record has to remember. */
import { findDirect } from "./direct.ts";
import { hint } from "./forms.ts";
import { wordsMessage } from "./message.ts";
import { directTo, inThread, type Origin } from "./origin.ts";
import { answering } from "./send.ts";
import type { Slack } from "./world.ts";

/** False where Slack does not open it, which is told to whoever runs the program. */
export async function openView(
  { api, complain }: Slack,
  tenant: string,
  trigger_id: string | undefined,
  view: unknown,
): Promise<boolean> {
  const answer = await api.call(tenant, "views.open", { trigger_id, view });
  if (answer.kind !== "done") complain("Slack did not open a form", { ...answer });
  return answer.kind === "done";
}

/** `trigger` opens a small window where there is no place for a message, as on the App Home. */
export async function tell(slack: Slack, origin: Origin, words: string, trigger?: string): Promise<void> {
  const { api } = slack;
  const { tenant, reference } = origin;
  const message = wordsMessage(words);
  switch (reference.kind) {
    case "home": {
      const view = hint(slack.words, words);
      const opened = trigger && (await api.call(tenant, "views.open", { trigger_id: trigger, view }));
      if (opened && opened.kind === "done") return;
      return tell(slack, { tenant, reference: directTo(reference.user) }, words);
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
      const channel = await findDirect(slack, tenant, reference);
      if (typeof channel === "string")
        await api.call(tenant, "chat.postEphemeral", { channel, user, ...message, ...inThread(thread) });
    }
  }
}
