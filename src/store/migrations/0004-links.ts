import type { Kysely } from "kysely";

/** Codes by which one person is known in two places, and how often somebody tried one that does not fit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("link_codes")
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("person", "text", (column) =>
      column.notNull().unique().references("people.id").onDelete("cascade"),
    )
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("link_tries")
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("tenant", "text", (column) => column.notNull())
    .addColumn("user", "text", (column) => column.notNull())
    .addColumn("tries", "integer", (column) => column.notNull())
    .addColumn("until", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("link_tries_key", ["channel", "tenant", "user"])
    .execute();
}
