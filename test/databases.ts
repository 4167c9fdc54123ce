/**
 * The databases that tests run on, each as it is in life: `describe.each(DATABASES)("… on %s", (kind) => …)`, and in it
 * `newDatabase(kind)` for an empty one of the test's own, or `openNew(kind)`. See `postgres.ts` for the server.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { Client } from "pg";
import { inject, onTestFinished } from "vitest";
import { openDatabase } from "../src/store/database.ts";
import type { Schema } from "../src/store/schema.ts";

export const DATABASES = ["SQLite", "PostgreSQL"] as const;
export type DatabaseKind = (typeof DATABASES)[number];

export interface TestDatabase {
  /** For `openDatabase`, and for DATABASE_URL where it is PostgreSQL. */
  readonly address: string;
  /** Brought up to date. Each call opens connections of its own, as another program would. */
  open(): Promise<Kysely<Schema>>;
  /** Closes what was opened here and leaves nothing behind. */
  remove(): Promise<void>;
}

/** Empty: no table is in it before it is opened. */
export async function newDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const { address, remove } = kind === "SQLite" ? newFile() : await newOnServer();
  const opened: Kysely<Schema>[] = [];
  return {
    address,
    async open() {
      const db = await openDatabase(address);
      opened.push(db);
      return db;
    },
    async remove() {
      for (const db of opened) await db.destroy();
      await remove();
    },
  };
}

/** An empty database that is brought up to date and open, until the test that asks for it is finished. */
export async function openNew(kind: DatabaseKind): Promise<{ database: TestDatabase; db: Kysely<Schema> }> {
  const database = await newDatabase(kind);
  onTestFinished(database.remove);
  return { database, db: await database.open() };
}

/**
 * Two connections to one database, as two programs have. On SQLite they are one and the same: a program opens a file
 * once, since a second connection of the same program would wait for the first and keep it from going on.
 */
export async function openTwice(
  kind: DatabaseKind,
): Promise<{ database: TestDatabase; both: readonly [Kysely<Schema>, Kysely<Schema>] }> {
  const { database, db } = await openNew(kind);
  return { database, both: [db, kind === "SQLite" ? db : await database.open()] };
}

interface Empty {
  readonly address: string;
  remove(): void | Promise<void>;
}

function newFile(): Empty {
  const folder = mkdtempSync(join(tmpdir(), "signpost-test-"));
  return {
    address: join(folder, "signpost.db"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function newOnServer(): Promise<Empty> {
  const name = `signpost_${randomBytes(8).toString("hex")}`;
  await onServer(`create database ${name}`);
  return { address: addressOf(name), remove: () => onServer(`drop database if exists ${name} with (force)`) };
}

/** The address of a database on the tests' PostgreSQL server. */
export function addressOf(name: string): string {
  const address = new URL(inject("postgres"));
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs one statement as the owner of the tests' PostgreSQL server. */
export async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject("postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
