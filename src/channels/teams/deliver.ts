/** Brings a reply to the person's own chat, or a notice to where others read along. */
import type { Channel, Letter, Outcome } from "../../chat/channel.ts";
import { left, type Step, stageOf, walk } from "../post/journey.ts";
import { openPace } from "../post/pace.ts";
import type { Page } from "./card.ts";
import { type Addressee, pagesFor } from "./drawing.ts";
import { words } from "./hear.ts";
import { PACE, TENANT_PACE } from "./limits.ts";
import { retire } from "./live.ts";
import { pagesOf } from "./message.ts";
import { teamPeople } from "./named.ts";
import { type Chat, type Own, readReference, TEAMS } from "./reference.ts";
import { outcomeOf, type Sender, type Spot, sendPage, takenFrom, type Undelivered } from "./send.ts";
import type { Teams } from "./world.ts";

export function teamsChannel(teams: Teams): Omit<Channel, "close"> {
  const pace = {
    conversation: openPace(teams.passed, PACE),
    tenant: openPace(teams.passed, TENANT_PACE),
  };
  const sender: Sender = { ...teams, pace };
  return {
    name: TEAMS,
    deliver: (letter, signal) => deliver(sender, letter, signal),
    async reach(tenant, user) {
      const reference = readReference(await teams.references.find(tenant, user));
      if (reference?.kind !== "own") return null;
      // A new message, not a change of the card that was pressed last.
      return { conversation: user, reference: { ...reference, pressed: null, asked: null } };
    },
    roster: (_, group) => teamPeople(teams.connector, group),
  };
}

async function deliver(sender: Sender, letter: Letter, signal: AbortSignal): Promise<Outcome> {
  const reference = readReference(letter.reference);
  if (!reference) return { kind: "never", reason: "nobody said where it goes" };
  // The form that had mistakes in it has shown them.
  if (letter.reply.mistakes) return { kind: "delivered" };
  sender.typing.end(letter.conversation);
  const outcome =
    reference.kind === "place"
      ? await bringThere(sender, letter, reference, signal)
      : await bringHome(sender, letter, reference, signal);
  return letter.reply.isUnasked ? atMostOnce(outcome) : outcome;
}

/** Rather not said than said twice. */
function atMostOnce(outcome: Outcome): Outcome {
  const isUncertain = outcome.kind === "later" && outcome.isUncertain === true;
  return isUncertain ? { kind: "never", reason: `it may have gone out: ${outcome.reason}` } : outcome;
}

async function bringThere(sender: Sender, letter: Letter, chat: Chat, signal: AbortSignal): Promise<Outcome> {
  const { reply, number, tenant } = letter;
  const pages = pagesOf(reply, { drawing: number, words: sender.words, hasStarted: false });
  const end = await bring(sender, letter, { tenant, chat, changed: null, signal }, pages);
  return "kind" in end ? end : { kind: "delivered" };
}

/** The card that was pressed is changed, else a new one closes the one before. */
async function bringHome(
  sender: Sender,
  letter: Letter,
  reference: Own,
  signal: AbortSignal,
): Promise<Outcome> {
  const { tenant, conversation: user, number } = letter;
  const to = { tenant, user };
  const chat = await findOwn(sender, to, reference, signal);
  if ("reason" in chat) return lost(sender, letter, reference, chat);
  const { before } = stageOf(letter, "direct");
  const changed = before !== null && before.id === reference.pressed ? before.id : null;
  const pages = await pagesFor(sender, to, number, letter.reply);
  const end = await bring(sender, letter, { tenant, chat, changed, signal }, pages);
  if ("kind" in end) return lost(sender, letter, reference, end);
  if (before && before.id !== end.id && changed === null)
    sender.after(() => retire(sender, to, chat, before));
  if (reference.asked) await sayThere(sender, letter, reference.asked, "answered");
  return { kind: "delivered", ...left(end, chat.conversation ?? "") };
}

function bring(sender: Sender, letter: Letter, spot: Spot, pages: readonly Page[]) {
  const steps = pages.map((page, place): Step => {
    const changed = place === 0 ? spot.changed : null;
    return async () => takenFrom(await sendPage(sender, { ...spot, changed }, page), changed);
  });
  return walk({ signal: spot.signal, passed: sender.passed }, stageOf(letter, "direct"), steps);
}

/** Opened where it is not known yet; an outcome where Teams does not open it. */
async function findOwn(
  { connector, references }: Sender,
  { tenant, user }: Addressee,
  reference: Own,
  signal: AbortSignal,
): Promise<Own | Undelivered> {
  if (reference.conversation !== null) return reference;
  if (signal.aborted) return { kind: "later", reason: "no time left" };
  const answer = await connector.open(reference, tenant, reference.user, signal);
  if (answer.kind !== "done") return outcomeOf(answer);
  const own = { ...reference, conversation: answer.id };
  await references.keep(tenant, user, { ...own, asked: null });
  return own;
}

/** Who cannot be written to is not written to again until they write; where they asked, they hear of it. */
async function lost(sender: Sender, letter: Letter, { asked }: Own, outcome: Outcome): Promise<Outcome> {
  if (outcome.kind !== "never") return outcome;
  const { tenant, conversation: user } = letter;
  await sender.references.drop(tenant, user);
  if (/BotDisabledByAdmin/.test(outcome.reason))
    sender.complain("An administrator has switched the bot off in Teams, so nobody can be answered", {
      reason: outcome.reason,
    });
  if (asked) await sayThere(sender, letter, asked, "cannot");
  return outcome;
}

/** Says to everybody there where the answer went, and nothing of what it was. */
async function sayThere(
  { bot, words: { place }, poke }: Sender,
  { id, tenant }: Letter,
  asked: Chat,
  what: "answered" | "cannot",
): Promise<void> {
  const conversation = asked.conversation ?? "";
  const reference = { kind: "place", ...asked };
  const reply = { ...words(place[what]), isUnasked: true as const };
  await bot.announce({ id: `${id}:${what}`, channel: TEAMS, tenant, conversation, reference, reply });
  poke();
}
