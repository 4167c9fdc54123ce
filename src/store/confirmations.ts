/** What was confirmed of somebody's evidence, and decided about them. Nothing is changed afterwards but withdrawn. */
import type { Kysely, Transaction } from "kysely";
import { remember } from "./audit.ts";
import type { Schema } from "./schema.ts";

export interface Marked {
  readonly id: string;
  readonly person: string;
  readonly cohort: string;
  readonly byPerson: string;
  readonly byName: string;
  /** ISO time */
  readonly at: string;
}

export interface Confirmed extends Marked {
  /** The key of the evidence, and what it is in words. */
  readonly evidence: string;
  readonly what: string;
}

export interface Decided extends Marked {
  /** The id of the reading that leaves it open. */
  readonly topic: string;
  readonly reason: string;
}

const COLUMNS = ["id", "person", "cohort", "by_person as byPerson", "by_name as byName", "at"] as const;

export async function confirm(db: Transaction<Schema>, confirmed: Confirmed): Promise<void> {
  const { id, person, cohort, evidence, what, byPerson: by_person, byName: by_name, at } = confirmed;
  await db
    .insertInto("confirmations")
    .values({ id, person, cohort, evidence, what, by_person, by_name, at })
    .execute();
  await remember(db, { at, actor: by_person, act: "confirm", subject: person, detail: id });
}

export async function decide(db: Transaction<Schema>, decided: Decided): Promise<void> {
  const { id, person, cohort, topic, reason, byPerson: by_person, byName: by_name, at } = decided;
  await db
    .insertInto("decisions")
    .values({ id, person, cohort, topic, reason, by_person, by_name, at })
    .execute();
  await remember(db, { at, actor: by_person, act: "decide", subject: person, detail: id });
}

/** False where it is none of this cohort, or was withdrawn before. */
export async function withdraw(
  db: Transaction<Schema>,
  table: "confirmations" | "decisions",
  {
    id,
    cohort,
    by,
    at,
  }: { readonly id: string; readonly cohort: string; readonly by: string; readonly at: string },
): Promise<boolean> {
  const row = await db
    .updateTable(table)
    .set({ withdrawn_by: by, withdrawn_at: at })
    .where("id", "=", id)
    .where("cohort", "=", cohort)
    .where("withdrawn_at", "is", null)
    .returning("person")
    .executeTakeFirst();
  if (!row) return false;
  const act = table === "decisions" ? "withdraw-decision" : "withdraw-confirmation";
  await remember(db, { at, actor: by, act, subject: row.person, detail: id });
  return true;
}

export interface Marks {
  readonly confirmed: readonly Confirmed[];
  readonly decided: readonly Decided[];
}

/** What stands about somebody, in all of their cohorts, oldest first. */
export async function findMarks(db: Kysely<Schema>, person: string): Promise<Marks> {
  const confirmed = await db
    .selectFrom("confirmations")
    .select([...COLUMNS, "evidence", "what"])
    .where("person", "=", person)
    .where("withdrawn_at", "is", null)
    .orderBy("at")
    .orderBy("id")
    .execute();
  const decided = await db
    .selectFrom("decisions")
    .select([...COLUMNS, "topic", "reason"])
    .where("person", "=", person)
    .where("withdrawn_at", "is", null)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return { confirmed, decided };
}
