/** Brings a reply to where its person is: to their direct message, to where they typed a command, or to the App Home. */
import type { Channel, Letter, Outcome } from "../../chat/channel.ts";
import { apart, type Carrier, drawingOf, hasStarted, openCarrier } from "./carrier.ts";
import { bringDirect, sendFiles } from "./direct.ts";
import { homeView } from "./home.ts";
import { RESPONSE } from "./limits.ts";
import { halted, progressOf } from "./live.ts";
import { messagesOf } from "./message.ts";
import { directTo, type Ephemeral, isAmongOthers, type Reference, speakerOf } from "./origin.ts";
import { answering, outcomeOf, send } from "./send.ts";
import { sharePieces } from "./share.ts";
import { SLACK, type Slack } from "./world.ts";

export function slackChannel(slack: Slack): Omit<Channel, "close"> {
  const carrier = openCarrier(slack);
  return { name: SLACK, deliver: (letter) => deliver(carrier, letter) };
}

async function deliver(carrier: Carrier, letter: Letter): Promise<Outcome> {
  const reference = letter.reference as Reference | null;
  if (!reference) return { kind: "never", reason: "nobody said where it goes" };
  // The form that had mistakes in it has shown them.
  if (letter.reply.mistakes) return { kind: "delivered" };
  switch (reference.kind) {
    case "home":
      return bringHome(carrier, letter, reference.user);
    case "ephemeral":
      return bringThere(carrier, letter, reference);
    case "direct":
      return bringDirect(carrier, letter, reference);
  }
}

async function bringHome(carrier: Carrier, letter: Letter, user: string): Promise<Outcome> {
  const { bot, api } = carrier;
  const home = await bot.home(speakerOf(letter.tenant, user));
  const view = homeView(home, letter.reply, drawingOf(carrier, letter, user, false));
  const answer = await api.call(letter.tenant, "views.publish", { user_id: user, view });
  return answer.kind === "done" ? { kind: "delivered" } : outcomeOf(answer);
}

/** Where others read along, only the person sees it; where that is not possible any more, it goes to them directly. */
async function bringThere(carrier: Carrier, letter: Letter, reference: Ephemeral): Promise<Outcome> {
  const { user, channel, respond, isReplacing } = reference;
  const { files, reply } = apart(letter.reply);
  const drawing = drawingOf(carrier, letter, user, false);
  const extra = isAmongOthers(reference) ? sharePieces(reply, drawing) : [];
  const all = messagesOf(reply, { ...drawing, hasStarted: await hasStarted(carrier, letter, user), extra });
  const { arrived } = progressOf(letter);
  const elsewhere = () => bringDirect(carrier, { ...letter, before: null }, directTo(user));
  for (const [place, message] of all.entries()) {
    if (place < arrived) continue;
    if (respond && (carrier.used(respond.url) >= RESPONSE.uses || respond.until <= carrier.now()))
      return elsewhere();
    const answer = await send(carrier, channel, message, (each) =>
      respond
        ? carrier.api.respond(respond.url, answering(each, reference, isReplacing && place === 0))
        : carrier.api.call(letter.tenant, "chat.postEphemeral", { ...whisperedTo(reference), ...each }),
    );
    if (answer.kind === "refused") return elsewhere();
    if (answer.kind === "later") return halted(answer, letter, { arrived: place, before: null });
    if (respond) carrier.use(respond.url);
  }
  const failed = await sendFiles(carrier, letter.tenant, files, directTo(user));
  return failed ? halted(failed, letter, { arrived: all.length, before: null }) : { kind: "delivered" };
}

function whisperedTo({ user, channel, thread }: Ephemeral) {
  return { user, channel, ...(thread === null ? {} : { thread_ts: thread }) };
}
