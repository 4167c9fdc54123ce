/** What people asked last, and what nobody could answer. */
import type { Kysely, Transaction } from "kysely";
import type { AskedTable, UnansweredTable } from "./question-schema.ts";
import type { Schema } from "./schema.ts";

/** null where the person asked nothing, or only before `since` (ISO time). */
export async function findAsked(
  db: Kysely<Schema>,
  person: string,
  since: string,
): Promise<Pick<AskedTable, "question" | "entry"> | null> {
  const found = await db
    .selectFrom("asked")
    .select(["question", "entry"])
    .where("person", "=", person)
    .where("at", ">=", since)
    .executeTakeFirst();
  return found ?? null;
}

export async function keepAsked(db: Transaction<Schema>, asked: AskedTable): Promise<void> {
  await db
    .insertInto("asked")
    .values(asked)
    .onConflict((conflict) => conflict.column("person").doUpdateSet(asked))
    .execute();
}

export type Unanswered = Pick<UnansweredTable, "question" | "reason" | "nearest">;

/** Counts a question once more. `day` is an ISO date. */
export async function noteUnanswered(db: Transaction<Schema>, asked: Unanswered, day: string): Promise<void> {
  await db
    .insertInto("unanswered")
    .values({ ...asked, times: 1, first_day: day, last_day: day })
    .onConflict((conflict) =>
      conflict
        .columns(["question", "reason", "nearest"])
        .doUpdateSet(({ eb, ref }) => ({ times: eb(ref("unanswered.times"), "+", 1), last_day: day })),
    )
    .execute();
}

/** Those asked most often first. */
export function findUnanswered(db: Kysely<Schema>): Promise<UnansweredTable[]> {
  return db
    .selectFrom("unanswered")
    .selectAll()
    .orderBy("times", "desc")
    .orderBy("last_day", "desc")
    .orderBy("question")
    .execute();
}
