/** The room in which the desk stands: its database, its clock, and how the people who spoke last stand. */
import type { Kysely } from "kysely";
import type { Speaker } from "../chat/turn.ts";
import { type Event, eventSchema } from "../interview/log.ts";
import { findEvents, findPerson, type Person } from "../store/people.ts";
import type { Schema } from "../store/schema.ts";
import type { Outcome } from "./commands/command.ts";
import { localDate } from "./date.ts";
import type { Queue } from "./queue.ts";
import type { Recent } from "./recent.ts";
import { type Desk, look, type View } from "./view.ts";
import type { Watch } from "./watch.ts";

/** What varies from run to run. */
export interface World {
  now(): Date;
  /** A new id for a person. */
  newId(): string;
  readonly watch?: Watch;
}

export interface Room extends World {
  readonly desk: Desk;
  readonly db: Kysely<Schema>;
  readonly recent: Recent;
  readonly inTurn: Queue;
  readonly watch: Watch;
}

/** How the person stands now; somebody new stands at the beginning. */
export async function viewOf(
  room: Room,
  from: Speaker,
): Promise<{ person: Person; isNew: boolean; view: View }> {
  const { db, recent } = room;
  const found = await findPerson(db, from);
  const person = found ?? { id: room.newId(), version: 0 };
  const today = localDate(room.now());
  const known = found && recent.find(person, today);
  const view = known ?? (await looked(room, found ? await eventsOf(db, found) : [], today, from.channel));
  return { person, isNew: !found, view: { ...view, channel: from.channel } };
}

async function eventsOf(db: Kysely<Schema>, { id, version }: Person): Promise<Event[]> {
  const kept = await findEvents(db, id);
  // What was said between the two reads is left for the next try, which will find that it was overtaken.
  return kept.slice(0, version).map((event): Event => eventSchema.parse(JSON.parse(event)));
}

export async function viewAfter(room: Room, before: View, outcome: Outcome, today: string): Promise<View> {
  if (outcome.events.length === 0) return before;
  return looked(room, [...before.events, ...outcome.events], today, before.channel);
}

async function looked(
  { desk, watch }: Room,
  events: readonly Event[],
  today: string,
  channel: string,
): Promise<View> {
  const start = performance.now();
  const view = await look(desk, events, today, channel);
  watch.judged((performance.now() - start) / 1_000);
  return view;
}
