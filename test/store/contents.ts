/** Everything that a database holds, to be compared and searched. */
import type { Kysely } from "kysely";
import type { Schema } from "../../src/store/schema.ts";

const TABLES = [
  "tenants",
  "people",
  "identities",
  "events",
  "records",
  "turns",
  "conversations",
  "outbox",
  "audit",
  "asked",
  "unanswered",
] as const satisfies readonly (keyof Schema)[];

export type Contents = Readonly<
  Record<(typeof TABLES)[number], readonly Readonly<Record<string, unknown>>[]>
>;

/** The rows of each table, in an order that does not depend on the database. */
export async function contentsOf(db: Kysely<Schema>): Promise<Contents> {
  const rows: [string, object[]][] = [];
  for (const table of TABLES) {
    const found: object[] = await db.selectFrom(table).selectAll().execute();
    rows.push([
      table,
      found.sort((a, b) => (JSON.stringify(Object.values(a)) < JSON.stringify(Object.values(b)) ? -1 : 1)),
    ]);
  }
  return Object.fromEntries(rows) as unknown as Contents;
}

/** How many rows each table has, where it has any. */
export async function countsOf(db: Kysely<Schema>): Promise<Record<string, number>> {
  const counts = Object.entries(await contentsOf(db)).map(([table, rows]) => [table, rows.length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
