/** The desk that people speak to, over a database of the test's own, on a day of the test's own. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { deskOf } from "../src/app/house.ts";
import { type Bot, openBot } from "../src/bot/bot.ts";
import type { World } from "../src/bot/room.ts";
import type { Speaker, Turn, Utterance } from "../src/chat/turn.ts";
import type { Library } from "../src/content/library.ts";
import type { Schema } from "../src/store/schema.ts";

/** `today` is an ISO date. */
export function botFor(
  library: Library,
  db: Kysely<Schema>,
  today: string,
  world: Pick<World, "managers" | "roster" | "reach" | "gauge" | "catchUp"> = {},
): Bot {
  return openBot(deskOf(library), db, {
    now: () => new Date(`${today}T12:00:00`),
    newId: randomUUID,
    ...world,
  });
}

export const SOMEONE: Speaker = { channel: "console", tenant: "local", user: "someone" };

/** A turn with an id of its own. */
export function turnOf(said: Utterance, from: Speaker = SOMEONE): Turn {
  return { id: randomUUID(), from, conversation: from.user, said };
}
