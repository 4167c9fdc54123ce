import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { findEvents, findPerson } from "../../src/store/people.ts";
import { findReply } from "../../src/store/transcript.ts";
import { keepTurn } from "../../src/store/turns.ts";
import { DATABASES, openNew, openTwice } from "../databases.ts";
import { contentsOf, countsOf } from "./contents.ts";
import { runWriters } from "./programs.ts";
import { AT, EDITION, nextTurnOf, ROOM, turnOf } from "./turn.ts";

describe.each(DATABASES)("a turn kept in %s", (kind) => {
  test("is there with its person, its events, its record and its reply", async () => {
    const { db } = await openNew(kind);
    const turn = turnOf("ann", { events: ["1", "2"], record: '{"told":2}', reference: '{"to":"ann"}' });
    expect(await keepTurn(db, turn)).toEqual({ kind: "kept", number: 1 });
    expect(await findPerson(db, turn.from)).toEqual({ id: "person ann", version: 2, edition: EDITION });
    expect(await findEvents(db, "person ann")).toEqual(["1", "2"]);
    const { records, conversations } = await contentsOf(db);
    expect(records).toMatchObject([{ record: '{"told":2}', version: 2 }]);
    expect(conversations).toMatchObject([{ id: ROOM, reference: '{"to":"ann"}', replies: 1 }]);
    expect(await findReply(db, turn.id)).toEqual({ conversation: ROOM, number: 1, reply: turn.reply });
  });

  test("adds its events after those that were there", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann", { events: ["1"] }));
    await keepTurn(db, nextTurnOf("ann", 1, { events: ["2", "3"] }));
    expect(await keepTurn(db, nextTurnOf("ann", 3, { events: [] }))).toEqual({ kind: "kept", number: 3 });
    expect(await findEvents(db, "person ann")).toEqual(["1", "2", "3"]);
    expect(await findPerson(db, turnOf("ann").from)).toEqual({
      id: "person ann",
      version: 3,
      edition: EDITION,
    });
  });

  test("leaves the way to the conversation as it is where it names none, and renews it where it does", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann", { reference: '"old"' }));
    await keepTurn(db, nextTurnOf("ann", 1));
    expect((await contentsOf(db)).conversations).toMatchObject([{ reference: '"old"' }]);
    await keepTurn(db, nextTurnOf("ann", 2, { reference: '"new"' }));
    expect((await contentsOf(db)).conversations).toMatchObject([{ reference: '"new"', replies: 3 }]);
  });

  test("is kept whole or not at all, and the database goes on working", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann"));
    // The place of the next reply is taken, so that the very last step of keeping fails.
    const inTheWay = {
      conversation: ROOM,
      number: 2,
      channel: "console",
      reply: "",
      created_at: AT,
      due_at: AT,
    };
    await db
      .insertInto("outbox")
      .values({ ...inTheWay, tries: 0 })
      .execute();
    const before = await contentsOf(db);
    const turns = [nextTurnOf("ann", 1), turnOf("ben")];
    for (const turn of turns) await expect(keepTurn(db, turn)).rejects.toThrow();
    expect(await contentsOf(db)).toEqual(before);
    await db.deleteFrom("outbox").where("number", "=", 2).execute();
    for (const turn of turns) expect(await keepTurn(db, turn)).toMatchObject({ kind: "kept" });
  });

  test("is seen where it comes again, and adds nothing", async () => {
    const { db } = await openNew(kind);
    const first = turnOf("ann");
    await keepTurn(db, first);
    const before = await contentsOf(db);
    const again = { ...first, reply: '"another reply"', events: ["another"] };
    const people = [
      { person: { id: "person ann again", version: 0 }, isNewPerson: true },
      { person: { id: "person ann", version: 0 }, isNewPerson: false },
      { person: { id: "person ann", version: 1 }, isNewPerson: false },
    ];
    for (const worked of people)
      expect(await keepTurn(db, { ...again, ...worked })).toEqual({ kind: "seen" });
    expect(await contentsOf(db)).toEqual(before);
    expect(await findReply(db, first.id)).toMatchObject({ number: 1, reply: first.reply });
  });

  test("is seen in another conversation too, since turn ids are unique over all of them", async () => {
    const { db } = await openNew(kind);
    const first = turnOf("ann");
    await keepTurn(db, first);
    const before = await contentsOf(db);
    expect(await keepTurn(db, turnOf("ben", { id: first.id, address: "elsewhere" }))).toEqual({
      kind: "seen",
    });
    expect(await contentsOf(db)).toEqual(before);
  });

  test.each(["room", "elsewhere"])(
    "beats another that was worked out at the same time, in the %s",
    async (address) => {
      const { both } = await openTwice(kind);
      await keepTurn(both[0], turnOf("ann"));
      const kept = await Promise.all([
        keepTurn(both[0], nextTurnOf("ann", 1)),
        keepTurn(both[1], nextTurnOf("ann", 1, { address })),
      ]);
      expect(kept.map((each) => each.kind).toSorted()).toEqual(["kept", "overtaken"]);
      expect(await findEvents(both[0], "person ann")).toHaveLength(2);
      expect(await countsOf(both[0])).toMatchObject({ turns: 2, outbox: 2 });
    },
  );

  test.each([["more"], []])(
    "overtakes what was worked out before it, though that tells: %s",
    async (...events) => {
      const { db } = await openNew(kind);
      await keepTurn(db, turnOf("ann"));
      await keepTurn(db, nextTurnOf("ann", 1));
      const before = await contentsOf(db);
      const late = nextTurnOf("ann", 1, { address: "elsewhere", events });
      expect(await keepTurn(db, late)).toEqual({ kind: "overtaken" });
      expect(await contentsOf(db)).toEqual(before);
    },
  );

  test("introduces a person once, however many first turns come at once", async () => {
    const { both } = await openTwice(kind);
    const turns = Array.from({ length: 8 }, (_, place) =>
      turnOf("ann", { person: { id: `person ${place}`, version: 0 }, address: `room ${place}` }),
    );
    const kept = await Promise.all(turns.map((turn, place) => keepTurn(both[place % 2 ? 1 : 0], turn)));
    expect(kept.map((each) => each.kind).toSorted()).toEqual(["kept", ...Array(7).fill("overtaken")]);
    expect(await countsOf(both[0])).toMatchObject({
      people: 1,
      identities: 1,
      records: 1,
      turns: 1,
      outbox: 1,
    });
  });

  test("gets the next number of its conversation, without a gap, whoever else writes", async () => {
    const { database, db } = await openNew(kind);
    const numbers = await runWriters(database.address, { programs: 2, writers: 4, turns: 25 });
    const all = Array.from({ length: 200 }, (_, place) => place + 1);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(all);
    const rows = await db.selectFrom("outbox").select("number").orderBy("number").execute();
    expect(rows.map(({ number }) => number)).toEqual(all);
    expect(await countsOf(db)).toMatchObject({ events: 200, turns: 200, people: 8, conversations: 1 });
  });
});

describe("a turn kept in PostgreSQL", () => {
  test("is not kept where its connection breaks, and neither the program nor the next turn suffers", async () => {
    const { db } = await openNew("PostgreSQL");
    await keepTurn(db, turnOf("ann"));
    const before = await contentsOf(db);
    await sql`create function break() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`.execute(db);
    await sql`create trigger break before insert on outbox for each row execute function break()`.execute(db);
    const turn = nextTurnOf("ann", 1);
    await expect(keepTurn(db, turn)).rejects.toThrow();
    await sql`drop trigger break on outbox`.execute(db);
    expect(await contentsOf(db)).toEqual(before);
    expect(await keepTurn(db, turn)).toEqual({ kind: "kept", number: 2 });
  });
});
