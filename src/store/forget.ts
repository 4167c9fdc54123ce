/** Deletes all that is kept about a person, and the replies they were given. That it happened is remembered. */
import type { Transaction } from "kysely";
import { remember } from "./audit.ts";
import type { Person } from "./people.ts";
import type { Schema } from "./schema.ts";

/** False where the person has said more since, or is forgotten already. */
export async function forget(db: Transaction<Schema>, { id, version }: Person, at: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("records")
    .where("person", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await db
    .deleteFrom("outbox")
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple("conversation", "number"),
        "in",
        selectFrom("turns")
          .select(["conversation", "number"])
          .where("person", "=", id)
          .$asTuple("conversation", "number"),
      ),
    )
    .execute();
  for (const table of ["link_tries", "invitations"] as const) {
    await db
      .deleteFrom(table)
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple("channel", "tenant", "user"),
          "in",
          selectFrom("identities")
            .select(["channel", "tenant", "user"])
            .where("person", "=", id)
            .$asTuple("channel", "tenant", "user"),
        ),
      )
      .execute();
  }
  await db.deleteFrom("people").where("id", "=", id).execute();
  await remember(db, { at, actor: id, act: "forget", subject: id });
  return true;
}
