/** Deletes all that is kept about a person, and what they were told. That it happened is remembered, and by whom. */
import { SqliteAdapter, type Transaction } from "kysely";
import { remember } from "./audit.ts";
import { findOwn } from "./own.ts";
import type { Person } from "./people.ts";
import type { Schema } from "./schema.ts";

export interface Forgetting {
  /** ISO time */
  readonly at: string;
  /** `expire`: nobody asked for it, but the person has said nothing for as long as things are kept. */
  readonly act: "forget" | "expire";
}

/** False where the person has said more since, or is forgotten already. */
export async function forget(
  db: Transaction<Schema>,
  { id, version }: Person,
  { at, act }: Forgetting,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("records")
    .where("person", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await forgetReplies(db, id);
  await forgetWhereabouts(db, id);
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
  await remember(db, { at, actor: act === "forget" ? id : "system", act, subject: id });
  return true;
}

/** What the person's turns were answered with, wherever that was. */
async function forgetReplies(db: Transaction<Schema>, person: string): Promise<void> {
  await db
    .deleteFrom("outbox")
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple("conversation", "number"),
        "in",
        selectFrom("turns")
          .select(["conversation", "number"])
          .where("person", "=", person)
          .$asTuple("conversation", "number"),
      ),
    )
    .execute();
}

/** What else went to their own conversations, and how those are reached. Their rows stay until the purge: they number replies. */
async function forgetWhereabouts(db: Transaction<Schema>, person: string): Promise<void> {
  const ids = await findOwn(db, person);
  if (ids.length === 0) return;
  await db.deleteFrom("outbox").where("conversation", "in", ids).execute();
  // That a reply was given up stays; the place that it was for has their id in it.
  await db
    .updateTable("audit")
    .set({ subject: "" })
    .where("act", "=", "dead-letter")
    .where(({ or, eb, fn, val }) =>
      or(
        ids.map((own) => eb(fn<string>("substr", ["subject", val(1), val(own.length + 1)]), "=", `${own}#`)),
      ),
    )
    .execute();
  await db
    .updateTable("conversations")
    .set({ reference: null, message: null })
    .where(
      "id",
      "in",
      db.selectFrom("conversations").select("id").where("id", "in", ids).$call(skipLocked(db)),
    )
    .execute();
}

/**
 * A row that is locked belongs to a turn that waits for this one, and says anew how it is reached; to wait for it would be a
 * circle. SQLite has one writer and locks no rows.
 */
function skipLocked(db: Transaction<Schema>) {
  const isWithoutLocks = db.getExecutor().adapter instanceof SqliteAdapter;
  return <Query extends { forUpdate(): { skipLocked(): Query } }>(query: Query): Query =>
    isWithoutLocks ? query : query.forUpdate().skipLocked();
}
