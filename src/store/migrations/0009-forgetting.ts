import type { Kysely } from "kysely";

/** What nobody could answer is kept with who asked it, so that it goes with them. What was kept before has nobody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("unanswered").renameTo("unanswered_before").execute();
  await db.schema
    .createTable("unanswered")
    .addColumn("person", "text", (column) => column.references("people.id").onDelete("cascade"))
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("nearest", "text", (column) => column.notNull())
    .addColumn("times", "integer", (column) => column.notNull())
    .addColumn("first_day", "text", (column) => column.notNull())
    .addColumn("last_day", "text", (column) => column.notNull())
    .addUniqueConstraint("unanswered_once", ["person", "question", "reason", "nearest"])
    .execute();
  const columns = ["question", "reason", "nearest", "times", "first_day", "last_day"];
  await db
    .withTables<{ unanswered: Record<string, unknown>; unanswered_before: Record<string, unknown> }>()
    .insertInto("unanswered")
    .columns(columns)
    .expression(({ selectFrom }) => selectFrom("unanswered_before").select(columns))
    .execute();
  await db.schema.dropTable("unanswered_before").execute();
}
