/** What is kept for a time goes when that is over, and no sooner. */
import { describe, expect, test } from "vitest";
import { AUDIT_KEPT, cutoffsAt, QUESTIONS_KEPT, REPLIES_KEPT } from "../../src/app/retention.ts";
import { remember } from "../../src/store/audit.ts";
import { findCode, hashOf } from "../../src/store/codes.ts";
import { keepNotice } from "../../src/store/notices.ts";
import { markDelivered } from "../../src/store/outbox.ts";
import { type Cutoffs, purge } from "../../src/store/purge.ts";
import { keepAsked, noteUnanswered } from "../../src/store/questions.ts";
import { keepTurn } from "../../src/store/turns.ts";
import { DATABASES, openNew } from "../databases.ts";
import { contentsOf, countsOf } from "./contents.ts";
import { AT, nextTurnOf, ROOM, turnOf } from "./turn.ts";

const LATER = "2026-03-02T09:10:00.000Z";
const AFTER = "2026-03-02T09:10:00.001Z";
const NEVER = "2000-01-01T00:00:00.000Z";
const NONE: Cutoffs = { replies: NEVER, questions: NEVER, people: NEVER, audit: NEVER };

describe.each(DATABASES)("the purge in %s", (kind) => {
  test("takes codes when these are old, and no sooner", async () => {
    const { db } = await openNew(kind);
    const coding = { kind: "made", hash: hashOf("a code"), channel: "slack", expiresAt: LATER } as const;
    await keepTurn(db, turnOf("ann", { coding }));
    const missed = { kind: "missed", before: null, after: { tries: 1, until: LATER } } as const;
    await keepTurn(db, turnOf("ben", { coding: missed }));
    const counted = async () => [
      (await db.selectFrom("link_codes").select("hash").execute()).length,
      (await db.selectFrom("link_tries").select("user").execute()).length,
    ];
    await purge(db, [], { ...NONE, replies: LATER }, AT);
    expect(await counted()).toEqual([1, 1]);
    expect(await findCode(db, hashOf("a code"), AT)).toMatchObject({ channel: "slack" });
    await purge(db, [], { ...NONE, replies: AFTER }, AT);
    expect(await counted()).toEqual([0, 0]);
  });

  test("takes places where nobody speaks any more, but no one's own and none in which a reply waits", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann", { address: "ann" }));
    await keepNotice(db, {
      id: "a notice",
      channel: "console",
      tenant: "local",
      address: "a group",
      reference: null,
      reply: "{}",
      at: AT,
    });
    await keepTurn(db, nextTurnOf("ann", 1, { address: "ann@home", at: LATER }));
    const addresses = async () => (await contentsOf(db)).conversations.map(({ address }) => address);
    await purge(db, ["console"], { ...NONE, replies: LATER }, AT);
    expect(await addresses()).toEqual(["a group", "ann", "ann@home"]);
    await markDelivered(db, { conversation: "console:local:a group", number: 1 }, AT);
    await purge(db, ["console"], { ...NONE, replies: LATER }, AT);
    expect(await addresses()).toEqual(["ann", "ann@home"]);
    await purge(db, [], { ...NONE, replies: AFTER }, AT);
    expect(await addresses()).toEqual(["ann"]);
  });

  test("takes replies, the ids of turns and what was asked last when these are old, and no reply that waits", async () => {
    const { db } = await openNew(kind);
    const turns = [turnOf("ann"), turnOf("ben"), turnOf("cat")];
    for (const turn of turns) await keepTurn(db, turn);
    const asked = { person: "person ann", question: "how long?", entry: null, at: AT };
    await db.transaction().execute((each) => keepAsked(each, asked));
    await markDelivered(db, { conversation: ROOM, number: 1 }, AT);
    await db.updateTable("outbox").set({ failed_at: AT }).where("number", "=", 2).execute();
    const left = async () => {
      const { outbox, turns, asked } = await contentsOf(db);
      return { replies: outbox.map(({ number }) => number), turns: turns.length, asked: asked.length };
    };
    await purge(db, ["console"], { ...NONE, replies: AT }, LATER);
    expect(await left()).toEqual({ replies: [1, 2, 3], turns: 3, asked: 1 });
    await purge(db, ["console"], { ...NONE, replies: LATER }, LATER);
    expect(await left()).toEqual({ replies: [3], turns: 0, asked: 0 });
    await purge(db, [], { ...NONE, replies: LATER }, LATER);
    expect(await left()).toEqual({ replies: [], turns: 0, asked: 0 });
  });

  test("takes questions that nobody could answer by the day they were last asked", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann"));
    for (const day of ["2026-03-01", "2026-03-02"])
      await db
        .transaction()
        .execute((each) =>
          noteUnanswered(
            each,
            { person: "person ann", question: `asked on ${day}`, reason: "unknown", nearest: "" },
            day,
          ),
        );
    await purge(db, [], { ...NONE, questions: AT }, AT);
    expect((await contentsOf(db)).unanswered).toMatchObject([{ question: "asked on 2026-03-02" }]);
  });

  test("forgets who has said nothing for as long as people are kept, and remembers that it did", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann"));
    await keepTurn(db, turnOf("ben"));
    await keepTurn(db, nextTurnOf("ben", 1, { events: [], at: AFTER }));
    await purge(db, [], { ...NONE, people: LATER }, AFTER);
    const { people, audit } = await contentsOf(db);
    expect(people).toMatchObject([{ id: "person ben" }]);
    expect(audit).toMatchObject([{ actor: "system", act: "expire", subject: "person ann", at: AFTER }]);
  });

  test("keeps the manager of a team that goes on, and not of one that has ended", async () => {
    const { db } = await openNew(kind);
    for (const user of ["ann", "ben", "cat"]) await keepTurn(db, turnOf(user));
    const cohort = { channel: "console", tenant: "local", created_at: AT };
    await db
      .insertInto("cohorts")
      .values([
        { ...cohort, id: "on", name: "on" },
        { ...cohort, id: "ended", name: "ended", archived_at: AT },
      ])
      .execute();
    const members = [
      ["on", "ann", "manager"],
      ["ended", "ben", "manager"],
      ["on", "cat", "learner"],
    ] as const;
    for (const [id, user, role] of members)
      await db
        .insertInto("members")
        .values({ cohort: id, person: `person ${user}`, id: user, role, name: user, agreed_at: AT })
        .execute();
    await purge(db, [], { ...NONE, people: LATER }, AFTER);
    expect((await contentsOf(db)).people).toMatchObject([{ id: "person ann" }]);
  });

  test("takes from the audit log for whom a reply was that could not be delivered, with the reply", async () => {
    const { db } = await openNew(kind);
    await remember(db, { at: AT, actor: "system", act: "dead-letter", subject: "ann's place" });
    const subjects = async () => (await contentsOf(db)).audit.map(({ subject }) => subject);
    await purge(db, [], { ...NONE, replies: AT }, LATER);
    expect(await subjects()).toEqual(["ann's place"]);
    await purge(db, [], { ...NONE, replies: LATER }, LATER);
    expect(await subjects()).toEqual([""]);
  });

  test("takes the audit log last of all", async () => {
    const { db } = await openNew(kind);
    for (const at of [AT, LATER]) await remember(db, { at, actor: "system", act: "uninstall", subject: at });
    await purge(db, [], { ...NONE, audit: LATER }, AT);
    expect(await countsOf(db)).toEqual({ audit: 1 });
  });
});

test("things are kept as long as the documents say", () => {
  const cutoffs = cutoffsAt(new Date("2026-11-24T12:00:00Z"), 24);
  const daysAgo = (iso: string) => (Date.parse("2026-11-24T12:00:00Z") - Date.parse(iso)) / 86_400_000;
  expect(Object.values(cutoffs).map(daysAgo)).toEqual([30, 180, 744, 2_232]);
  expect([REPLIES_KEPT, QUESTIONS_KEPT, AUDIT_KEPT]).toEqual([30, 180, 6]);
});
