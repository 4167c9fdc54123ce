import type { Kysely } from "kysely";

/** People, and what each said, in order. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("people")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("events")
    .addColumn("person", "text", (column) => column.notNull().references("people.id").onDelete("cascade"))
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("turn", "text", (column) => column.notNull())
    .addColumn("event", "text", (column) => column.notNull())
    .addColumn("said_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("events_order", ["person", "sequence"])
    .execute();
}
