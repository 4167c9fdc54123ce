import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "libsql";
import { describe, expect, test } from "vitest";
import { remember } from "../../src/store/audit.ts";
import { keepMessage } from "../../src/store/conversations.ts";
import { keepNotice } from "../../src/store/notices.ts";
import { findEvents, findPerson } from "../../src/store/people.ts";
import { purge } from "../../src/store/purge.ts";
import { findUnanswered, noteUnanswered } from "../../src/store/questions.ts";
import { findReply } from "../../src/store/transcript.ts";
import { keepTurn, type NewTurn } from "../../src/store/turns.ts";
import { DATABASES, openNew, openTwice } from "../databases.ts";
import { type Contents, contentsOf, countsOf } from "./contents.ts";
import { AT, EDITION, forgetTurnOf, nextTurnOf, turnOf } from "./turn.ts";

/** A turn whose every text holds the words. */
function saying(words: string, turn: NewTurn): NewTurn {
  const json = JSON.stringify({ words });
  return { ...turn, said: json, events: [json], record: json, reply: json };
}

const LATER = "2026-03-03T09:00:00.000Z";
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

  test("leaves that a reply was given up, but not for whom it was", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann", { address: "ann" }));
    const lost = (subject: string) =>
      db
        .transaction()
        .execute((each) => remember(each, { at: AT, actor: "system", act: "dead-letter", subject }));
    for (const subject of ["console:local:ann#7", "console:local:annabel#7"]) await lost(subject);
    await keepTurn(db, forgetTurnOf("ann", 1, { address: "ann" }));
    const { audit } = await contentsOf(db);
    const subjects = audit.filter(({ act }) => act === "dead-letter").map(({ subject }) => subject);
    expect(subjects.sort()).toEqual(["", "console:local:annabel#7"]);
  });

  test("removes what went to the person's own places without a turn of theirs, and how they are reached", async () => {
    const { db } = await openNew(kind);
    const reference = JSON.stringify({ chat: ANN });
    await keepTurn(db, saying(ANN, turnOf("ann", { address: "ann", reference })));
    await keepTurn(db, turnOf("ann_x", { address: "ann_x", reference: "kept" }));
    const notice = { channel: "console", tenant: "local", reference, at: AT };
    for (const address of ["ann", "ann@home", "ann@C1/17.5", "annabel", "elsewhere"])
      await keepNotice(db, {
        ...notice,
        id: `to ${address}`,
        address,
        reply: JSON.stringify(`to ${address}`),
      });
    await keepMessage(db, "console:local:ann", JSON.stringify({ newest: ANN }));
    await keepTurn(db, forgetTurnOf("ann", 1, { address: "ann", reference }));
    const { conversations, outbox } = await contentsOf(db);
    expect(conversations.filter((each) => each.reference === null).map(({ address }) => address)).toEqual([
      "ann",
      "ann@C1/17.5",
      "ann@home",
    ]);
    expect(conversations.filter((each) => each.message !== null)).toEqual([]);
    expect(outbox.map(({ conversation }) => conversation)).toEqual([
      "console:local:ann",
      "console:local:ann_x",
      "console:local:annabel",
      "console:local:elsewhere",
    ]);
    expect(outbox[0]).toMatchObject({ turn: expect.stringMatching(/^[\w-]{36}$/), reference });
  });

  test("removes what the person asked in vain, and leaves what another asked in the same words", async () => {
    const { db } = await openNew(kind);
    const asked = { question: "what is the meaning of it", reason: "unknown", nearest: "" } as const;
    for (const user of ["ann", "ben"])
      await keepTurn(
        db,
        turnOf(user, {
          also: async (each, { person }) => {
            await noteUnanswered(each, { ...asked, person }, "2026-03-02");
            return true;
          },
        }),
      );
    const day = { first_day: "2026-03-02", last_day: "2026-03-02" };
    expect(await findUnanswered(db)).toEqual([{ ...asked, ...day, times: 2 }]);
    await keepTurn(db, forgetTurnOf("ann", 1));
    expect(await findUnanswered(db)).toEqual([{ ...asked, ...day, times: 1 }]);
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
    expect(await findPerson(db, first.from)).toEqual({
      id: "person ann anew",
      version: 1,
      edition: EDITION,
    });
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

test("what was forgotten stands in no file of the database on SQLite, nor what was purged, and nobody else may read these", async () => {
  const { db, database } = await openNew("SQLite");
  const folder = dirname(database.address);
  const files = () => readdirSync(folder).map((name) => join(folder, name));
  const standsIn = (words: string) => files().filter((file) => readFileSync(file).includes(words));
  for (const turn of TALK) await keepTurn(db, turn);
  expect(standsIn(ANN)).not.toEqual([]);
  for (const file of files()) expect(statSync(file).mode & 0o077).toBe(0);
  await keepTurn(db, forgetTurnOf("ann", 3));
  expect(standsIn(ANN)).toEqual([]);
  expect(standsIn(BEN)).not.toEqual([]);
  const never = "2000-01-01T00:00:00.000Z";
  await purge(db, [], { replies: LATER, questions: never, people: LATER, audit: never }, LATER);
  expect(standsIn(BEN)).toEqual([]);
});

test("who asks to be forgotten while a copy is being read is gone from the files after the next purge", async () => {
  const { db, database } = await openNew("SQLite");
  const log = () => readFileSync(`${database.address}-wal`);
  for (const turn of TALK) await keepTurn(db, turn);
  const reader = new Database(database.address);
  reader.exec("begin");
  reader.prepare("select count(*) from turns").get();
  await keepTurn(db, forgetTurnOf("ann", 3));
  expect(log().includes(ANN)).toBe(true);
  reader.exec("rollback");
  reader.close();
  const never = "2000-01-01T00:00:00.000Z";
  await purge(db, [], { replies: never, questions: never, people: never, audit: never }, LATER);
  expect(log().includes(ANN)).toBe(false);
  expect(readFileSync(database.address).includes(ANN)).toBe(false);
});
