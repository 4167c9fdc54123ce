/** Hears what Slack reports: messages, mentions, an App Home that was opened, an app that was removed. */
import type { z } from "zod";
import { TooFast } from "../../bot/too-fast.ts";
import type { Utterance } from "../../chat/turn.ts";
import { wordsOf } from "../post/fault.ts";
import { hear } from "./hear.ts";
import { homeView } from "./home.ts";
import { saidIn } from "./named.ts";
import { directTo, type Origin, speakerOf } from "./origin.ts";
import { homeSchema, type MessageEvent, messageSchema, removedSchema } from "./read.ts";
import { tell } from "./tell.ts";
import type { Slack } from "./world.ts";

export interface Reported {
  readonly body: unknown;
  readonly tenant: string;
  /** How often Slack has sent this before. */
  readonly retries: number;
}

/** Thrown where nothing was kept, so that Slack sends it again. */
export class NotHeard extends Error {
  override readonly name = "NotHeard";
  /** Bolt hands on as they are only errors that have a code. */
  readonly code = "signpost_not_heard";
}

/** Slack sends an event again three times: at once, after a minute, after five. */
const LAST_RETRY = 3;

type Hearing = (slack: Slack, reported: Reported) => Promise<void>;

export const EVENTS: ReadonlyMap<string, Hearing> = new Map([
  ["message", reading(messageSchema, hearMessage)],
  ["app_mention", reading(messageSchema, hearMention)],
  ["app_home_opened", reading(homeSchema, showHome)],
  ["app_uninstalled", reading(removedSchema, loseApp)],
  ["tokens_revoked", reading(removedSchema, loseTokens)],
]);

function reading<Body>(
  schema: z.ZodType<Body>,
  hearing: (slack: Slack, reported: Reported, body: Body) => Promise<void>,
): Hearing {
  return async (slack, reported) => {
    const { data } = schema.safeParse(reported.body);
    if (data) await hearing(slack, reported, data);
    else slack.count("unread");
  };
}

/** Messages that say something: typed ones, also with a file or from a thread to all. */
const SAYING = new Set([undefined, "file_share", "thread_broadcast", "me_message"]);

async function hearMessage(slack: Slack, reported: Reported, body: MessageEvent): Promise<void> {
  const { event } = body;
  // Elsewhere others would read the reply.
  if (event.channel_type !== "im") return slack.count("ignored");
  if (event.subtype === "message_changed") return hearChange(slack, reported, body);
  if (!event.user || event.bot_id || !SAYING.has(event.subtype)) return slack.count("ignored");
  const reference = { ...directTo(event.user, event.channel), thread: event.thread_ts ?? null };
  const origin = { tenant: reported.tenant, reference };
  const said = saidIn(event.text ?? "");
  if (event.files && reported.retries === 0) slack.after(() => tell(slack, origin, slack.words.says.file));
  if (event.files && said.text === "") return;
  await hearEvent(slack, reported, origin, body.event_id, said);
}

/** Somebody changed the words of a message; what Slack adds to one, such as a preview of a link, is nothing new. */
async function hearChange(
  slack: Slack,
  { tenant, retries }: Reported,
  { event }: MessageEvent,
): Promise<void> {
  const { message, previous_message: before, channel } = event;
  if (!message?.user || message.bot_id || message.text === before?.text || retries > 0)
    return slack.count("ignored");
  const thread = message.thread_ts ?? null;
  const origin = { tenant, reference: { ...directTo(message.user, channel), thread } };
  slack.after(() => tell(slack, origin, slack.words.says.edited));
}

/** Others read along, so the reply is for the person alone, in the thread where they asked. */
async function hearMention(
  slack: Slack,
  reported: Reported,
  { event, event_id, authorizations }: MessageEvent,
): Promise<void> {
  const { user, bot_id, channel, thread_ts: thread = null } = event;
  if (!user || bot_id) return slack.count("ignored");
  const reference = { kind: "ephemeral", user, channel, thread, respond: null, isReplacing: false } as const;
  const written = event.text ?? "";
  // Who is mentioned first in a mention of us is us, where Slack does not say.
  const bot = authorizations?.[0]?.user_id ?? /<@(\w+)/.exec(written)?.[1];
  const said = saidIn(written, bot);
  const heard = said.text === "" ? { text: "help" } : said;
  await hearEvent(slack, reported, { tenant: reported.tenant, reference }, event_id, heard);
}

async function hearEvent(
  slack: Slack,
  { retries }: Reported,
  origin: Origin,
  id: string,
  said: Utterance,
): Promise<void> {
  try {
    await hear(slack, origin, id, said);
  } catch (error) {
    if (error instanceof TooFast) {
      if (error.isFirst) slack.after(() => tell(slack, origin, error.words));
      return slack.count("limited");
    }
    const turn = slack.newId();
    slack.fault(turn, error);
    const again = slack.words.says.again.replace("{turn}", turn);
    if (retries === 0) slack.after(() => tell(slack, origin, again));
    if (retries >= LAST_RETRY) slack.after(() => tell(slack, origin, wordsOf(slack.bot.fault(turn))));
    throw new NotHeard();
  }
}

async function showHome(
  slack: Slack,
  { tenant }: Reported,
  { event, event_id }: z.infer<typeof homeSchema>,
): Promise<void> {
  const { user, tab } = event;
  if (tab !== "home") return;
  slack.after(async () => {
    const home = await slack.bot.home(speakerOf(tenant, user));
    const drawing = { version: event_id, owner: user, words: slack.words, canType: false };
    await slack.api.call(tenant, "views.publish", { user_id: user, view: homeView(home, null, drawing) });
  });
}

type Removed = z.infer<typeof removedSchema>;

/** An event that comes late must not take away what was installed again since. */
async function loseApp({ installations }: Slack, { tenant }: Reported, body: Removed): Promise<void> {
  await installations.remove(tenant, new Date((body.event_time + 1) * 1_000).toISOString());
}

async function loseTokens(slack: Slack, reported: Reported, body: Removed): Promise<void> {
  if (body.event.tokens?.bot?.length) await loseApp(slack, reported, body);
}
