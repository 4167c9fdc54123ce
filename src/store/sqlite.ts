/** SQLite through libsql, in one file. Every commit is on the disk before it returns (WAL, synchronous=FULL). */
import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  sql,
} from "kysely";
import Database from "libsql";
import type { Schema } from "./schema.ts";

/** How long one program waits for another that writes the same file, in milliseconds. */
const BUSY = 5_000;
/** An insert of several rows has a text for each number of rows. */
const MOST_STATEMENTS = 200;

export function openSqlite(file: string): Kysely<Schema> {
  if (file !== ":memory:") makeFile(file);
  const database = new Database(file, { timeout: BUSY });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
  // What is deleted is overwritten: who asks to be forgotten means the file, too.
  database.exec("PRAGMA secure_delete = ON;");
  const statements = rememberedStatements((sql) => database.prepare(sql));
  const remembering = { prepare: statements, close: () => void database.close() };
  return new Kysely<Schema>({ dialect: new OneWriterDialect({ database: remembering }) });
}

/**
 * A transaction takes the file's only write lock as it begins, and migrations run in one. Kysely leaves them without,
 * so that two programs could migrate at once, and one that is killed in between would leave half a schema.
 */
class OneWriterDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new OneWriterDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class OneWriterDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** The few dozen texts that the store's queries compile to are prepared once: preparing costs as much as running. */
function rememberedStatements<Statement>(prepare: (sql: string) => Statement): (sql: string) => Statement {
  const prepared = new Map<string, Statement>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = prepare(sql);
    if (prepared.size < MOST_STATEMENTS) prepared.set(sql, statement);
    return statement;
  };
}

/** It holds what people told, so only who runs the program may read it; SQLite gives the files beside it the same rights. */
function makeFile(file: string): void {
  makeFolder(dirname(file));
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
}

/**
 * The changes of the last minutes stand in a file beside the database: they are moved into it, and that file is emptied. Where
 * somebody reads an earlier state just then, such as a backup, nobody waits for them: it is left to the next time.
 */
export async function emptyLog(db: Kysely<Schema>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return;
  await db.connection().execute(async (connection) => {
    await sql`pragma busy_timeout = 0`.execute(connection);
    try {
      await sql`pragma wal_checkpoint(truncate)`.execute(connection);
    } finally {
      await sql`pragma busy_timeout = ${sql.lit(BUSY)}`.execute(connection);
    }
  });
}

/** Level by level: Node's own `recursive` never returns where a file system refuses a folder, such as below /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** What is wrong with the file, in words, and what to do. */
export function sentenceForSqlite(file: string, error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  if (/locked|busy/i.test(said)) {
    return `The database ${file} is in use by another program. Nothing was lost. Close the other one, or set SIGNPOST_DATA to another folder.`;
  }
  if (/not a database|malformed|corrupt/i.test(said)) {
    return `The file ${file} is not a database that Signpost can read. Nothing was changed. Move it away or bring back a copy, then start again.`;
  }
  if (/full|I\/O|ENOSPC/i.test(said))
    return `The disk that holds ${file} cannot be written: ${said}. What was answered before is kept.`;
  return `The database ${file} cannot be opened: ${said}. Check that the folder exists and may be written, or set SIGNPOST_DATA to another folder.`;
}
