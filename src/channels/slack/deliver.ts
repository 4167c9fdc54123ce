/** Brings a reply to where its person is: to their direct message, to where they typed a command, or to the App Home. */
import type { Channel, Letter, Outcome } from "../../chat/channel.ts";
import { isGoingDirectly, type Step, stageOf, walk } from "../post/journey.ts";
import type { Answer } from "./api.ts";
import { apart, type Carrier, drawingOf, hasStarted, openCarrier } from "./carrier.ts";
import { bringDirect, fileSteps, findDirect } from "./direct.ts";
import { groupPeople } from "./groups.ts";
import { homeView } from "./home.ts";
import { RESPONSE } from "./limits.ts";
import { messagesOf } from "./message.ts";
import { directTo, type Ephemeral, inThread, isAmongOthers, type Reference, speakerOf } from "./origin.ts";
import { answering, outcomeOf, send, takenFrom } from "./send.ts";
import { sharePieces } from "./share.ts";
import { tell } from "./tell.ts";
import { SLACK, type Slack } from "./world.ts";

export function slackChannel(slack: Slack): Omit<Channel, "close"> {
  const carrier = openCarrier(slack);
  return {
    name: SLACK,
    deliver: (letter, signal) => deliver(carrier, letter, signal),
    reach: async (_, user) => ({ conversation: user, reference: directTo(user) }),
    roster: (tenant, group) => groupPeople(slack, tenant, group),
  };
}

async function deliver(carrier: Carrier, letter: Letter, signal: AbortSignal): Promise<Outcome> {
  const reference = letter.reference as Reference | null;
  if (!reference) return { kind: "never", reason: "nobody said where it goes" };
  // The form that had mistakes in it has shown them.
  if (letter.reply.mistakes) return { kind: "delivered" };
  switch (reference.kind) {
    case "home":
      return bringHome(carrier, letter, reference.user);
    case "ephemeral":
      return bringThere(carrier, letter, reference, signal);
    case "direct":
      return bringDirect(carrier, letter, reference, signal);
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
async function bringThere(
  carrier: Carrier,
  letter: Letter,
  reference: Ephemeral,
  signal: AbortSignal,
): Promise<Outcome> {
  const { user, channel, respond, isReplacing } = reference;
  const { tenant } = letter;
  if (isGoingDirectly(letter)) return bringDirect(carrier, letter, directTo(user), signal);
  if (letter.reply.isPrivate && isAmongOthers(reference))
    return bringPrivately(carrier, letter, reference, signal);
  const { files, reply } = apart(letter.reply);
  const drawing = drawingOf(carrier, letter, user, false);
  const extra = isAmongOthers(reference) ? sharePieces(reply, drawing) : [];
  const all = messagesOf(reply, { ...drawing, hasStarted: await hasStarted(carrier, letter, user), extra });
  const own = files.length === 0 ? "" : await findDirect(carrier, tenant, directTo(user));
  if (typeof own !== "string") return own;
  let isClosed = false;
  const isSpent = () =>
    respond !== null && (carrier.used(respond.url) >= RESPONSE.uses || respond.until <= carrier.now());
  const steps = all.map(
    (message, place): Step =>
      async () => {
        const answer = isSpent()
          ? SPENT
          : // What only one person sees has a pace of its own, so that nobody waits for the others there.
            await send(carrier, `${channel}|${user}`, message, (each) =>
              respond
                ? carrier.api.respond(respond.url, answering(each, reference, isReplacing && place === 0))
                : carrier.api.call(tenant, "chat.postEphemeral", { ...whisperedTo(reference), ...each }),
            );
        if (answer.kind === "refused") isClosed = true;
        if (respond && answer.kind === "done") carrier.use(respond.url);
        return takenFrom(answer, null);
      },
  );
  // Files always go to the person directly.
  const spot = { channel: own, thread: null, changed: null };
  const end = await walk({ signal, passed: carrier.passed }, stageOf(letter, "there"), [
    ...steps,
    ...fileSteps(carrier, tenant, spot, files),
  ]);
  if (isClosed) return bringDirect(carrier, letter, directTo(user), signal);
  return "kind" in end ? end : { kind: "delivered" };
}

/** What tells about other people goes to their own conversation; where it was asked, one line says so. */
async function bringPrivately(
  carrier: Carrier,
  letter: Letter,
  reference: Ephemeral,
  signal: AbortSignal,
): Promise<Outcome> {
  const { tenant } = letter;
  const outcome = await bringDirect(carrier, letter, directTo(reference.user), signal);
  if (outcome.kind === "delivered")
    carrier.after(() => tell(carrier, { tenant, reference }, carrier.words.says.elsewhere));
  return outcome;
}

const SPENT: Answer = { kind: "refused", error: "used_url", messages: [] };

function whisperedTo({ user, channel, thread }: Ephemeral) {
  return { user, channel, ...inThread(thread) };
}
