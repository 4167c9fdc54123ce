import { type CreateTableBuilder, type Kysely, sql } from "kysely";

/** Whoever spoke in the terminal so far becomes a person with an identity; what they said stays as it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await whoSpeaks(db);
  await whatWasSaid(db);
  await whatIsToBeSaid(db);
  await whoSeesWhom(db);
}

async function whoSpeaks(db: Kysely<unknown>): Promise<void> {
  await table(db, "tenants", ["channel", "id", "created_at"])
    .addPrimaryKeyConstraint("tenants_key", ["channel", "id"])
    .execute();
  await table(db, "identities", ["channel", "tenant", "user", "person"])
    .addPrimaryKeyConstraint("identities_key", ["channel", "tenant", "user"])
    .addForeignKeyConstraint("identities_person", ["person"], "people", ["id"], cascade)
    .execute();
  await index(db, "identities", ["person"]);
  await sql`insert into tenants (channel, id, created_at)
    select 'console', 'local', min(created_at) from people having count(*) > 0`.execute(db);
  await sql`insert into identities (channel, tenant, "user", person)
    select 'console', 'local', substr(id, 9), id from people`.execute(db);
}

async function whatWasSaid(db: Kysely<unknown>): Promise<void> {
  await table(db, "records", ["person", "record", "updated_at"])
    .addColumn("version", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("records_key", ["person"])
    .addForeignKeyConstraint("records_person", ["person"], "people", ["id"], cascade)
    .execute();
  await sql`insert into records (person, record, updated_at, version)
    select person, 'null', max(said_at), max(sequence) from events group by person`.execute(db);
  await table(db, "turns", ["id", "conversation", "seen_at"])
    .addColumn("person", "text")
    .addColumn("said", "text")
    .addColumn("number", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("turns_key", ["id"])
    .addForeignKeyConstraint("turns_person", ["person"], "people", ["id"], cascade)
    .execute();
  await index(db, "turns", ["person"]);
}

async function whatIsToBeSaid(db: Kysely<unknown>): Promise<void> {
  await table(db, "conversations", ["id", "channel", "tenant", "address", "updated_at"])
    .addColumn("reference", "text")
    .addColumn("replies", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("conversations_key", ["id"])
    .execute();
  await table(db, "outbox", ["conversation", "channel", "reply", "created_at", "due_at"])
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("tries", "integer", (column) => column.notNull())
    .addColumn("turn", "text")
    .addColumn("leased_until", "text")
    .addColumn("leased_by", "text")
    .addColumn("delivered_at", "text")
    .addColumn("failed_at", "text")
    .addColumn("reason", "text")
    .addPrimaryKeyConstraint("outbox_key", ["conversation", "number"])
    .execute();
  await sql`create index outbox_waiting on outbox (channel, conversation, number)
    where delivered_at is null and failed_at is null`.execute(db);
  await table(db, "jobs", ["id", "name", "key", "state", "data", "due_at"])
    .addColumn("tries", "integer", (column) => column.notNull())
    .addColumn("leased_until", "text")
    .addPrimaryKeyConstraint("jobs_key", ["id"])
    .addUniqueConstraint("jobs_once", ["name", "key", "state"])
    .execute();
}

async function whoSeesWhom(db: Kysely<unknown>): Promise<void> {
  await table(db, "cohorts", ["id", "channel", "tenant", "name", "created_at"])
    .addColumn("archived_at", "text")
    .addPrimaryKeyConstraint("cohorts_key", ["id"])
    .execute();
  await table(db, "members", ["cohort", "person", "role", "agreed_at"])
    .addPrimaryKeyConstraint("members_key", ["cohort", "person"])
    .addForeignKeyConstraint("members_cohort", ["cohort"], "cohorts", ["id"], cascade)
    .addForeignKeyConstraint("members_person", ["person"], "people", ["id"], cascade)
    .execute();
  await index(db, "members", ["person"]);
  await table(db, "audit", ["id", "at", "actor", "act", "subject"])
    .addColumn("detail", "text")
    .addPrimaryKeyConstraint("audit_key", ["id"])
    .execute();
  await index(db, "audit", ["at"]);
}

/** A table whose columns are texts that are always there. */
function table(
  db: Kysely<unknown>,
  name: string,
  texts: readonly string[],
): CreateTableBuilder<string, string> {
  const builder = db.schema.createTable(name) as CreateTableBuilder<string, string>;
  return texts.reduce((so, column) => so.addColumn(column, "text", (each) => each.notNull()), builder);
}

function index(db: Kysely<unknown>, name: string, columns: string[]): Promise<void> {
  return db.schema
    .createIndex(`${name}_by_${columns.join("_")}`)
    .on(name)
    .columns(columns)
    .execute();
}

function cascade<Builder extends { onDelete(action: "cascade"): Builder }>(key: Builder): Builder {
  return key.onDelete("cascade");
}
