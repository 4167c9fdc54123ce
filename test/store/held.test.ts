/** Everything that is held about somebody is found, in whatever table it stands, and nothing of anybody else. */
import type { Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import { heldSchema } from "../../src/record/held.ts";
import { findHeld } from "../../src/store/held.ts";
import type { Schema } from "../../src/store/schema.ts";
import { DATABASES, openNew } from "../databases.ts";
import { ANN, BEN, type Row, rowsOf, type Who } from "./held-rows.ts";
import { AT } from "./turn.ts";

const AROUND: readonly { table: keyof Schema; row: Row }[] = [
  { table: "people", row: { id: "person boss", created_at: AT } },
  {
    table: "cohorts",
    row: { id: "autumn", channel: "slack", tenant: "T1", name: "Autumn", created_at: AT },
  },
];

async function fill(db: Kysely<Schema>): Promise<void> {
  for (const { table, row } of [...AROUND, ...rowsOf(ANN), ...rowsOf(BEN)])
    await db
      .withTables<{ filled: Row }>()
      .insertInto(table as "filled")
      .values(row)
      .execute();
}

const askedBy = ({ name }: Who) => ({
  person: `person ${name}`,
  from: { channel: "slack", tenant: "T1", user: `U-${name}` },
  at: AT,
});

/** Columns that say whose a row is. */
const WHOSE = ["person", "user", "by_person", "actor", "subject"];

describe.each(DATABASES)("what is held about somebody in %s", (kind) => {
  test("has every row that is theirs and none of another's", async () => {
    const { db } = await openNew(kind);
    await fill(db);
    for (const [who, other] of [
      [ANN, BEN],
      [BEN, ANN],
    ] as const) {
      const text = JSON.stringify(await findHeld(db, askedBy(who)));
      for (const { table, mark } of rowsOf(who)) expect(text, table).toContain(mark);
      for (const { table, mark } of rowsOf(other)) expect(text, table).not.toContain(mark);
      expect(text).not.toMatch(new RegExp(`\\b${other.name}\\b`));
    }
  });

  test("is as its schema says", async () => {
    const { db } = await openNew(kind);
    await fill(db);
    for (const who of [ANN, BEN]) {
      const held = await findHeld(db, askedBy(who));
      expect(heldSchema.parse(held)).toEqual(held);
    }
  });

  test("has nothing by which somebody could speak for them, and nobody's id but their own", async () => {
    const { db } = await openNew(kind);
    await fill(db);
    const text = JSON.stringify(await findHeld(db, askedBy(ANN)));
    for (const kept of ["hash of", "token of", "message of", "person boss", "what of the boss"])
      expect(text).not.toContain(kept);
  });

  test("has of what was said about a team only that it was said", async () => {
    const { db } = await openNew(kind);
    await fill(db);
    const words = "Priya is ready, the code is QWERTY";
    const reply = JSON.stringify({ parts: [{ kind: "text", text: words }], prompt: null, isPrivate: true });
    await db.updateTable("outbox").set({ reply }).where("turn", "=", "turn of ann").execute();
    const { replies } = await findHeld(db, askedBy(ANN));
    expect(JSON.stringify(replies)).not.toContain("QWERTY");
    expect(replies.filter(({ text }) => text === null)).toHaveLength(1);
  });

  test("is looked for in every table that says whose its rows are", async () => {
    const { db } = await openNew(kind);
    const tables = await db.introspection.getTables();
    const theirs = tables.filter(({ columns }) => columns.some(({ name }) => WHOSE.includes(name)));
    const looked = new Set<string>(rowsOf(ANN).map(({ table }) => table));
    expect(theirs.map(({ name }) => name).filter((name) => !looked.has(name))).toEqual([]);
    expect(theirs.length).toBeGreaterThan(15);
  });

  test("is little for who has never spoken, but for what they are invited to and what they tried", async () => {
    const { db } = await openNew(kind);
    await fill(db);
    await db.deleteFrom("people").where("id", "=", "person ann").execute();
    const held = await findHeld(db, { ...askedBy(ANN), person: "nobody yet" });
    expect(held).toMatchObject({ firstSeen: null, record: null, identities: [], events: [], replies: [] });
    expect(held.invitations.map(({ name }) => name)).toEqual(["asked ann"]);
    expect(held.linkTries).toHaveLength(1);
  });
});
