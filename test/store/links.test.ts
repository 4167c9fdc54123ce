/** Two people become one and part again in the database, whatever else is kept at the same moment. */
import { describe, expect, test } from "vitest";
import { hashOf, newCode } from "../../src/store/codes.ts";
import { findPerson } from "../../src/store/people.ts";
import { keepTurn, type NewTurn } from "../../src/store/turns.ts";
import { DATABASES, openNew, openTwice } from "../databases.ts";
import { contentsOf } from "./contents.ts";
import { AT, EDITION, nextTurnOf, turnOf } from "./turn.ts";

const LATER = "2026-03-02T09:10:00.000Z";

/** The first turn of somebody, who is given a code. */
function codeTurnOf(user: string, given: Partial<NewTurn> = {}): NewTurn {
  const coding = {
    kind: "made",
    hash: hashOf(`code of ${user}`),
    channel: "slack",
    expiresAt: LATER,
  } as const;
  return turnOf(user, { coding, ...given });
}

/** `user`, who has `version` events, gives the code of `owner`, who has one. */
function joinTurnOf(user: string, version: number, owner: string, given: Partial<NewTurn> = {}): NewTurn {
  const { from } = turnOf(user);
  const former = { id: `person ${user}`, version };
  return nextTurnOf(owner, 1, {
    from,
    moving: { kind: "join", hash: hashOf(`code of ${owner}`), former },
    ...given,
  });
}

describe("a new code", () => {
  test("is hardly ever the same twice, and holds no letter that looks like another", () => {
    const codes = Array.from({ length: 2_000 }, newCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    expect(new Set(codes.join("")).size).toBe(33);
  });
});

describe.each(DATABASES)("two people in %s", (kind) => {
  test("are one with the events of the turn, and what was theirs", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, codeTurnOf("ann"));
    await keepTurn(db, turnOf("ben"));
    const cohort = { channel: "console", tenant: "local", created_at: AT };
    const cohorts = ["both", "ben's"].map((id) => ({ ...cohort, id, name: id }));
    await db.insertInto("cohorts").values(cohorts).execute();
    const member = { role: "learner", agreed_at: AT } as const;
    const members = [
      ["both", "ann"],
      ["both", "ben"],
      ["ben's", "ben"],
    ].map(([id = "", user]) => ({
      ...member,
      id: `${user} in ${id}`,
      name: `${user}`,
      cohort: id,
      person: `person ${user}`,
    }));
    await db.insertInto("members").values(members).execute();
    const turn = joinTurnOf("ben", 1, "ann", { events: ["joined"], record: '"of both"' });
    expect(await keepTurn(db, turn)).toMatchObject({ kind: "kept" });
    expect(await findPerson(db, turn.from)).toEqual({
      id: "person ann",
      version: 2,
      edition: EDITION,
      isMember: true,
    });
    const { people, identities, records, events, turns } = await contentsOf(db);
    expect([people.length, identities.length, turns.length]).toEqual([1, 2, 3]);
    expect(records).toMatchObject([{ person: "person ann", record: '"of both"', version: 2 }]);
    expect(events.map(({ event }) => event)).toEqual([turnOf("ann").events[0], "joined"]);
    for (const row of [...identities, ...events, ...turns])
      expect(row).toMatchObject({ person: "person ann" });
    const left = await db.selectFrom("members").select(["cohort", "person"]).orderBy("cohort").execute();
    expect(left).toEqual([
      { cohort: "ben's", person: "person ann" },
      { cohort: "both", person: "person ann" },
    ]);
  });

  test.each<[string, NewTurn[], Partial<NewTurn>]>([
    ["whose code it is has said more since", [nextTurnOf("ann", 1)], {}],
    ["who gives it has said more since", [nextTurnOf("ben", 1)], {}],
    [
      "whose code it is has a new one since",
      [
        nextTurnOf("ann", 1, {
          events: [],
          coding: { kind: "made", hash: "new", channel: "slack", expiresAt: LATER },
        }),
      ],
      {},
    ],
    ["who gives it is too late", [], { at: LATER }],
  ])("stay two where somebody %s", async (_, between, given) => {
    const { db } = await openNew(kind);
    await keepTurn(db, codeTurnOf("ann"));
    await keepTurn(db, turnOf("ben"));
    for (const turn of between) await keepTurn(db, turn);
    const before = await contentsOf(db);
    expect(await keepTurn(db, joinTurnOf("ben", 1, "ann", given))).toEqual({ kind: "overtaken" });
    expect(await contentsOf(db)).toEqual(before);
  });

  test("who join each other at once never wait in a circle, and one of them gets through", async () => {
    const { both } = await openTwice(kind);
    const rounds = Array.from({ length: 24 }, (_, round) => [`ann ${round}`, `ben ${round}`] as const);
    for (const user of rounds.flat()) await keepTurn(both[0], codeTurnOf(user));
    const kept = await Promise.all(
      rounds.map(([ann, ben]) =>
        Promise.all([
          keepTurn(both[0], joinTurnOf(ann, 1, ben, { address: `here of ${ann}` })),
          keepTurn(both[1], joinTurnOf(ben, 1, ann, { address: `here of ${ben}` })),
        ]),
      ),
    );
    for (const each of kept) expect(each.map((one) => one.kind).toSorted()).toEqual(["kept", "overtaken"]);
  });
});
