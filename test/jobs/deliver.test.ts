/** The outbox is emptied: in order, as often as it takes, and never twice while its deliverer lives. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import type { Channel, Letter, Outcome } from "../../src/chat/channel.ts";
import { text } from "../../src/chat/reply.ts";
import type { Clock } from "../../src/jobs/clock.ts";
import { type Deliverer, openDeliverer } from "../../src/jobs/deliver.ts";
import { findBacklog } from "../../src/store/backlog.ts";
import { keepNotice } from "../../src/store/notices.ts";
import type { Schema } from "../../src/store/schema.ts";
import { keepTurn } from "../../src/store/turns.ts";
import { DATABASES, openNew } from "../databases.ts";

const START = Date.parse("2026-11-23T09:00:00Z");

/** A clock that stands still until it is turned; what is done every so often is done by poking. */
function handClock(): Clock & { turn(milliseconds: number): void } {
  let time = START;
  return {
    now: () => new Date(time),
    every: () => () => undefined,
    turn: (milliseconds) => {
      time += milliseconds;
    },
  };
}

describe.each(DATABASES)("what waits in the outbox on %s", (kind) => {
  let db: Kysely<Schema>;
  let clock: ReturnType<typeof handClock>;
  let complaints: string[];
  let outcomes: string[];

  beforeEach(async () => {
    ({ db } = await openNew(kind));
    clock = handClock();
    complaints = [];
    outcomes = [];
  });

  /** A reply to somebody's turn; every person is new. */
  async function put(conversation: string, words: string, channel = "relay"): Promise<void> {
    const kept = await keepTurn(db, {
      id: randomUUID(),
      from: { channel, tenant: "t", user: randomUUID() },
      address: conversation,
      reference: JSON.stringify({ url: conversation }),
      said: null,
      person: { id: randomUUID(), version: 0 },
      isNewPerson: true,
      events: [],
      record: "{}",
      edition: "of the tests",
      reply: JSON.stringify({ parts: [text(words)], prompt: null }),
      isForgetting: false,
      at: clock.now().toISOString(),
      dueAt: clock.now().toISOString(),
    });
    expect(kept.kind).toBe("kept");
  }

  function deliverer(deliver: (letter: Letter) => Promise<Outcome>, by = "one"): Deliverer {
    const channel: Channel = { name: "relay", deliver };
    return openDeliverer({
      db,
      channels: [channel],
      by,
      clock,
      random: () => 0,
      watcher: {
        delivery: (_, outcome) => void outcomes.push(outcome),
        complain: (line) => void complaints.push(line),
      },
    });
  }

  /** Delivers all that is due now. */
  async function round(post: Deliverer): Promise<void> {
    post.poke();
    await post.settled();
  }

  const wordsOf = ({ reply }: Letter) => reply.parts.map((part) => ("text" in part ? part.text : "")).join();
  const delivered: Outcome = { kind: "delivered" };

  test("is delivered in the order of its conversation, with what the channel needs to find it", async () => {
    const sent: Letter[] = [];
    const post = deliverer(async (letter) => {
      sent.push(letter);
      return delivered;
    });
    for (const words of ["one", "two", "three"]) await put("c", words);
    await round(post);
    expect(sent.map(wordsOf)).toEqual(["one", "two", "three"]);
    expect(sent.map(({ id }) => id)).toEqual(["relay:t:c#1", "relay:t:c#2", "relay:t:c#3"]);
    expect(sent[0]).toMatchObject({ tenant: "t", conversation: "c", reference: { url: "c" } });
    expect(await findBacklog(db, ["relay"])).toEqual({ depth: 0, oldest: null });
    await round(post);
    expect(sent).toHaveLength(3);
  });

  test("waits longer after each failure, and holds back only its own conversation", async () => {
    const sent: string[] = [];
    const post = deliverer(async (letter) => {
      sent.push(wordsOf(letter));
      return letter.conversation === "slow" && sent.length < 4 ? { kind: "later", reason: "503" } : delivered;
    });
    await put("slow", "slow 1");
    await put("slow", "slow 2");
    await put("other", "other");
    await round(post);
    expect(sent.sort()).toEqual(["other", "slow 1"]);
    await round(post);
    expect(sent).toHaveLength(2);
    clock.turn(501);
    await round(post);
    expect(sent).toEqual(["other", "slow 1", "slow 1"]);
    clock.turn(501);
    await round(post);
    expect(sent).toHaveLength(3);
    clock.turn(501);
    await round(post);
    expect(sent.slice(3)).toEqual(["slow 1", "slow 2"]);
  });

  test("waits as long as the platform asks", async () => {
    let tries = 0;
    const post = deliverer(async () => {
      tries += 1;
      return tries === 1 ? { kind: "later", reason: "429", afterSeconds: 30 } : delivered;
    });
    await put("c", "words");
    await round(post);
    clock.turn(29_999);
    await round(post);
    expect(tries).toBe(1);
    clock.turn(1);
    await round(post);
    expect(tries).toBe(2);
  });

  test("is tried again when the channel throws", async () => {
    let tries = 0;
    const post = deliverer(async () => {
      tries += 1;
      if (tries === 1) throw new Error("connection reset");
      return delivered;
    });
    await put("c", "words");
    await round(post);
    clock.turn(1_000);
    await round(post);
    expect(outcomes).toEqual(["later", "delivered"]);
  });

  test("that is not worth saying any more is not said, and the next one goes", async () => {
    const said: string[] = [];
    const at = clock.now().toISOString();
    const until = new Date(clock.now().getTime() + 2 * 3_600_000).toISOString();
    const notice = { id: "own:ann:2026-11-23", channel: "relay", tenant: "t", address: "a", reference: "{}" };
    const reply = JSON.stringify({ parts: [text("a reminder")], prompt: null });
    expect(await keepNotice(db, { ...notice, reply, at, until })).toBe(true);
    clock.turn(2 * 3_600_000 + 1);
    await put("a", "an answer");
    const one = deliverer(async ({ reply: { parts } }) => {
      said.push(...parts.flatMap((part) => ("text" in part ? [part.text] : [])));
      return { kind: "delivered" };
    });
    one.poke();
    await one.settled();
    await one.stop();
    expect(said).toEqual(["an answer"]);
    expect(complaints.join()).toContain("it was not worth saying so late");
  });

  test("becomes a dead letter with its reason after a day, and the next one goes", async () => {
    const post = deliverer(async (letter) =>
      wordsOf(letter) === "old" ? { kind: "later", reason: "503" } : delivered,
    );
    await put("c", "old");
    clock.turn(24 * 3_600_000);
    await put("c", "new");
    await round(post);
    expect(outcomes).toEqual(["later", "dead", "delivered"]);
    const rows = await db
      .selectFrom("outbox")
      .select(["number", "failed_at", "reason"])
      .orderBy("number")
      .execute();
    expect(rows).toEqual([
      { number: 1, failed_at: clock.now().toISOString(), reason: "not delivered within a day: 503" },
      { number: 2, failed_at: null, reason: null },
    ]);
    expect(complaints.join()).toContain("relay:t:c#1 was given up");
    const acts = await db.selectFrom("audit").select(["act", "subject"]).execute();
    expect(acts).toEqual([{ act: "dead-letter", subject: "relay:t:c#1" }]);
  });

  test("is given up at once where it can never arrive", async () => {
    const post = deliverer(async () => ({ kind: "never", reason: "the app was removed" }));
    await put("c", "words");
    await round(post);
    expect(outcomes).toEqual(["never", "dead"]);
    expect((await findBacklog(db, ["relay"])).depth).toBe(0);
  });

  test("is left alone where its channel is not open here", async () => {
    const post = deliverer(async () => delivered);
    await put("c", "for the page", "web");
    await round(post);
    expect(outcomes).toEqual([]);
    expect((await findBacklog(db, ["web"])).depth).toBe(1);
  });

  test("goes once, though two programs look at the same time", async () => {
    const sent: string[] = [];
    const send = async (letter: Letter) => {
      sent.push(letter.id);
      return delivered;
    };
    const two = [deliverer(send, "one"), deliverer(send, "two")];
    for (let place = 0; place < 20; place += 1) await put(`c${place % 7}`, `words ${place}`);
    await Promise.all(two.map(round));
    await Promise.all(two.map(round));
    expect(new Set(sent).size).toBe(20);
    expect(sent).toHaveLength(20);
  });

  test("of a program that died is delivered by another, once its lease has run out", async () => {
    const dead = deliverer(() => new Promise(() => undefined), "dead");
    await put("c", "words");
    dead.poke();
    await expect.poll(() => isLeased(db)).toBe(true);
    const post = deliverer(async () => delivered, "alive");
    await round(post);
    expect(outcomes).toEqual([]);
    clock.turn(61_000);
    await round(post);
    expect(outcomes).toEqual(["delivered"]);
  });

  test("is finished before a program stops, and nothing new is begun", async () => {
    let finish: (outcome: Outcome) => void = () => undefined;
    const sent: string[] = [];
    const post = deliverer((letter) => {
      sent.push(wordsOf(letter));
      return new Promise<Outcome>((resolve) => {
        finish = resolve;
      });
    });
    await put("c", "one");
    await put("c", "two");
    post.poke();
    await expect.poll(() => sent.length).toBe(1);
    const stopped = post.stop();
    finish(delivered);
    await stopped;
    expect(sent).toEqual(["one"]);
    expect(await findBacklog(db, ["relay"])).toMatchObject({ depth: 1 });
  });
});

async function isLeased(db: Kysely<Schema>): Promise<boolean> {
  const row = await db.selectFrom("outbox").select("leased_by").executeTakeFirst();
  return row?.leased_by === "dead";
}
