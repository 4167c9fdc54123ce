/** A database of any version before is brought up to date with all that it holds, and goes on from there. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Kysely, type Migration, Migrator } from "kysely";
import { describe, expect, onTestFinished, test } from "vitest";
import { connect, openMigrated } from "../../src/store/database.ts";
import { findEvents, findPerson } from "../../src/store/people.ts";
import type { Schema } from "../../src/store/schema.ts";
import { keepTurn } from "../../src/store/turns.ts";
import { library } from "../channels/house.ts";
import { DATABASES, type DatabaseKind, newDatabase } from "../databases.ts";
import { botFor, turnOf } from "../desk.ts";
import { fillingsUntil, ROWS } from "./fillings.ts";
import { FOUND } from "./found-after.ts";
import { ANN, ANN_ID, BEN, BEN_ID, EVENTS } from "./spoke-before.ts";
import { nextTurnOf } from "./turn.ts";

const FOLDER = fileURLToPath(new URL("../../src/store/migrations", import.meta.url));
const VERSIONS = readdirSync(FOLDER)
  .map((file) => file.replace(/\.ts$/, ""))
  .toSorted();

/** The address of a database that was brought to `version` and filled, and then left by its program. */
async function leftAt(kind: DatabaseKind, version: string): Promise<string> {
  const database = await newDatabase(kind);
  onTestFinished(database.remove);
  const db = await connect(database.address);
  const migrations = VERSIONS.filter((name) => name <= version).map(
    async (name) => [name, (await import(`${FOLDER}/${name}.ts`)) as Migration] as const,
  );
  const provider = { getMigrations: async () => Object.fromEntries(await Promise.all(migrations)) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  expect(error).toBeUndefined();
  for (const { table, row } of fillingsUntil(version))
    await anyTable(db).insertInto(table).values(row).execute();
  await db.destroy();
  return database.address;
}

async function upgraded(kind: DatabaseKind, version: string): Promise<Kysely<Schema>> {
  const { db, applied } = await openMigrated(await leftAt(kind, version));
  onTestFinished(() => db.destroy());
  expect(applied).toEqual(VERSIONS.filter((name) => name > version));
  return db;
}

/** Whatever its schema. */
function anyTable(db: Kysely<Schema>) {
  return db.withTables<Record<string, Record<string, unknown>>>();
}

test("each version is filled, and every table with it", async () => {
  expect(Object.keys(ROWS)).toEqual(VERSIONS);
  const database = await newDatabase("SQLite");
  onTestFinished(database.remove);
  const tables = await (await database.open()).introspection.getTables();
  const filled = new Set(Object.values(ROWS).flatMap((rows) => rows.map(({ table }) => table)));
  expect(tables.map(({ name }) => name).filter((name) => !filled.has(name))).toEqual([]);
});

describe.each(DATABASES)("a database in %s", (kind) => {
  describe.each(VERSIONS)("as version %s left it", (version) => {
    test("keeps every row as it was, and all of it is found", async () => {
      const db = await upgraded(kind, version);
      for (const { table, row } of fillingsUntil(version)) {
        const kept = await anyTable(db).selectFrom(table).selectAll().execute();
        expect(kept, table).toContainEqual(expect.objectContaining(row));
      }
      for (const { since, name, find, is } of FOUND)
        if (since <= version.slice(0, since.length)) expect(await find(db), name).toMatchObject(is as object);
    });

    test("answers people where they stood, and keeps what they say then", async () => {
      const db = await upgraded(kind, version);
      const bot = botFor(library, db, "2026-11-23");
      const { reply: answer, number } = await bot.receive(turnOf({ text: "review" }, ANN));
      expect(JSON.stringify(answer.parts)).toContain("Where you work: A college");
      expect(answer.prompt?.question).toBe("leader");
      expect(number).toBe(version.startsWith("0001") ? 1 : 3);
      const next = await bot.receive(turnOf({ text: "a college" }, BEN));
      expect(next.reply.prompt?.question).toBe("directly");
      expect(await findPerson(db, BEN)).toMatchObject({ id: BEN_ID, version: 2, edition: "lluk-2010" });
      const said = nextTurnOf("me", 3, { from: ANN, address: "me", person: { id: ANN_ID, version: 3 } });
      expect(await keepTurn(db, said)).toEqual({ kind: "kept", number: number + 1 });
      expect(await findEvents(db, ANN_ID)).toEqual([...EVENTS[ANN_ID], ...said.events]);
    });
  });
});
