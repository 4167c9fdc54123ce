/** What a turn comes to, with all that has to be looked up for it. */
import type { Named, Turn, Utterance } from "../chat/turn.ts";
import type { Outcome } from "./commands/command.ts";
import { decide } from "./decide.ts";
import { withInvitations } from "./invited.ts";
import { type Linked, linked } from "./linked.ts";
import type { Found, Room } from "./room.ts";

export async function decided(turn: Turn, found: Found): Promise<Linked> {
  const { from } = turn;
  const { room } = found;
  const first = await decide(room.desk, found.view, turn);
  const outcome = await withInvitations(room, from, found, await lookedUp(room, turn, found, first));
  if (!outcome.linking) return { ...found, outcome };
  return linked(room, outcome.linking, { from, found, outcome });
}

async function lookedUp(room: Room, { from, said }: Turn, found: Found, outcome: Outcome): Promise<Outcome> {
  if (!outcome.look) return outcome;
  const looked = await outcome.look({ room, from, found, named: namedIn(said) });
  return { ...looked, events: [...outcome.events, ...looked.events] };
}

const NOBODY: Named = { users: [], group: null };

function namedIn(said: Utterance): Named {
  return "text" in said ? (said.named ?? NOBODY) : NOBODY;
}
