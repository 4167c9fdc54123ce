import type { Kysely } from "kysely";

/** What is said to people later, on their own wish or a manager's; who wants none; and until when a reply is worth sending. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("reminders")
    .addColumn("person", "text", (column) => column.notNull().references("people.id").onDelete("cascade"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("cohort", "text", (column) => column.references("cohorts.id").onDelete("cascade"))
    .addColumn("asked_by", "text")
    .addColumn("weekday", "integer")
    .addColumn("minute", "integer")
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("next_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("reminders_key", ["person", "kind"])
    .execute();
  await db.schema.createIndex("reminders_by_time").on("reminders").column("next_at").execute();
  await db.schema
    .createTable("contacts")
    .addColumn("person", "text", (column) => column.notNull().references("people.id").onDelete("cascade"))
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("day", "text")
    .addColumn("silent_since", "text")
    .addPrimaryKeyConstraint("contacts_key", ["person", "role"])
    .execute();
  await db.schema.alterTable("outbox").addColumn("until", "text").execute();
}
