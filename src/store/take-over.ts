/** What was one person's becomes another's, where two turn out to be one. */
import type { Transaction } from "kysely";
import type { Person } from "./people.ts";
import type { Schema } from "./schema.ts";

/** All that hangs on one person hangs on the other afterwards; what the first told goes with them. */
export async function takeOver(
  db: Transaction<Schema>,
  former: Person,
  { id: person }: Person,
): Promise<void> {
  await db.updateTable("identities").set({ person }).where("person", "=", former.id).execute();
  await db.updateTable("turns").set({ person }).where("person", "=", former.id).execute();
  await db
    .updateTable("members")
    .set({ person })
    .where("person", "=", former.id)
    .where(({ eb, selectFrom }) =>
      eb(
        "cohort",
        "not in",
        selectFrom("members as known").select("known.cohort").where("known.person", "=", person),
      ),
    )
    .execute();
  for (const table of ["confirmations", "decisions"] as const)
    await db.updateTable(table).set({ person }).where("person", "=", former.id).execute();
  // What the one who stays was kept with is theirs; what is missing comes along.
  for (const table of ["progress", "progress_days", "reminders", "contacts"] as const) {
    const known = await db.selectFrom(table).select("person").where("person", "=", person).executeTakeFirst();
    if (!known) await db.updateTable(table).set({ person }).where("person", "=", former.id).execute();
  }
  await takeOverQuestions(db, former, person);
  await db.deleteFrom("people").where("id", "=", former.id).execute();
}

/** Each is counted on where both asked the same. */
async function takeOverQuestions(db: Transaction<Schema>, former: Person, person: string): Promise<void> {
  await db
    .insertInto("unanswered")
    .columns(["person", "question", "reason", "nearest", "times", "first_day", "last_day"])
    .expression(({ selectFrom, val }) =>
      selectFrom("unanswered")
        .select([val(person).as("person"), "question", "reason", "nearest", "times", "first_day", "last_day"])
        .where("person", "=", former.id),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["person", "question", "reason", "nearest"])
        .doUpdateSet(({ eb, ref }) => ({ times: eb(ref("unanswered.times"), "+", ref("excluded.times")) })),
    )
    .execute();
}
