import type { Kysely } from "kysely";

/** Who is invited to which cohort, who is in it under which name, and how far its people are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("cohorts").addColumn("code", "text").execute();
  await db.schema.createIndex("cohorts_by_code").on("cohorts").column("code").unique().execute();
  await db.schema
    .alterTable("members")
    .addColumn("id", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await db.schema
    .alterTable("members")
    .addColumn("name", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await db.schema
    .createIndex("members_by_name")
    .on("members")
    .columns(["cohort", "role", "name", "id"])
    .execute();
  await invitations(db);
  await progress(db);
}

async function invitations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("invitations")
    .addColumn("cohort", "text", (column) => column.notNull().references("cohorts.id").onDelete("cascade"))
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("tenant", "text", (column) => column.notNull())
    .addColumn("user", "text", (column) => column.notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("invited_at", "text", (column) => column.notNull())
    .addColumn("told_at", "text")
    .addPrimaryKeyConstraint("invitations_key", ["cohort", "channel", "tenant", "user"])
    .execute();
  await db.schema
    .createIndex("invitations_by_user")
    .on("invitations")
    .columns(["channel", "tenant", "user"])
    .execute();
}

/** A row for each member, and one for each day on which they told something. */
async function progress(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("progress")
    .addColumn("person", "text", (column) => column.primaryKey().references("people.id").onDelete("cascade"))
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("rules", "text", (column) => column.notNull())
    .addColumn("changed_at", "text", (column) => column.notNull())
    .addColumn("qualification", "text")
    .addColumn("can_start", "text")
    .addColumn("done", "integer", (column) => column.notNull())
    .addColumn("needed", "integer", (column) => column.notNull())
    .addColumn("open", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("progress_days")
    .addColumn("person", "text", (column) => column.notNull().references("people.id").onDelete("cascade"))
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("qualification", "text")
    .addColumn("can_start", "text")
    .addColumn("done", "integer", (column) => column.notNull())
    .addColumn("needed", "integer", (column) => column.notNull())
    .addColumn("open", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("progress_days_key", ["person", "day"])
    .execute();
}
