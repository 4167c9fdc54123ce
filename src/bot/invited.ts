/** Who was asked to join a team is told so with the next reply that they get, whatever they say. */
import type { Part } from "../chat/reply.ts";
import type { Speaker } from "../chat/turn.ts";
import { findInvitations, markTold } from "../store/invitations.ts";
import type { Outcome } from "./commands/command.ts";
import { invitationParts } from "./joining/invitation.ts";
import type { Found, Room } from "./room.ts";

/** The outcome as it is, where nobody asks them. */
export async function withInvitations(
  room: Room,
  from: Speaker,
  { person, isNew }: Found,
  outcome: Outcome,
): Promise<Outcome> {
  if (outcome.isForgetting || !(isNew || person.isInvited)) return outcome;
  const all = await findInvitations(room.db, from, person.id);
  const untold = all.filter(({ isTold }) => !isTold);
  if (untold.length === 0) return outcome;
  const parts: Part[] = [];
  for (const invited of untold) parts.push(...(await invitationParts({ room }, invited)));
  return {
    ...outcome,
    parts: async (after) => [...(await outcome.parts(after)), ...parts],
    async keep(db, turn) {
      await markTold(db, from, turn.at);
      return (await outcome.keep?.(db, turn)) ?? true;
    },
  };
}
