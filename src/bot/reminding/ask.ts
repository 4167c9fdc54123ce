/** Writes to people who were asked to join a team and have not said anything since: each once, and never when it is quiet. */
import { afterQuiet } from "../../calendar/hours.ts";
import { claimTelling, findUntold, type Invited } from "../../store/invitations.ts";
import { keepNoticeIn } from "../../store/notices.ts";
import { committed } from "../../store/shared-commit.ts";
import { answers, invitationParts } from "../joining/invitation.ts";
import { offering } from "../replies/prompt.ts";
import type { Room } from "../room.ts";

/** In one pass; and of how many it is looked whether anybody can write to them. */
const BATCH = 50;
const LOOKED = 1_000;

/** One pass; how many were written to. Whom no channel can write to is told with their next reply. */
export async function askUntold(room: Room): Promise<number> {
  const { db, hours, now } = room;
  const at = now();
  if (afterQuiet(at, hours.zone, hours.quiet).getTime() !== at.getTime()) return 0;
  let sent = 0;
  for (const invited of await findUntold(db, LOOKED)) {
    if (sent === BATCH) break;
    if (await ask(room, invited, at.toISOString())) sent += 1;
  }
  return sent;
}

async function ask(room: Room, invited: Invited, at: string): Promise<boolean> {
  const { to, cohort } = invited;
  const place = await room.reach(to);
  if (!place) return false;
  const text = room.desk.cohortWords.buttons.afterwards;
  const prompt = offering({ text, choices: answers({ room }, invited) });
  const reply = { parts: await invitationParts({ room }, invited), prompt, isUnasked: true, isPrivate: true };
  return committed(room.db, async (transaction) => {
    if (!(await claimTelling(transaction, invited, at))) return false;
    return keepNoticeIn(transaction, {
      id: `invite:${cohort}:${to.channel}:${to.tenant}:${to.user}:${at}`,
      channel: to.channel,
      tenant: to.tenant,
      address: place.conversation,
      reference: JSON.stringify(place.reference),
      reply: JSON.stringify(reply),
      at,
    });
  });
}
