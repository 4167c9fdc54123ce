/** People, the places where they talk, and how ids name both. */
import { createHash } from "node:crypto";

export interface Person {
  /** As tests call them, such as "tess". */
  readonly user: string;
  /** Of this person for this bot. */
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}

interface Team {
  readonly id: string;
  readonly name: string;
  readonly aadGroupId: string;
}

export interface Place {
  readonly id: string;
  readonly kind: "personal" | "groupChat" | "channel";
  /** Null where Teams gives none: between a person and the bot, and of the channel General. */
  readonly name: string | null;
  readonly team: Team | null;
  readonly members: Set<Person>;
  /** Whether the bot is there. */
  isInstalled: boolean;
}

/** A place and, in a channel, the thread: the id of its first message. */
export interface Spot {
  readonly place: Place;
  readonly thread: string | null;
}

export function newPerson(user: string): Person {
  const name = user.charAt(0).toUpperCase() + user.slice(1);
  return { user, id: `29:${user}`, name, aadObjectId: uuidOf(`person ${user}`) };
}

export function newPersonal(person: Person): Place {
  const nameless = { name: null, team: null };
  return {
    id: `a:${person.user}`,
    kind: "personal",
    ...nameless,
    members: new Set([person]),
    isInstalled: true,
  };
}

export function newGroup(name: string, members: readonly Person[]): Place {
  const id = `19:${word(name)}@thread.v2`;
  return { id, kind: "groupChat", name, team: null, members: new Set(members), isInstalled: true };
}

export function newChannel(team: string, name: string, members: readonly Person[]): Place {
  return {
    id: `19:${word(team)}-${word(name)}@thread.tacv2`,
    kind: "channel",
    name: name === "General" ? null : name,
    team: { id: `19:${word(team)}@thread.tacv2`, name: team, aadGroupId: uuidOf(`team ${team}`) },
    members: new Set(members),
    isInstalled: true,
  };
}

const THREAD = ";messageid=";

/** The id of the conversation as activities name it. */
export function conversationId({ place, thread }: Spot): string {
  return thread === null ? place.id : `${place.id}${THREAD}${thread}`;
}

/** The place that the id of a conversation names, and its thread. */
export function partsOf(conversation: string): { readonly place: string; readonly thread: string | null } {
  const [place = "", thread = null] = conversation.split(THREAD);
  return { place, thread };
}

function word(name: string): string {
  return name.toLowerCase().replace(/\W+/g, "-");
}

function uuidOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
