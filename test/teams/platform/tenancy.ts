/** What Teams keeps of one organisation: its people and places, and what the bot has said there. */
import type { Activity } from "./activity.ts";
import {
  conversationId,
  newPerson,
  newPersonal,
  type Person,
  type Place,
  partsOf,
  type Spot,
} from "./place.ts";

/** Something the bot said, as it stands now. */
export interface Kept extends Spot {
  readonly id: string;
  activity: Activity;
}

export interface Tenancy {
  readonly tenant: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly places: Map<string, Place>;
  /** What the bot said, oldest first; what it took away is gone. */
  readonly kept: Kept[];
  /** That it is typing, by conversation, until it has spoken there. */
  readonly typing: Map<string, Activity[]>;
  /** Words that only one person was shown, by user. */
  readonly notices: Map<string, string[]>;
  /** Users whose client is a phone. */
  readonly phones: Set<string>;
  /** Milliseconds. */
  now(): number;
  /** Known from then on. */
  person(user: string): Person;
  /** Between this person and the bot; installed from then on. */
  personal(user: string): Place;
  /** A new id of a message: a time in milliseconds, later than all before. */
  messageId(): string;
}

export interface TenancyOptions extends Pick<Tenancy, "tenant" | "bot" | "now"> {}

export function newTenancy(options: TenancyOptions): Tenancy {
  const people = new Map<string, Person>();
  const places = new Map<string, Place>();
  let last = 0;
  const person = (user: string) => {
    const known = people.get(user) ?? newPerson(user);
    people.set(user, known);
    return known;
  };
  return {
    ...options,
    places,
    kept: [],
    typing: new Map(),
    notices: new Map(),
    phones: new Set(),
    person,
    personal(user) {
      const made = newPersonal(person(user));
      const place = places.get(made.id) ?? made;
      place.isInstalled = true;
      places.set(place.id, place);
      return place;
    },
    messageId() {
      last = Math.max(last + 1, options.now());
      return String(last);
    },
  };
}

/** Where a conversation is, or null where nobody knows it. */
export function spotOf({ places }: Tenancy, conversation: string): Spot | null {
  const { place: id, thread } = partsOf(conversation);
  const place = places.get(id);
  return place ? { place, thread } : null;
}

/** Keeps what the bot says; whoever was shown that it types sees the message instead. */
export function keep(tenancy: Tenancy, spot: Spot, activity: Activity): string {
  const id = tenancy.messageId();
  const thread = spot.place.kind === "channel" ? (spot.thread ?? id) : null;
  const conversation = conversationId({ place: spot.place, thread });
  if (activity.type === "typing") {
    const before = tenancy.typing.get(conversation) ?? [];
    tenancy.typing.set(conversation, [...before, { ...activity, id }]);
    return id;
  }
  tenancy.typing.delete(conversation);
  tenancy.kept.push({ id, place: spot.place, thread, activity: { ...activity, id } });
  return id;
}
