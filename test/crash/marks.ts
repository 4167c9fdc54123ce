/** The database's own note of every time that a reply is marked as delivered, so that a second mark would show. */
import { type Kysely, sql } from "kysely";
import { isPostgres } from "../../src/store/database.ts";
import type { Schema } from "../../src/store/schema.ts";

/** `address` is that of the database. */
export async function noteMarks(db: Kysely<Schema>, address: string): Promise<void> {
  await sql`create table marks (conversation text not null, number integer not null)`.execute(db);
  for (const statement of isPostgres(address) ? ON_POSTGRES : ON_SQLITE) await sql.raw(statement).execute(db);
}

/** How often each reply was marked, by `conversation#number`. */
export async function findMarks(db: Kysely<Schema>): Promise<Map<string, number>> {
  const { rows } = await sql<{ letter: string; times: number }>`
    select conversation || '#' || number as letter, count(*) as times from marks group by conversation, number
  `.execute(db);
  return new Map(rows.map(({ letter, times }) => [letter, Number(times)]));
}

const NOTE = "insert into marks values (new.conversation, new.number)";

const ON_SQLITE = [
  `create trigger note_mark after update of delivered_at on outbox
    when new.delivered_at is not null begin ${NOTE}; end`,
];
const ON_POSTGRES = [
  `create function note_mark() returns trigger language plpgsql as $$ begin ${NOTE}; return new; end $$`,
  `create trigger note_mark after update of delivered_at on outbox
    for each row when (new.delivered_at is not null) execute function note_mark()`,
];
