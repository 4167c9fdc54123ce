/** Where somebody can be written to: where they spoke last, of all places that can. */
import type { Reached } from "../../chat/channel.ts";
import type { Speaker } from "../../chat/turn.ts";
import { findIdentities } from "../../store/reminders.ts";
import type { Room } from "../room.ts";

export interface Place extends Reached {
  readonly speaker: Speaker;
}

/** null where no channel can. `first`: who speaks now is tried first. */
export async function reachOf(
  { db, reach }: Pick<Room, "db" | "reach">,
  person: string,
  first?: Speaker,
): Promise<Place | null> {
  const known = await findIdentities(db, person);
  for (const speaker of first ? [first, ...known] : known) {
    const reached = await reach(speaker);
    if (reached) return { ...reached, speaker };
  }
  return null;
}
