/**
 * The databases that tests run on, each as it is in life: `describe.each(DATABASES)("… on %s", (kind) => …)`, and in it
 * `newDatabase(kind)` for an empty one of the test's own, or `openNew(kind)`. See `postgres.ts` for the server.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { inject, onTestFinished } from "vitest";
import { openDatabase } from "../src/store/database.ts";
import type { Schema } from "../src/store/schema.ts";
import { addressOn, tell } from "./postgres.ts";

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
export function newDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  return databaseFrom(null, kind);
}

/** `template`: what it is a copy of, on PostgreSQL, where bringing it up to date takes long. */
async function databaseFrom(template: string | null, kind: DatabaseKind): Promise<TestDatabase> {
  const { address, remove } = kind === "SQLite" ? newFile() : await newOnServer(template);
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
  const database = await databaseFrom(inject("template"), kind);
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

async function newOnServer(template: string | null): Promise<Empty> {
  const name = `signpost_${randomBytes(8).toString("hex")}`;
  // Its files are copied, which where nothing need be on the disk is faster than writing them to the log.
  await onServer(`create database ${name} template ${template ?? "template1"} strategy file_copy`);
  return { address: addressOf(name), remove: () => onServer(`drop database if exists ${name} with (force)`) };
}

/** The address of a database on the tests' PostgreSQL server. */
export function addressOf(name: string): string {
  return addressOn(inject("postgres"), name);
}

/** Runs one statement as the owner of the tests' PostgreSQL server. */
export function onServer(statement: string): Promise<void> {
  return tell(inject("postgres"), statement);
}
