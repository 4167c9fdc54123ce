import type { Kysely } from "kysely";

/** Where the app is installed, with what is secret about it sealed; what a channel left when it delivered; where each reply goes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("installations")
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("tenant", "text", (column) => column.notNull())
    .addColumn("sealed", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("expires_at", "text")
    .addColumn("refresh_until", "text")
    .addColumn("refreshed_by", "text")
    .addPrimaryKeyConstraint("installations_key", ["channel", "tenant"])
    .execute();
  await db.schema.alterTable("conversations").addColumn("message", "text").execute();
  await db.schema.alterTable("outbox").addColumn("reference", "text").execute();
}
