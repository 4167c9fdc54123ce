import { describe, expect, test } from "vitest";
import { findBacklog } from "../../src/store/backlog.ts";
import { keepMessage } from "../../src/store/conversations.ts";
import { type Lease, leaseDue } from "../../src/store/leases.ts";
import { giveUp, markDelivered, postpone, type Waiting } from "../../src/store/outbox.ts";
import { keepTurn } from "../../src/store/turns.ts";
import { DATABASES, openNew, openTwice } from "../databases.ts";
import { contentsOf } from "./contents.ts";
import { AT, turnOf } from "./turn.ts";

type Database = Awaited<ReturnType<typeof openNew>>["db"];

const CHANNELS = ["console"];
const MOST = 100;

/** ISO time so many minutes after the replies were put in. */
function minute(minutes: number): string {
  return new Date(Date.parse(AT) + minutes * 60_000).toISOString();
}

/** A lease of ten minutes. */
function lease(by: string, from = 0): Lease {
  return { by, now: minute(from), until: minute(from + 10) };
}

/** One reply in each of these conversations, in this order, a minute apart where it is asked for. */
async function fill(db: Database, addresses: readonly string[], apart = 0): Promise<void> {
  for (const [place, address] of addresses.entries()) {
    const person = { id: `person ${place}`, version: 0 };
    await keepTurn(db, turnOf(`user ${place}`, { person, address, at: minute(place * apart) }));
  }
}

function places(waiting: readonly Pick<Waiting, "address" | "number">[]): string[] {
  return waiting.map(({ address, number }) => `${address}#${number}`);
}

async function leased(db: Database, by: string, from = 0): Promise<Waiting[]> {
  return leaseDue(db, CHANNELS, lease(by, from), MOST);
}

async function leaseOne(db: Database, from = 0): Promise<Waiting> {
  const [waiting] = await leased(db, "one", from);
  if (!waiting) throw new Error("nothing was due");
  return waiting;
}

