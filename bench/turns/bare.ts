/** Bare commits: the same rows, by prepared statements of the database's own driver, and nothing else. */
import Database from "libsql";
import { Pool, type PoolClient } from "pg";
import type { Rows } from "./rows.ts";
import { statementsFor } from "./statements.ts";

export interface Bare {
  /** One transaction, on the disk when it is done. */
  commit(rows: Rows): Promise<void>;
  close(): Promise<void>;
}

/** A file whose tables are there. */
export function bareSqlite(file: string): Bare {
  const database = new Database(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
  const prepared = new Map<string, ReturnType<typeof database.prepare>>();
  const run = (sql: string, values: readonly unknown[]) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    statement.run(...values);
  };
  return {
    async commit(rows) {
      run("begin immediate", []);
      for (const { sql, values } of statementsFor(rows)) run(sql, values(rows));
      run("commit", []);
    },
    async close() {
      database.close();
    },
  };
}

/** A database whose tables are there. */
export function barePostgres(url: string, connections: number): Bare {
  const pool = new Pool({ connectionString: url, max: connections });
  // The server ends before its last idle connections do.
  pool.on("error", () => undefined);
  return {
    async commit(rows) {
      const client = await pool.connect();
      try {
        await client.query("begin");
        for (const { sql, values } of statementsFor(rows)) await prepared(client, sql, values(rows));
        await client.query("commit");
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

const NAMES = new Map<string, { name: string; text: string }>();

/** Parsed once by the server, under a name. */
async function prepared(client: PoolClient, sql: string, values: readonly unknown[]): Promise<void> {
  const known = NAMES.get(sql) ?? { name: `bare${NAMES.size}`, text: numbered(sql) };
  NAMES.set(sql, known);
  await client.query({ ...known, values: [...values] });
}

/** `?` is `$1`, `$2` … there. */
function numbered(sql: string): string {
  let at = 0;
  return sql.replace(/\?/g, () => {
    at += 1;
    return `$${at}`;
  });
}
