/** The room in which the desk stands: its database, its clock, and how the people who spoke last stand. */
import type { Kysely } from "kysely";
import type { Quiet } from "../calendar/hours.ts";
import type { Reached, Roster } from "../chat/channel.ts";
import type { Speaker } from "../chat/turn.ts";
import { type Event, eventSchema } from "../interview/log.ts";
import { findMarks } from "../store/confirmations.ts";
import { findEvents, findPerson, type Person } from "../store/people.ts";
import type { Schema } from "../store/schema.ts";
import { localDate } from "./date.ts";
import type { Queue } from "./queue.ts";
import type { Recent } from "./recent.ts";
import type { Gauge } from "./too-fast.ts";
import { type Desk, look, type View } from "./view.ts";
import type { Watch } from "./watch.ts";

/** What varies from run to run. */
export interface World {
  now(): Date;
  /** A new id for a person. */
  newId(): string;
  /** A new code such as K7QM-3XPA, which nobody can guess. */
  newCode?(): string;
  readonly watch?: Watch;
  /** Who may make cohorts; nobody where it is not given. */
  readonly managers?: Managers;
  /** Looks up a group of people; no channel can where it is not given. */
  readonly roster?: Rosters;
  /** Whom the channels can write to; nobody where it is not given. */
  readonly reach?: Reach;
  /** How much is heard; everything where it is not given. */
  readonly gauge?: Gauge;
  /**
   * Looks whether rules that this program does not know yet were published. True where it knows all of them then; it does
   * where it is not given.
   */
  catchUp?(): Promise<boolean>;
  /** When nobody is written to, and by which clock where people say none. */
  readonly hours?: Hours;
}

export interface Hours {
  readonly quiet: Quiet;
  readonly zone: string;
}

export type Reach = (speaker: Speaker) => Promise<Reached | null>;

export type Rosters = (channel: string, tenant: string, group: string) => Promise<Roster>;

/** Whether somebody is named as a manager by whoever runs the program. */
export type Managers = (speaker: Speaker) => boolean;

export interface Room extends World {
  /** At which whoever speaks sits: that of the edition under which they began. */
  readonly desk: Desk;
  /** At which everybody begins. */
  readonly newest: Desk;
  readonly db: Kysely<Schema>;
  readonly recent: Recent;
  readonly inTurn: Queue;
  readonly watch: Watch;
  newCode(): string;
  catchUp(): Promise<boolean>;
  /** Nobody knows the edition of whoever speaks any more, so they go on where everybody begins. */
  readonly isLenient?: true;
  readonly managers: Managers;
  readonly roster: Rosters;
  readonly reach: Reach;
  readonly gauge: Gauge;
  readonly hours: Hours;
}

/** Who speaks, and how they stand now. */
export interface Found {
  /** The room, at their desk. */
  readonly room: Room;
  readonly person: Person;
  readonly isNew: boolean;
  readonly view: View;
}

/** How the person stands now; somebody new stands at the beginning. Throws UnknownEdition where the person began under one that this program does not know. */
export async function viewOf(room: Room, from: Speaker): Promise<Found> {
  const found = await findPerson(room.db, from);
  if (found) {
    if (!room.isLenient && !isKnown(room, found)) throw new UnknownEdition(found.edition);
    const view = await viewOfPerson(room, found, from.channel);
    return { room: roomFor(room, found), person: found, isNew: false, view };
  }
  const view = await looked(room, [], localDate(room.now()), from.channel);
  return { room, person: { id: room.newId(), version: 0 }, isNew: true, view };
}

/** The room at somebody's desk. Who has told nothing yet has not begun, and sits where everybody begins. */
export function roomFor(room: Room, { version, edition }: Pick<Person, "version" | "edition">): Room {
  const desk = version > 0 ? deskFor(room, edition) : room.newest;
  return desk === room.desk ? room : { ...room, desk };
}

function isKnown({ newest }: Room, { version, edition = "" }: Person): boolean {
  return version === 0 || edition === newest.edition.id || newest.others?.has(edition) === true;
}

/** Somebody began under an edition that was published since this program last looked. */
export class UnknownEdition extends Error {
  override readonly name = "UnknownEdition";

  constructor(edition = "") {
    super(`This program does not know the edition "${edition}" that was published; bring it up to date`);
  }
}

/** The desk at which records of the edition are judged; of one that nobody knows any more, that of everybody. */
export function deskFor({ newest }: Pick<Room, "newest">, edition: string | undefined): Desk {
  return newest.others?.get(edition ?? "") ?? newest;
}

/** How somebody who has spoken before stands now, as seen in the channel. */
export async function viewOfPerson(room: Room, person: Person, channel: string): Promise<View> {
  const today = localDate(room.now());
  const known = room.recent.find(person, today);
  const view =
    known ?? (await looked(roomFor(room, person), await eventsOf(room.db, person), today, channel));
  const isSeen = person.isMember || person.isMarked;
  // Others may confirm something at any time, so this is never taken from what is remembered.
  return { ...view, channel, ...(isSeen ? { marks: await findMarks(room.db, person.id) } : {}) };
}

async function eventsOf(db: Kysely<Schema>, { id, version }: Person): Promise<Event[]> {
  const kept = await findEvents(db, id);
  // What was said between the two reads is left for the next try, which will find that it was overtaken.
  return kept.slice(0, version).map((event): Event => eventSchema.parse(JSON.parse(event)));
}

/** How they stand once these events are kept, too. */
export async function viewAfter(
  room: Room,
  before: View,
  { events }: Pick<View, "events">,
  today: string,
): Promise<View> {
  if (events.length === 0) return before;
  const view = await looked(room, [...before.events, ...events], today, before.channel);
  return { ...view, ...(before.marks ? { marks: before.marks } : {}) };
}

/** The same that was said, as it looks at this room's desk. */
export async function viewAt(room: Room, view: View): Promise<View> {
  const seen = await looked(room, view.events, view.around.today, view.channel);
  return { ...seen, ...(view.marks ? { marks: view.marks } : {}) };
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
