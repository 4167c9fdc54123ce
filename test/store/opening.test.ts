/** What happens as a database is opened: it is brought up to date, or refused with a sentence that names the way out. */
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inspect } from "node:util";
import { type Kysely, Migrator, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openDatabase, openMigrated } from "../../src/store/database.ts";
import { StoreError } from "../../src/store/error.ts";
import { findTrouble } from "../../src/store/health.ts";
import { migrate } from "../../src/store/migrate.ts";
import { up as conversations } from "../../src/store/migrations/0001-conversations.ts";
import { findEvents, findPerson } from "../../src/store/people.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import type { Schema } from "../../src/store/schema.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { keepTurn } from "../../src/store/turns.ts";
import {
  addressOf,
  DATABASES,
  type DatabaseKind,
  newDatabase,
  openNew,
  type TestDatabase,
} from "../databases.ts";
import { contentsOf } from "./contents.ts";
import { runMigrations } from "./programs.ts";
import { EDITION, nextTurnOf, turnOf } from "./turn.ts";

const ALL = [
  "0001-conversations",
  "0002-turns-and-outbox",
  "0003-installations",
  "0004-links",
  "0005-cohorts",
  "0006-reminders",
  "0007-confirmations",
  "0008-questions",
  "0009-forgetting",
  "0010-contents",
];

async function empty(kind: DatabaseKind): Promise<TestDatabase> {
  const database = await newDatabase(kind);
  onTestFinished(database.remove);
  return database;
}

/** The connection without the migrations. */
function connect(kind: DatabaseKind, { address }: TestDatabase): Kysely<Schema> {
  const db = kind === "SQLite" ? openSqlite(address) : openPostgres(address);
  onTestFinished(() => db.destroy());
  return db;
}

