/** Opens the database: SQLite through libsql, in one file, brought up to date before anything reads it. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Kysely, type Migration, Migrator, SqliteDialect } from "kysely";
import Database from "libsql";
import { up as conversations } from "./migrations/0001-conversations.ts";
import type { Schema } from "./schema.ts";

const MIGRATIONS: Record<string, Migration> = { "0001-conversations": { up: conversations } };

/** A database that cannot be used, with words for the person who started the program. */
export class StoreError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = "StoreError";
  }
}

/**
 * Opens the file and runs the migrations that it lacks. Every commit is on the disk before it returns
 * (WAL, synchronous=FULL). Throws a StoreError that names the file where it cannot be read, written or locked.
 */
export async function openDatabase(file: string): Promise<Kysely<Schema>> {
  let db: Kysely<Schema> | null = null;
  try {
    if (file !== ":memory:") makeFolder(dirname(file));
    const database = new Database(file, { timeout: 5_000 });
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
    db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    return db;
  } catch (error) {
    await db?.destroy();
    throw new StoreError(sentenceFor(file, error), error);
  }
}

/** Level by level: Node's own `recursive` never returns where a file system refuses a folder, such as below /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** What is wrong with the file, in words, and what to do. */
export function sentenceFor(file: string, error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  if (/locked|busy/i.test(said)) {
    return `The database ${file} is in use by another program. Nothing was lost. Close the other one, or set SIGNPOST_DATA to another folder.`;
  }
  if (/corrupted migrations/i.test(said)) {
    return `The database ${file} was written by a newer Signpost. Nothing was changed. Use that version, or set SIGNPOST_DATA to another folder.`;
  }
  if (/not a database|malformed|corrupt/i.test(said)) {
    return `The file ${file} is not a database that Signpost can read. Nothing was changed. Move it away or bring back a copy, then start again.`;
  }
  if (/full|I\/O|ENOSPC/i.test(said))
    return `The disk that holds ${file} cannot be written: ${said}. What was answered before is kept.`;
  return `The database ${file} cannot be opened: ${said}. Check that the folder exists and may be written, or set SIGNPOST_DATA to another folder.`;
}