describe.each(DATABASES)("the outbox in %s", (kind) => {
  test("gives the first waiting reply of each conversation, the longest due first", async () => {
    const { db } = await openNew(kind);
    await fill(db, ["b", "a", "a", "c", "b"], 1);
    expect(places(await leased(db, "one", 5))).toEqual(["b#1", "a#1", "c#1"]);
    expect(await leased(db, "one", 5)).toEqual([]);
  });

  test("gives all that a deliverer needs to know", async () => {
    const { db } = await openNew(kind);
    const turn = turnOf("ann", { reference: '{"to":"ann"}' });
    await keepTurn(db, turn);
    expect(await leased(db, "one")).toEqual([
      {
        conversation: "console:local:room",
        number: 1,
        channel: "console",
        tenant: "local",
        address: "room",
        reference: '{"to":"ann"}',
        message: null,
        reply: turn.reply,
        tries: 0,
        worthUntil: null,
        createdAt: AT,
        leasedBy: "one",
      },
    ]);
  });

  test("hands on what the channel left when it delivered there", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann"));
    await keepMessage(db, "console:local:room", '{"at":1}');
    const [waiting] = await leased(db, "one");
    expect(waiting?.message).toBe('{"at":1}');
  });

  test("gives no more than is asked for, and nothing of other channels or of none", async () => {
    const { db } = await openNew(kind);
    await fill(db, ["a", "b", "c"], 1);
    expect(await leaseDue(db, ["slack"], lease("one", 5), MOST)).toEqual([]);
    expect(await leaseDue(db, [], lease("one", 5), MOST)).toEqual([]);
    expect(places(await leaseDue(db, CHANNELS, lease("one", 5), 2))).toEqual(["a#1", "b#1"]);
    expect(places(await leaseDue(db, ["slack", "console"], lease("one", 5), 2))).toEqual(["c#1"]);
  });

  test("gives nothing before it is due", async () => {
    const { db } = await openNew(kind);
    await fill(db, ["a"]);
    expect(await leased(db, "one", -1)).toEqual([]);
    expect(places(await leased(db, "one", 0))).toEqual(["a#1"]);
  });

  test("gives the next of a conversation once the one before is delivered", async () => {
    const { db } = await openNew(kind);
    await fill(db, ["a", "a", "a"]);
    for (const number of [1, 2, 3]) {
      const first = await leaseOne(db);
      expect(first.number).toBe(number);
      expect(await leased(db, "two")).toEqual([]);
      await markDelivered(db, first, AT);
    }
    expect(await leased(db, "two")).toEqual([]);
  });

  test("gives a reply to one of two deliverers, however often they ask at once", async () => {
    const { both } = await openTwice(kind);
    const [db] = both;
    const rooms = Array.from({ length: 12 }, (_, place) => `room ${place}`);
    await fill(db, [...rooms, ...rooms, ...rooms]);
    const given: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const taken = await Promise.all(
        ["one", "two", "three", "four"].map((by, place) =>
          leaseDue(both[place % 2 ? 1 : 0], CHANNELS, lease(by), 8),
        ),
      );
      const here = places(taken.flat());
      given.push(...here);
      // Whoever looked first may have left some to nobody: what was not taken now is taken in a later look.
      given.push(...places(await leased(db, "rest")));
      for (const address of rooms)
        await markDelivered(db, { conversation: `console:local:${address}`, number: round + 1 }, AT);
    }
    const all = [1, 2, 3].flatMap((number) => rooms.map((room) => `${room}#${number}`));
    expect(given.toSorted()).toEqual(all.toSorted());
  });

  test("gives a reply again when its lease has run out, and not before", async () => {
    const { db } = await openNew(kind);
    await fill(db, ["a"]);
    await leased(db, "one");
    expect(await leased(db, "two", 10)).toEqual([]);
    expect(places(await leased(db, "two", 11))).toEqual(["a#1"]);
    expect(await leased(db, "one", 11)).toEqual([]);
  });

  test("holds back the rest of a conversation whose first reply was put off, and no other", async () => {
    const { db } = await openNew(kind);
    await fill(db, ["a", "a", "b"], 1);
    const [a, b] = (await leased(db, "one", 5)) as [Waiting, Waiting];
    await postpone(db, { ...a, tries: 1 }, minute(30), "busy");
    await markDelivered(db, b, AT);
    expect(await leased(db, "one", 29)).toEqual([]);
    const again = await leaseOne(db, 30);
    expect(again).toMatchObject({ address: "a", number: 1, tries: 1 });
    await markDelivered(db, again, AT);
    expect(places(await leased(db, "one", 30))).toEqual(["a#2"]);
  });

  test("lets the next one go when a reply is given up, and keeps the reason", async () => {
    const { db } = await openNew(kind);
    await fill(db, ["a", "a"]);
    await giveUp(db, await leaseOne(db), AT, "blocked by the user");
    expect(places(await leased(db, "one"))).toEqual(["a#2"]);
    const { outbox } = await contentsOf(db);
    expect(outbox).toMatchObject([{ failed_at: AT, reason: "blocked by the user", leased_by: null }, {}]);
  });

  test("marks a reply as delivered once", async () => {
    const { db } = await openNew(kind);
    await fill(db, ["a"]);
    const waiting = await leaseOne(db);
    const marked = await Promise.all([1, 2, 3].map(() => markDelivered(db, waiting, AT)));
    expect(marked.filter(Boolean)).toHaveLength(1);
    expect(await markDelivered(db, waiting, AT)).toBe(false);
    expect(await markDelivered(db, { conversation: "console:local:nowhere", number: 1 }, AT)).toBe(false);
  });

  test("is not changed by a deliverer who comes too late", async () => {
    const { db } = await openNew(kind);
    await fill(db, ["a", "b"]);
    const [a, b] = (await leased(db, "late")) as [Waiting, Waiting];
    await leased(db, "next", 11);
    await markDelivered(db, a, minute(11));
    await giveUp(db, { ...b, leasedBy: "next" }, minute(11), "blocked");
    const before = await contentsOf(db);
    for (const waiting of [a, b]) {
      await postpone(db, waiting, minute(60), "too late");
      await giveUp(db, waiting, minute(60), "too late");
    }
    expect(await contentsOf(db)).toEqual(before);
  });

  test("counts what waits, and knows since when", async () => {
    const { db } = await openNew(kind);
    expect(await findBacklog(db, CHANNELS)).toEqual({ depth: 0, oldest: null });
    await fill(db, ["a", "a", "b", "c"], 1);
    expect(await findBacklog(db, CHANNELS)).toEqual({ depth: 4, oldest: minute(0) });
    const [a, b] = (await leased(db, "one", 5)) as [Waiting, Waiting];
    await markDelivered(db, a, AT);
    await giveUp(db, b, AT, "blocked");
    expect(await findBacklog(db, CHANNELS)).toEqual({ depth: 2, oldest: minute(1) });
    expect(await findBacklog(db, ["slack"])).toEqual({ depth: 0, oldest: null });
    expect(await findBacklog(db, [])).toEqual({ depth: 0, oldest: null });
  });
});
