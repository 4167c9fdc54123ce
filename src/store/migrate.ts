/** Brings a database up to date: one set of migrations for SQLite and PostgreSQL, forward only, one program at a time. */
import { DEFAULT_MIGRATION_TABLE, type Kysely, type Migration, Migrator } from "kysely";
import { up as conversations } from "./migrations/0001-conversations.ts";
import { up as turnsAndOutbox } from "./migrations/0002-turns-and-outbox.ts";
import { up as installations } from "./migrations/0003-installations.ts";
import { up as links } from "./migrations/0004-links.ts";
import { up as cohorts } from "./migrations/0005-cohorts.ts";
import { up as reminders } from "./migrations/0006-reminders.ts";
import { up as confirmations } from "./migrations/0007-confirmations.ts";
import { up as questions } from "./migrations/0008-questions.ts";
import { up as forgetting } from "./migrations/0009-forgetting.ts";
import { up as contents } from "./migrations/0010-contents.ts";
import type { Schema } from "./schema.ts";

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-conversations": { up: conversations },
  "0002-turns-and-outbox": { up: turnsAndOutbox },
  "0003-installations": { up: installations },
  "0004-links": { up: links },
  "0005-cohorts": { up: cohorts },
  "0006-reminders": { up: reminders },
  "0007-confirmations": { up: confirmations },
  "0008-questions": { up: questions },
  "0009-forgetting": { up: forgetting },
  "0010-contents": { up: contents },
};

/** The database was written by a program that knows migrations which this one does not. */
export class NewerSchema extends Error {
  override readonly name = "NewerSchema";
}

/**
 * Runs what is lacking and gives the names of it. A second program that starts at the same time waits until the first
 * is done. Throws NewerSchema, or what the database threw; nothing of a migration that failed stays.
 */
export async function migrate(db: Kysely<Schema>): Promise<string[]> {
  // Who has nothing to do need not wait for whoever writes.
  if ((await findSchemaState(db)) === "current") return [];
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error instanceof Error && /corrupted migrations/i.test(error.message)) throw new NewerSchema();
  if (error) throw error;
  return results.map(({ migrationName }) => migrationName);
}

export type SchemaState = "current" | "older" | "newer";

/** How the schema compares with the one that this program was written for. Throws where the database does not answer. */
export async function findSchemaState(db: Kysely<Schema>): Promise<SchemaState> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return "older";
  const applied = await db
    // The table is Kysely's own, so the schema does not list it.
    .withTables<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>()
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select("name")
    .execute();
  if (applied.some(({ name }) => !(name in MIGRATIONS))) return "newer";
  return applied.length === Object.keys(MIGRATIONS).length ? "current" : "older";
}
