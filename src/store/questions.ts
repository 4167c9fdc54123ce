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

type Kind = Pick<UnansweredTable, "question" | "reason" | "nearest">;

/** Somebody's question that was not answered. */
export type Unanswered = Kind & { readonly person: string };

/** Counts a question once more. `day` is an ISO date. */
export async function noteUnanswered(db: Transaction<Schema>, asked: Unanswered, day: string): Promise<void> {
  await db
    .insertInto("unanswered")
    .values({ ...asked, times: 1, first_day: day, last_day: day })
    .onConflict((conflict) =>
      conflict
        .columns(["person", "question", "reason", "nearest"])
        .doUpdateSet(({ eb, ref }) => ({ times: eb(ref("unanswered.times"), "+", 1), last_day: day })),
    )
    .execute();
}

/** The same questions of all people together. */
export interface AskedInVain extends Kind {
  readonly times: number;
  /** ISO dates. */
  readonly first_day: string;
  readonly last_day: string;
}

/** Those asked most often first, and nothing of who asked. */
export async function findUnanswered(db: Kysely<Schema>): Promise<AskedInVain[]> {
  const rows = await db
    .selectFrom("unanswered")
    .select(({ fn }) => [
      "question",
      "reason",
      "nearest",
      fn.sum<number | string>("times").as("times"),
      fn.min("first_day").as("first_day"),
      fn.max("last_day").as("last_day"),
    ])
    .groupBy(["question", "reason", "nearest"])
    .orderBy("times", "desc")
    .orderBy("last_day", "desc")
    .orderBy("question")
    .execute();
  return rows.map((row) => ({ ...row, times: Number(row.times) }));
}
