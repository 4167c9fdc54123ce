/** What link and unlink lead to: who the speaker is afterwards, what comes along, and what is said of it. */
import { type Part, text } from "../chat/reply.ts";
import type { Speaker } from "../chat/turn.ts";
import { hasTold, joiningOf } from "../interview/join.ts";
import type { Event } from "../interview/log.ts";
import { answeredQuestions } from "../interview/open.ts";
import { said } from "../interview/words.ts";
import { type Coding, findCode, findTries, hashOf } from "../store/codes.ts";
import { countIdentities, type Moving } from "../store/links.ts";
import type { Person } from "../store/people.ts";
import type { Outcome, Wish } from "./commands/command.ts";
import { answerShown } from "./replies/answers.ts";
import { type Found, type Room, roomFor, viewAfter, viewAt, viewOfPerson } from "./room.ts";
import type { View } from "./view.ts";

/** Minutes for which a code is valid, and for which codes that do not fit are counted. */
const MINUTES = 10;
/** So many codes that do not fit end the trying for a while. */
const MOST_TRIES = 5;

/** A turn as it is to be kept: `person` is whose it is afterwards, and `view` is how they stood before. */
export interface Linked extends Found {
  readonly outcome: Outcome;
  readonly moving?: Moving;
  readonly coding?: Coding;
}

interface Asked {
  readonly from: Speaker;
  readonly found: Found;
  /** What the command led to before anybody looked who is linked with whom. */
  readonly outcome: Outcome;
}

/** Works out what such a command leads to, as the database stands now; whoever keeps the turn finds out if it changed. */
export function linked(room: Room, wish: Wish, asked: Asked): Linked | Promise<Linked> {
  switch (wish.kind) {
    case "make":
      return made(room, asked);
    case "give":
      return given(room, asked, wish.code);
    case "part":
      return parted(room, asked);
  }
}

function made({ newCode, now, desk }: Room, { from, found, outcome }: Asked): Linked {
  const code = newCode();
  const { says } = desk.interview.words;
  return {
    ...found,
    outcome: { ...outcome, parts: () => [text(said(says.linkCode, { code, minutes: MINUTES }))] },
    coding: { kind: "made", hash: hashOf(code), channel: from.channel, expiresAt: minutesAfter(now()) },
  };
}

async function given(room: Room, asked: Asked, typed: string): Promise<Linked> {
  const { db, desk } = room;
  const { from, found } = asked;
  const { says } = desk.interview.words;
  const now = room.now().toISOString();
  const tries = await findTries(db, from, now);
  const locked = text(said(says.linkLocked, { minutes: MINUTES }));
  if (tries && tries.tries >= MOST_TRIES) return answered(asked, locked);
  const hash = hashOf(typed);
  const code = await findCode(db, hash, now);
  if (code?.person.id === found.person.id) return answered(asked, text(says.linkOwn));
  if (code) return joined(room, asked, { ...code, hash });
  const count = (tries?.tries ?? 0) + 1;
  const isLast = count >= MOST_TRIES;
  const until = tries && !isLast ? tries.until : minutesAfter(room.now());
  return {
    ...answered(asked, isLast ? locked : text(says.linkWrong)),
    coding: { kind: "missed", before: tries, after: { tries: count, until } },
  };
}

function answered({ found, outcome }: Asked, ...parts: Part[]): Linked {
  return { ...found, outcome: { ...outcome, parts: () => parts } };
}

interface Code {
  readonly person: Person;
  readonly channel: string;
  readonly hash: string;
}

async function joined(room: Room, { from, found, outcome }: Asked, code: Code): Promise<Linked> {
  const { person, channel, hash } = code;
  const before = await viewOfPerson(room, person, from.channel);
  const isFirst = !hasTold(before.state);
  // Where only who joins has told something, they stay under the edition with which they began.
  const theirs = isFirst ? room : roomFor(room, person);
  const view = isFirst ? await viewAt(room, before) : before;
  if (theirs.desk !== room.desk && hasTold(found.view.state))
    return answered({ from, found, outcome }, text(room.desk.interview.words.says.linkEditions));
  const mine = await viewAfter(room, found.view, outcome, view.around.today);
  return {
    room: theirs,
    person,
    isNew: false,
    view,
    outcome: {
      ...outcome,
      events: brought(theirs, mine, view, channel),
      parts: (after) => joinedParts(theirs, view, after, channel),
    },
    moving: { kind: "join", hash, former: found.isNew ? null : found.person },
  };
}

/** What the joining side brings along. Where the other has told nothing, what it said simply goes on there. */
function brought({ desk }: Room, mine: View, { state }: View, into: string): readonly Event[] {
  if (!hasTold(state)) return mine.events;
  return hasTold(mine.state) ? [joiningOf(desk.interview, mine.state, mine.channel, into)] : [];
}

function joinedParts({ desk }: Room, before: View, after: View, into: string): Part[] {
  const { interview } = desk;
  const { says, channels } = interview.words;
  const channel = channels[into] ?? into;
  const titles = answeredQuestions(interview, after.state)
    .filter((each) => answerShown(interview, after, each) !== answerShown(interview, before, each))
    .map(({ title }) => title);
  const count = after.state.conflicts.length;
  return [
    text(said(says.linked, { channel })),
    ...(titles.length > 0 ? [text(said(says.linkTaken, { titles: titles.join(", ") }))] : []),
    ...(count > 0 ? [text(said(says.linkDiffer, { count, channel }))] : []),
    text(says.linkUndo),
  ];
}

async function parted(room: Room, asked: Asked): Promise<Linked> {
  const { found } = asked;
  const { says } = room.desk.interview.words;
  if ((await countIdentities(room.db, found.person)) < 2) return answered(asked, text(says.unlinkNothing));
  return {
    ...answered(asked, text(says.unlinked)),
    person: { ...found.person, id: room.newId() },
    moving: { kind: "part", joined: found.person },
  };
}

function minutesAfter(now: Date): string {
  return new Date(now.getTime() + MINUTES * 60_000).toISOString();
}
