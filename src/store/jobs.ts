/** Jobs where no other queue keeps them: waiting, running under a lease, or gone. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

export interface Job {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  /** As JSON. */
  readonly data: string;
  /** How often it was tried before. */
  readonly tries: number;
}

/** Nothing is added while a job with the same name and key waits. */
export async function addJob(
  db: Kysely<Schema>,
  job: Pick<Job, "name" | "key" | "data"> & { readonly due: string },
): Promise<void> {
  const { name, key, data, due } = job;
  await db
    .insertInto("jobs")
    .values({ id: randomUUID(), name, key, state: "waiting", data, due_at: due, tries: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Takes the job that is due longest, under a lease that ends at `until`: a job whose program died is taken again then.
 * All times are ISO. null where nothing is due; no two callers get the same job.
 */
export async function takeJob(
  db: Kysely<Schema>,
  names: readonly string[],
  now: string,
  until: string,
): Promise<Job | null> {
  if (names.length === 0) return null;
  const row = await db
    .updateTable("jobs")
    .set(({ eb }) => ({ state: "running" as const, leased_until: until, tries: eb("tries", "+", 1) }))
    .where("id", "=", ({ selectFrom }) =>
      selectFrom("jobs as due")
        .select("due.id")
        .where("due.name", "in", names)
        .where("due.due_at", "<=", now)
        .where(({ or, and, eb, not, exists, selectFrom }) =>
          or([
            and([
              eb("due.state", "=", "waiting"),
              // One with the same key still runs: this one waits for it.
              not(
                exists(
                  selectFrom("jobs as other")
                    .select("other.id")
                    .whereRef("other.name", "=", "due.name")
                    .whereRef("other.key", "=", "due.key")
                    .where("other.state", "=", "running"),
                ),
              ),
            ]),
            and([eb("due.state", "=", "running"), eb("due.leased_until", "<", now)]),
          ]),
        )
        .orderBy("due.due_at")
        .limit(1),
    )
    .returning(["id", "name", "key", "data", "tries"])
    .executeTakeFirst();
  return row ? { ...row, tries: row.tries - 1 } : null;
}

export async function endJob(db: Kysely<Schema>, { id }: Pick<Job, "id">): Promise<void> {
  await db.deleteFrom("jobs").where("id", "=", id).execute();
}

/** It waits again until `due`, unless another with its name and key waits already: then that one does. */
export async function retryJob(db: Kysely<Schema>, { id, name, key }: Job, due: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const waiting = await transaction
      .selectFrom("jobs")
      .select("id")
      .where("name", "=", name)
      .where("key", "=", key)
      .where("state", "=", "waiting")
      .executeTakeFirst();
    if (waiting) await endJob(transaction, { id });
    else {
      await transaction
        .updateTable("jobs")
        .set({ state: "waiting", due_at: due, leased_until: null })
        .where("id", "=", id)
        .execute();
    }
  });
}
