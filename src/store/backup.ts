/** A copy of all that is kept, taken while programs go on writing: one moment's state, which either database reads. */
import {
  DEFAULT_MIGRATION_TABLE,
  type Kysely,
  type QueryResult,
  type RawBuilder,
  SqliteAdapter,
  sql,
} from "kysely";
import { type Head, NAMES, openTally, type Row, TABLES, type Table } from "./copy-format.ts";
import type { Schema } from "./schema.ts";

/** Rows that are held in memory at once. */
const PAGE = 1_000;

/** Gives each line to `write`, and the number of rows. `at`: ISO time. */
export function backUp(
  db: Kysely<Schema>,
  at: string,
  write: (line: string) => Promise<void>,
): Promise<number> {
  return db.connection().execute(async (connection) => {
    await beginSnapshot(connection).execute(connection);
    try {
      const tally = openTally();
      const put = (value: Head | { readonly table: Table; readonly row: Row }) => {
        const line = JSON.stringify(value);
        tally.add(line);
        return write(line);
      };
      await put({ signpost: "backup", schema: await appliedTo(connection), at });
      for (const table of NAMES) for await (const row of rowsOf(connection, table)) await put({ table, row });
      const tail = tally.tail();
      await write(JSON.stringify(tail));
      return tail.rows;
    } finally {
      await sql`rollback`.execute(connection);
    }
  });
}

/** SQLite reads one moment's state from the first read on, and keeps nobody from writing. */
function beginSnapshot(db: Kysely<Schema>) {
  return db.getExecutor().adapter instanceof SqliteAdapter
    ? sql`begin deferred`
    : sql`begin transaction isolation level repeatable read, read only`;
}

async function* rowsOf(db: Kysely<Schema>, table: Table): AsyncGenerator<Row> {
  const key = TABLES[table];
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: unknown[] | null = null;
  for (;;) {
    const after: RawBuilder<unknown> = last ? sql` where (${columns}) > (${sql.join(last)})` : sql``;
    const page: RawBuilder<unknown> =
      key.length > 0 ? sql`${after} order by ${columns} limit ${sql.lit(PAGE)}` : sql``;
    const { rows }: QueryResult<Row> = await sql<Row>`select * from ${sql.table(table)}${page}`.execute(db);
    yield* rows;
    const end: Row | undefined = rows.at(-1);
    if (key.length === 0 || rows.length < PAGE || !end) return;
    last = key.map((column) => end[column]);
  }
}

/** The names of the migrations that ran, in order. */
export async function appliedTo(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db
    .withTables<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>()
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select("name")
    .orderBy("name")
    .execute();
  return rows.map(({ name }) => name);
}
