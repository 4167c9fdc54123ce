import type { Kysely } from "kysely";

/** What managers and assessors have confirmed, and what was decided where the source leaves something open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, about, words] of [
    ["confirmations", "evidence", "what"],
    ["decisions", "topic", "reason"],
  ] as const) {
    await db.schema
      .createTable(table)
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("person", "text", (column) => column.notNull().references("people.id").onDelete("cascade"))
      .addColumn("cohort", "text", (column) => column.notNull().references("cohorts.id").onDelete("cascade"))
      .addColumn(about, "text", (column) => column.notNull())
      .addColumn(words, "text", (column) => column.notNull())
      .addColumn("by_person", "text", (column) => column.notNull())
      .addColumn("by_name", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("withdrawn_by", "text")
      .addColumn("withdrawn_at", "text")
      .execute();
    await db.schema.createIndex(`${table}_by_person`).on(table).columns(["person", "withdrawn_at"]).execute();
  }
}