/** What the first version of this program left: two people in the terminal. */
async function atFirstMigration(kind: DatabaseKind, database: TestDatabase): Promise<Kysely<Schema>> {
  const db = connect(kind, database);
  const provider = { getMigrations: async () => ({ "0001-conversations": { up: conversations } }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  expect(error).toBeUndefined();
  const people = ["console:me", "console:person-2"].map((id) => ({
    id,
    created_at: "2026-02-01T08:00:00.000Z",
  }));
  await db.insertInto("people").values(people).execute();
  const said = (person: string, sequence: number) => ({
    person,
    sequence,
    turn: `turn ${sequence}`,
    event: `{"said":"${person} ${sequence}"}`,
    said_at: `2026-02-0${sequence}T09:00:00.000Z`,
  });
  await db
    .insertInto("events")
    .values([
      said("console:me", 1),
      said("console:me", 2),
      said("console:person-2", 1),
      said("console:me", 3),
    ])
    .execute();
  return db;
}

async function tablesOf(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  return tables.map(({ name }) => name).toSorted();
}

async function appliedTo(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** The complaint about what cannot be opened. */
async function refusalOf(address: string): Promise<StoreError> {
  const error = await openDatabase(address).then(
    (db) => db.destroy(),
    (refusal: unknown) => refusal,
  );
  expect(error).toBeInstanceOf(StoreError);
  return error as StoreError;
}

describe.each(DATABASES)("opening %s", (kind) => {
  test("brings an empty database up to date, and changes nothing the second time", async () => {
    const database = await empty(kind);
    const first = await openMigrated(database.address);
    onTestFinished(() => first.db.destroy());
    expect(first.applied).toEqual(ALL);
    const tables = await tablesOf(first.db);
    const second = await openMigrated(database.address);
    onTestFinished(() => second.db.destroy());
    expect(second.applied).toEqual([]);
    expect(await tablesOf(second.db)).toEqual(tables);
    expect(await appliedTo(second.db)).toEqual(ALL);
    expect(await findTrouble(second.db)).toBeNull();
  });

  test("migrates once when four programs open the same empty database at the same moment", async () => {
    const { address } = await empty(kind);
    const environment = kind === "SQLite" ? { SIGNPOST_DATA: dirname(address) } : { DATABASE_URL: address };
    const said = await runMigrations(environment, 4);
    expect(said.filter((words) => words.includes(`applied ${ALL.join(", ")}`))).toHaveLength(1);
    expect(said.filter((words) => words.includes("nothing was to be done"))).toHaveLength(3);
  });

  test("finds everybody who spoke to the first version, with everything they told", async () => {
    const database = await empty(kind);
    await (await atFirstMigration(kind, database)).destroy();
    const { db, applied } = await openMigrated(database.address);
    onTestFinished(() => db.destroy());
    expect(applied).toEqual(ALL.slice(1));
    const me = { channel: "console", tenant: "local", user: "me" };
    expect(await findPerson(db, me)).toEqual({ id: "console:me", version: 3, edition: "" });
    expect(await findEvents(db, "console:me")).toEqual(
      [1, 2, 3].map((sequence) => `{"said":"console:me ${sequence}"}`),
    );
    expect(await findPerson(db, { ...me, user: "person-2" })).toEqual({
      id: "console:person-2",
      version: 1,
      edition: "",
    });
    const next = nextTurnOf("me", 3, { person: { id: "console:me", version: 3 } });
    expect(await keepTurn(db, next)).toMatchObject({ kind: "kept" });
    expect(await findPerson(db, me)).toEqual({ id: "console:me", version: 4, edition: EDITION });
  });

  test("leaves nothing of a migration that fails, and succeeds once its cause is gone", async () => {
    const database = await empty(kind);
    const old = await atFirstMigration(kind, database);
    await sql`create table members (in_the_way integer)`.execute(old);
    const before = await tablesOf(old);
    await old.destroy();
    await refusalOf(database.address);
    const db = connect(kind, database);
    expect(await tablesOf(db)).toEqual(before);
    expect(await appliedTo(db)).toEqual(ALL.slice(0, 1));
    await sql`drop table members`.execute(db);
    expect(await migrate(db)).toEqual(ALL.slice(1));
  });

  test("refuses what a newer version wrote, and changes nothing", async () => {
    const { database, db } = await openNew(kind);
    await keepTurn(db, turnOf("ann"));
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2099-01-01')`.execute(db);
    const before = [await contentsOf(db), await tablesOf(db), await appliedTo(db)];
    const { message } = await refusalOf(database.address);
    expect(message).toContain("written by a newer Signpost");
    expect(message).toContain("Use that version");
    expect([await contentsOf(db), await tablesOf(db), await appliedTo(db)]).toEqual(before);
    expect(await findTrouble(db)).toContain("newer Signpost");
  });
});

const SECRET = "a-secret-that-nobody-may-see";

describe("opening what is no PostgreSQL database of ours", () => {
  /** Takes connections and never says anything. */
  let silent: Server;
  /** Its port is free once it is closed. */
  let closedPort: number;
  const sockets = new Set<Socket>();

  beforeAll(async () => {
    silent = await listening((socket) => sockets.add(socket));
    const closed = await listening(() => undefined);
    closedPort = portOf(closed);
    await new Promise((resolve) => closed.close(resolve));
  });

  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });

  const REFUSALS: readonly { title: string; address: () => string; says: readonly string[] }[] = [
    {
      title: "a wrong password",
      address: () => withPassword(addressOf("postgres"), SECRET),
      says: ["refused the user or the password", "DATABASE_URL"],
    },
    {
      title: "a database that does not exist",
      address: () => addressOf("signpost_nowhere"),
      says: ["no such database", "createdb"],
    },
    {
      title: "a port on which nothing listens",
      address: () => `postgres://ann:${SECRET}@127.0.0.1:${closedPort}/signpost`,
      says: ["does not answer", "DATABASE_URL"],
    },
    {
      title: "a server that never answers",
      address: () => `postgres://ann:${SECRET}@127.0.0.1:${portOf(silent)}/signpost`,
      says: ["does not answer", "DATABASE_URL"],
    },
    {
      title: "a password with a sign that has to be escaped",
      address: () => `postgres://ann:100%${SECRET}@127.0.0.1:${closedPort}/signpost`,
      says: ["DATABASE_URL"],
    },
    {
      title: "a password after the question mark",
      address: () => `postgres://127.0.0.1:${closedPort}/signpost?user=ann&password=${SECRET}`,
      says: ["does not answer", "DATABASE_URL"],
    },
  ];

  test.each(REFUSALS)("names the way out and never the password: $title", async ({ address, says }) => {
    const refusal = await refusalOf(address());
    for (const words of says) expect(refusal.message).toContain(words);
    const { password } = new URL(address());
    for (const secret of [SECRET, password].filter((each) => each !== ""))
      expect(inspect(refusal, { depth: 9, showHidden: true })).not.toContain(secret);
  });

  async function listening(take: (socket: Socket) => void): Promise<Server> {
    const server = createServer(take).listen(0, "127.0.0.1");
    await once(server, "listening");
    return server;
  }

  function portOf(server: Server): number {
    return (server.address() as AddressInfo).port;
  }

  function withPassword(address: string, password: string): string {
    const changed = new URL(address);
    changed.password = password;
    return changed.href;
  }
});

describe("opening what is no SQLite database of ours", () => {
  const REFUSALS: readonly { title: string; path: string[]; holds: string; says: readonly string[] }[] = [
    {
      title: "a file of another kind",
      path: ["letter"],
      holds: "Dear reader, this is a letter and no database. ".repeat(100),
      says: ["is not a database", "Nothing was changed", "Move it away"],
    },
    {
      title: "a folder that cannot be made",
      path: ["letter", "below", "signpost.db"],
      holds: "a letter",
      says: ["cannot be opened", "SIGNPOST_DATA"],
    },
    { title: "a folder", path: [], holds: "a letter", says: ["cannot be opened", "SIGNPOST_DATA"] },
  ];

  test.each(REFUSALS)("names the file and the way out: $title", async ({ path, holds, says }) => {
    const folder = mkdtempSync(join(tmpdir(), "signpost-test-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const letter = join(folder, "letter");
    writeFileSync(letter, holds);
    const { message } = await refusalOf(join(folder, ...path));
    for (const words of [join(folder, ...path), ...says]) expect(message).toContain(words);
    expect(readFileSync(letter, "utf8")).toBe(holds);
  });
});
