/** Opens the database, brought up to date before anything reads it: SQLite in one file, or PostgreSQL by its address. */
import { existsSync } from "node:fs";
import type { Kysely } from "kysely";
import { StoreError } from "./error.ts";
import { migrate, NewerSchema } from "./migrate.ts";
import type { Schema } from "./schema.ts";
import { openSqlite, sentenceForSqlite } from "./sqlite.ts";

/** A file (`:memory:` for none), or `postgres://…`. */
export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** The address as it may be shown and logged: without user and password. */
export function shownAddress(address: string): string {
  if (!isPostgres(address)) return address;
  const { hostname, port, pathname } = new URL(address);
  return `postgres://${hostname}${port === "" ? "" : `:${port}`}${pathname}`;
}

/** Opens the database and runs the migrations that it lacks. Throws a StoreError that says what to do. */
export async function openDatabase(address: string): Promise<Kysely<Schema>> {
  const { db } = await openMigrated(address);
  return db;
}

/** The same for whoever asks about what is kept: a new and empty database would be no answer. */
export async function openExisting(address: string): Promise<Kysely<Schema>> {
  requireExisting(address);
  return openDatabase(address);
}

/** Throws a StoreError where there is no file. Of PostgreSQL the server says it. */
export function requireExisting(address: string): void {
  if (isPostgres(address) || existsSync(address)) return;
  throw new StoreError(
    `There is no database ${address}. Nothing was done. Run this in the folder in which Signpost is started, or set SIGNPOST_DATA to the one in which it keeps its data.`,
  );
}

/** As openDatabase, with the names of the migrations that ran. */
export async function openMigrated(address: string): Promise<{ db: Kysely<Schema>; applied: string[] }> {
  const db = await connect(address);
  try {
    return { db, applied: await migrate(db) };
  } catch (error) {
    await db.destroy();
    throw new StoreError(await sentenceFor(address, error), error);
  }
}

/** As it is, whatever its schema. Throws a StoreError; PostgreSQL may show only later that it does not answer. */
export async function connect(address: string): Promise<Kysely<Schema>> {
  try {
    // Only who uses PostgreSQL pays for loading its driver.
    return isPostgres(address) ? (await import("./postgres.ts")).openPostgres(address) : openSqlite(address);
  } catch (error) {
    throw new StoreError(await sentenceFor(address, error), error);
  }
}

async function sentenceFor(address: string, error: unknown): Promise<string> {
  const shown = shownAddress(address);
  if (error instanceof NewerSchema)
    return `The database ${shown} was written by a newer Signpost. Nothing was changed. Use that version, or another database.`;
  if (!isPostgres(address)) return sentenceForSqlite(shown, error);
  return (await import("./postgres.ts")).sentenceForPostgres(shown, error);
}
