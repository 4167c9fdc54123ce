import type { Kysely } from "kysely";

/** A statement takes only so many values. */
const AT_ONCE = 500;

type Before = {
  records: { person: string; record: string; edition: string };
};

/** Which rules and words are in use, for every program alike; and under which edition each person began. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("contents")
    .addColumn("number", "integer", (column) => column.primaryKey())
    .addColumn("fingerprint", "text", (column) => column.notNull())
    .addColumn("files", "text", (column) => column.notNull())
    .addColumn("published_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .alterTable("records")
    .addColumn("edition", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await nameEditions(db.withTables<Before>());
}

/** A record has named its edition all along. */
async function nameEditions(db: Kysely<Before>): Promise<void> {
  const rows = await db.selectFrom("records").select(["person", "record"]).execute();
  const people = new Map<string, string[]>();
  for (const { person, record } of rows) {
    const edition = (JSON.parse(record) as { edition?: string } | null)?.edition ?? "";
    const others = people.get(edition);
    if (others) others.push(person);
    else people.set(edition, [person]);
  }
  for (const [edition, all] of people)
    for (let from = 0; from < all.length; from += AT_ONCE)
      await db
        .updateTable("records")
        .set({ edition })
        .where("person", "in", all.slice(from, from + AT_ONCE))
        .execute();
}
