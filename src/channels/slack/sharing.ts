/** Shows a result to everyone in the place where its person asked for it. */
import { filled } from "../../chat/filled.ts";
import { type Piece, richText } from "./block.ts";
import { RESPONSE } from "./limits.ts";
import { messagesWith } from "./message.ts";
import { addressOf, inThread, type Origin, speakerOf } from "./origin.ts";
import { tell } from "./tell.ts";
import type { Slack } from "./world.ts";

/** How far back a result may be shared. */
const EXCHANGES = 40;

/** `number`: of the reply in its conversation. Nothing that stands open and no file is shared. */
export async function shareResult(slack: Slack, origin: Origin, number: number): Promise<void> {
  const { tenant, reference } = origin;
  const { share } = slack.words;
  if (reference.kind !== "ephemeral" || !reference.respond) return tell(slack, origin, share.failed);
  const { user, thread, respond } = reference;
  const from = speakerOf(tenant, user);
  const exchanges = await slack.bot.transcript(from, addressOf(reference), EXCHANGES);
  const shared = exchanges.find((exchange) => exchange.number === number);
  if (!shared) return tell(slack, origin, share.gone);
  const parts = shared.reply.parts.filter(({ kind }) => kind !== "file" && kind !== "progress");
  const messages = messagesWith(parts, [signature(user, share.by)]);
  if (messages.length > RESPONSE.uses) return tell(slack, origin, share.long);
  const what = `share ${shared.conversation}#${number}`;
  if (slack.done.has(what)) return tell(slack, origin, slack.words.says.doubled);
  slack.done.add(what);
  for (const [place, message] of messages.entries()) {
    const answer = await slack.api.respond(respond.url, {
      response_type: "in_channel",
      replace_original: false,
      ...message,
      ...inThread(thread),
    });
    if (answer.kind !== "done") return tell(slack, origin, place === 0 ? share.failed : share.partly);
  }
  slack.count("shared");
}

/** Says who shared it, by name and without calling anybody. */
function signature(user: string, by: string): Piece {
  const [before = "", after = ""] = by.split("{person}");
  const who = [
    ...(before === "" ? [] : [{ type: "text", text: before }]),
    { type: "user", user_id: user },
    ...(after === "" ? [] : [{ type: "text", text: after }]),
  ];
  return {
    block: richText({ type: "rich_text_section", elements: who }),
    text: filled(by, { person: user }),
  };
}
