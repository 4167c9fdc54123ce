import { describe, expect, test } from "vitest";
import { findEvents, findPerson } from "../../src/store/people.ts";
import { findReply } from "../../src/store/transcript.ts";
import { keepTurn, type NewTurn } from "../../src/store/turns.ts";
import { DATABASES, openNew, openTwice } from "../databases.ts";
import { type Contents, contentsOf, countsOf } from "./contents.ts";
import { AT, forgetTurnOf, nextTurnOf, turnOf } from "./turn.ts";

/** A turn whose every text holds the words. */
function saying(words: string, turn: NewTurn): NewTurn {
  const json = JSON.stringify({ words });
  return { ...turn, said: json, events: [json], record: json, reply: json };
}

const ANN = "words of Ann";
const BEN = "words of Ben";

/** Ann and Ben speak by turns in one room, and Ann in another place too. */
const TALK = [
  saying(ANN, turnOf("ann")),
  saying(BEN, turnOf("ben")),
  saying(ANN, nextTurnOf("ann", 1)),
  saying(ANN, nextTurnOf("ann", 2, { address: "elsewhere" })),
  saying(BEN, nextTurnOf("ben", 1)),
];

function rowsWith(contents: Contents, words: string): unknown[] {
  return Object.values(contents)
    .flat()
    .filter((row) => JSON.stringify(row).includes(words));
}

describe.each(DATABASES)("forgetting in %s", (kind) => {
  test("removes everything of that person and nothing of another in the same room", async () => {
    const { db } = await openNew(kind);
    for (const turn of TALK) await keepTurn(db, turn);
    await db
      .insertInto("identities")
      .values({ channel: "slack", tenant: "T1", user: "U1", person: "person ann" })
      .execute();
    const before = await contentsOf(db);
    expect(await keepTurn(db, forgetTurnOf("ann", 3))).toEqual({ kind: "kept", number: 5 });
    const after = await contentsOf(db);
    expect(rowsWith(after, ANN)).toEqual([]);
    expect(rowsWith(before, BEN)).not.toEqual([]);
    expect(rowsWith(after, BEN)).toEqual(rowsWith(before, BEN));
    expect(rowsWith(after, "person ben")).toEqual(rowsWith(before, "person ben"));
    expect(await countsOf(db)).toMatchObject({
      people: 1,
      identities: 1,
      records: 1,
      events: 2,
      turns: 3,
      outbox: 3,
    });
  });

  test("remembers that it was done, and nothing that was said", async () => {
    const { db } = await openNew(kind);
    for (const turn of TALK) await keepTurn(db, turn);
    await keepTurn(db, forgetTurnOf("ann", 3));
    const { audit } = await contentsOf(db);
    expect(audit).toEqual([
      {
        id: expect.any(String),
        at: AT,
        actor: "person ann",
        act: "forget",
        subject: "person ann",
        detail: null,
      },
    ]);
    expect(rowsWith(await contentsOf(db), "person ann")).toEqual(audit);
  });

  test("is seen where it is asked for again, and answered as before", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann"));
    const turn = forgetTurnOf("ann", 1);
    await keepTurn(db, turn);
    const before = await contentsOf(db);
    const asNewPerson = { ...turn, person: { id: "person ann again", version: 0 }, isNewPerson: true };
    for (const again of [turn, asNewPerson]) expect(await keepTurn(db, again)).toEqual({ kind: "seen" });
    expect(await contentsOf(db)).toEqual(before);
    expect(await findReply(db, turn.id)).toMatchObject({ number: 2, reply: turn.reply });
  });

  test("makes a new person of whoever speaks next", async () => {
    const { db } = await openNew(kind);
    const first = turnOf("ann");
    await keepTurn(db, first);
    await keepTurn(db, forgetTurnOf("ann", 1));
    expect(await findPerson(db, first.from)).toBeNull();
    const next = turnOf("ann", { person: { id: "person ann anew", version: 0 } });
    expect(await keepTurn(db, next)).toEqual({ kind: "kept", number: 3 });
    expect(await findPerson(db, first.from)).toEqual({ id: "person ann anew", version: 1 });
    expect(await findEvents(db, "person ann")).toEqual([]);
  });

  test("of somebody who never spoke is answered, and keeps nobody", async () => {
    const { db } = await openNew(kind);
    const turn = { ...forgetTurnOf("ann", 0), isNewPerson: true };
    expect(await keepTurn(db, turn)).toEqual({ kind: "kept", number: 1 });
    expect(await countsOf(db)).toEqual({ conversations: 1, turns: 1, outbox: 1 });
  });

  test.each([
    ["which tells something", ["more"]],
    ["which tells nothing", []],
  ])("overtakes a turn that was worked out before, %s", async (_, events) => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann"));
    await keepTurn(db, forgetTurnOf("ann", 1));
    const before = await contentsOf(db);
    expect(await keepTurn(db, nextTurnOf("ann", 1, { events }))).toEqual({ kind: "overtaken" });
    expect(await contentsOf(db)).toEqual(before);
  });

  test("is overtaken by what was said before it was kept", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann"));
    await keepTurn(db, nextTurnOf("ann", 1));
    const before = await contentsOf(db);
    expect(await keepTurn(db, forgetTurnOf("ann", 1))).toEqual({ kind: "overtaken" });
    expect(await contentsOf(db)).toEqual(before);
  });

  test("at the moment of another turn elsewhere never makes the two wait in a circle", async () => {
    const { both } = await openTwice(kind);
    const rounds = Array.from({ length: 24 }, (_, round) => `ann ${round}`);
    for (const user of rounds) await keepTurn(both[0], turnOf(user));
    const kept = await Promise.all(
      rounds.map((user) =>
        Promise.all([
          keepTurn(both[0], nextTurnOf(user, 1, { address: `here of ${user}` })),
          keepTurn(both[1], forgetTurnOf(user, 1, { address: `there of ${user}` })),
        ]),
      ),
    );
    for (const each of kept) expect(each.map((one) => one.kind).toSorted()).toEqual(["kept", "overtaken"]);
  });
});
