import type { Kysely } from "kysely";

/** What people asked last, so that a question may go on from it; and what nobody could answer, without who asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("asked")
    .addColumn("person", "text", (column) => column.primaryKey().references("people.id").onDelete("cascade"))
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("entry", "text")
    .addColumn("at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("unanswered")
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("nearest", "text", (column) => column.notNull())
    .addColumn("times", "integer", (column) => column.notNull())
    .addColumn("first_day", "text", (column) => column.notNull())
    .addColumn("last_day", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("unanswered_key", ["question", "reason", "nearest"])
    .execute();
}
