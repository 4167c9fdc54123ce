/** Turns to be kept, without a desk that works them out. */
import { randomUUID } from "node:crypto";
import type { NewTurn } from "../../src/store/turns.ts";

export const AT = "2026-03-02T09:00:00.000Z";
/** Under which everybody in these tests began. */
export const EDITION = "of-the-tests";
export const ROOM = "console:local:room";

/** The first turn of somebody in the room, unless it is `given` otherwise. */
export function turnOf(user: string, given: Partial<NewTurn> = {}): NewTurn {
  return {
    id: randomUUID(),
    from: { channel: "console", tenant: "local", user },
    address: "room",
    reference: null,
    said: null,
    person: { id: `person ${user}`, version: 0 },
    isNewPerson: true,
    events: [JSON.stringify({ kind: "told", by: user })],
    record: JSON.stringify({ told: user }),
    edition: EDITION,
    reply: JSON.stringify({ parts: [{ kind: "text", text: `to ${user}` }], prompt: null }),
    isForgetting: false,
    at: AT,
    dueAt: given.at ?? AT,
    ...given,
  };
}

/** A turn of somebody who has `version` events. */
export function nextTurnOf(user: string, version: number, given: Partial<NewTurn> = {}): NewTurn {
  return turnOf(user, { person: { id: `person ${user}`, version }, isNewPerson: false, ...given });
}

export function forgetTurnOf(user: string, version: number, given: Partial<NewTurn> = {}): NewTurn {
  return nextTurnOf(user, version, { isForgetting: true, events: [], record: "null", ...given });
}
