/** What is wrong at the end, in words: nothing, where every acknowledged line was kept once and answered. */
import type { Kysely } from "kysely";
import type { Reply } from "../../src/chat/reply.ts";
import type { Schema } from "../../src/store/schema.ts";
import { type Expected, expectedOf } from "./expected.ts";
import { grouped } from "./grouped.ts";
import { findMarks } from "./marks.ts";
import type { Person } from "./person.ts";

/** Every person spoke to the end, and no reply waits any more. */
export async function findWrongs(db: Kysely<Schema>, people: readonly Person[]): Promise<string[]> {
  const expectations = new Map<string, Promise<Expected>>();
  const expected = ({ script, channel }: Person) => {
    const key = `${channel} ${script.name}`;
    const known = expectations.get(key) ?? expectedOf(script, channel);
    expectations.set(key, known);
    return known;
  };
  const kept = await readKept(db);
  const wrongs: string[] = [];
  for (const person of people) {
    const found = wrongsOf(person, await expected(person), kept);
    wrongs.push(...found.map((wrong) => `${person.conversation}: ${wrong}`));
  }
  const turns = people.reduce((sum, { script }) => sum + script.lines.length, 0);
  if (kept.turns !== turns) wrongs.push(`${kept.turns} turns are kept, ${turns} were said`);
  return wrongs;
}

type Kept = Awaited<ReturnType<typeof readKept>>;

async function readKept(db: Kysely<Schema>) {
  const turns = await db.selectFrom("turns").selectAll().execute();
  const events = await db.selectFrom("events").selectAll().orderBy("sequence").execute();
  const records = await db.selectFrom("records").selectAll().execute();
  const outbox = await db.selectFrom("outbox").selectAll().orderBy("number").execute();
  const conversations = await db.selectFrom("conversations").selectAll().execute();
  return {
    turns: turns.length,
    turnsOf: grouped(turns, ({ conversation }) => conversation),
    eventsOf: grouped(events, ({ person }) => person),
    recordOf: new Map(records.map((row) => [row.person, row])),
    repliesOf: grouped(outbox, ({ conversation }) => conversation),
    conversationOf: new Map(conversations.map((row) => [row.id, row])),
    marks: await findMarks(db),
  };
}

function wrongsOf(person: Person, expected: Expected, kept: Kept): string[] {
  const { conversation, turns } = person;
  const seen = kept.turnsOf.get(conversation) ?? [];
  const owners = new Set(seen.map((turn) => turn.person));
  const [owner] = owners;
  if (!owner || owners.size !== 1) return [`its turns belong to ${owners.size} people`];
  const record = kept.recordOf.get(owner);
  const events = kept.eventsOf.get(owner) ?? [];
  const numbers = Array.from(turns, (_, place) => place + 1);
  const seenInOrder = seen.toSorted((a, b) => a.number - b.number);
  return [
    ...differing(
      "turns",
      seenInOrder.map(({ id }) => id),
      turns,
    ),
    ...differing(
      "the turns' numbers",
      seenInOrder.map(({ number }) => number),
      numbers,
    ),
    ...differing(
      "events",
      events.map(({ turn, event }) => `${turn} ${event}`),
      expected.events.map(({ line, event }) => `${turns[line]} ${event}`),
    ),
    ...differing(
      "the events' numbers",
      events.map(({ sequence }) => sequence),
      events.map((_, place) => place + 1),
    ),
    ...differing("the record", [record?.record, record?.version], [expected.record, expected.events.length]),
    ...differing("the count of replies", [kept.conversationOf.get(conversation)?.replies], [turns.length]),
    ...wrongsOfReplies(person, expected, kept),
  ];
}

function wrongsOfReplies({ conversation, turns }: Person, { replies }: Expected, kept: Kept): string[] {
  const rows = kept.repliesOf.get(conversation) ?? [];
  return [
    ...differing(
      "replies",
      rows.map(({ reply }) => withoutHeld(reply)),
      replies.map(withoutHeld),
    ),
    ...differing(
      "the replies' turns",
      rows.map(({ turn }) => turn),
      turns,
    ),
    ...rows.flatMap(({ number, delivered_at, failed_at, leased_by }) => {
      const marks = kept.marks.get(`${conversation}#${number}`) ?? 0;
      return [
        ...(delivered_at === null ? [`reply ${number} is not marked as delivered`] : []),
        ...(failed_at === null ? [] : [`reply ${number} was given up`]),
        ...(leased_by === null ? [] : [`reply ${number} is still leased`]),
        ...(marks === 1 ? [] : [`reply ${number} was marked ${marks} times`]),
      ];
    }),
  ];
}

/** The file of everything that is held has the times and ids of its own person in it; that it was given is all that can be foretold. */
function withoutHeld(reply: string): string {
  const { parts, ...rest } = JSON.parse(reply) as Reply;
  const told = parts.map((part) =>
    part.kind === "file" && part.name === "signpost-held.json" ? { kind: part.kind, name: part.name } : part,
  );
  return JSON.stringify({ ...rest, parts: told });
}

/** The first place where they differ. */
function differing(what: string, found: readonly unknown[], right: readonly unknown[]): string[] {
  const longest = Math.max(found.length, right.length);
  for (let place = 0; place < longest; place += 1)
    if (found[place] !== right[place])
      return [
        `${what} differ at ${place + 1}: ${found[place]} instead of ${right[place]} (${found.length}, ${right.length})`,
      ];
  return [];
}
