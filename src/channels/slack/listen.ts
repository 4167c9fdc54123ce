/** One listener for each kind of request, since Bolt asks its listeners one after the other. */
import type { App } from "@slack/bolt";
import { faultWords } from "../post/fault.ts";
import { hearClick } from "./clicks.ts";
import { hearCommand, hearShortcut } from "./commands.ts";
import { EVENTS, NotHeard } from "./events.ts";
import { wordsMessage } from "./message.ts";
import { hearSubmission } from "./submissions.ts";
import type { Slack } from "./world.ts";

/** What was found out about a request before it is heard. */
interface Known {
  readonly tenant: string;
  readonly isInstalled: boolean;
  readonly trouble?: unknown;
  readonly retryNum?: number;
}

const ANY = /^[\s\S]*$/;

export function listen(app: App, slack: Slack): void {
  app.event(ANY, async ({ body, event, context }) => {
    const hearing = EVENTS.get(event.type);
    const { tenant, isInstalled = true, trouble, retryNum = 0 } = knownIn(context);
    if (!hearing) return slack.count("ignored");
    if (!isInstalled) return slack.count("not-installed");
    if (trouble) {
      slack.fault(slack.newId(), trouble);
      throw new NotHeard();
    }
    await hearing(slack, { body, tenant, retries: retryNum });
  });
  app.command(ANY, async ({ body, ack, context }) => {
    const known = knownIn(context);
    const words = refused(slack, known) ?? (await hearCommand(slack, known.tenant, body));
    // Without blocks, so that it is understood even by the oldest app.
    await (words === null ? ack() : ack({ response_type: "ephemeral", text: wordsMessage(words).text }));
  });
  app.action(ANY, async ({ body, ack, context }) => {
    await hearOrSay(slack, hearClick, body, context);
    await ack();
  });
  app.shortcut(ANY, async ({ body, ack, context }) => {
    await hearOrSay(slack, hearShortcut, body, context);
    await ack();
  });
  app.view(ANY, async ({ body, ack, context }) => {
    const known = knownIn(context);
    const words = refused(slack, known);
    const first = body.view.blocks.find(({ type }) => type === "input")?.block_id ?? "";
    const errors = words === null ? await hearSubmission(slack, known.tenant, body) : { [first]: words };
    await (errors === null ? ack() : ack({ response_action: "errors", errors }));
  });
  app.view({ type: "view_closed", callback_id: ANY }, async ({ ack }) => ack());
  app.options(ANY, async ({ ack }) => ack({ options: [] }));
}

async function hearOrSay(
  slack: Slack,
  hearing: typeof hearClick,
  body: object,
  context: unknown,
): Promise<void> {
  const known = knownIn(context);
  const words = refused(slack, known);
  if (words === null) await hearing(slack, known.tenant, body);
  else sayThere(slack, body, words, known);
}

/** It is no fault of ours, so it is not answered as one. */
class NotSaid extends Error {
  override readonly name = "NotSaid";
  readonly code = "signpost_not_said";
}

/** Without a token words can only be said where Slack gave an address for them; else Slack itself says that it failed. */
function sayThere(slack: Slack, body: object, words: string, { trouble }: Known): void {
  const { response_url: url } = body as { response_url?: string };
  if (!url) throw trouble ? new NotHeard() : new NotSaid();
  const message = { ...wordsMessage(words), response_type: "ephemeral", replace_original: false };
  slack.after(() => slack.api.respond(url, message));
}

function knownIn(context: unknown): Known {
  const known = context as Partial<Known> & {
    teamId?: string;
    enterpriseId?: string;
    isEnterpriseInstall?: boolean;
  };
  const { teamId = "", enterpriseId = "", isEnterpriseInstall, tenant } = known;
  return {
    ...known,
    tenant: tenant ?? (isEnterpriseInstall ? enterpriseId : teamId),
    isInstalled: known.isInstalled ?? true,
  };
}

/** Words for who speaks where the app is not installed, or while it is not known whether it is. */
function refused(slack: Slack, { isInstalled, trouble }: Known): string | null {
  if (trouble) return faultWords(slack, trouble);
  if (isInstalled) return null;
  slack.count("not-installed");
  return slack.words.says.notInstalled;
}
