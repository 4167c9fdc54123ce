/** What is held about a person beside their talk and their teams: about their record, reminders, questions and a code. */
import type { Kysely } from "kysely";
import type { Held } from "../record/held.ts";
import type { Schema } from "./schema.ts";

type HeldRecord = Pick<
  Held,
  "firstSeen" | "record" | "reminders" | "contacts" | "asked" | "unanswered" | "linkCode"
>;

export async function findHeldRecord(db: Kysely<Schema>, person: string): Promise<HeldRecord> {
  const seen = await db.selectFrom("people").select("created_at").where("id", "=", person).executeTakeFirst();
  const record = await db
    .selectFrom("records")
    .select(["edition", "version", "updated_at as updatedAt"])
    .where("person", "=", person)
    .executeTakeFirst();
  const code = await db
    .selectFrom("link_codes")
    .select(["channel", "expires_at as expiresAt"])
    .where("person", "=", person)
    .executeTakeFirst();
  return {
    firstSeen: seen?.created_at ?? null,
    record: record ?? null,
    ...(await remindersOf(db, person)),
    ...(await questionsOf(db, person)),
    linkCode: code ?? null,
  };
}

async function remindersOf(
  db: Kysely<Schema>,
  person: string,
): Promise<Pick<Held, "reminders" | "contacts">> {
  const reminders = await db
    .selectFrom("reminders")
    .leftJoin("cohorts", "cohorts.id", "reminders.cohort")
    .select([
      "reminders.kind as kind",
      "cohorts.name as team",
      "reminders.asked_by as askedBy",
      "reminders.weekday as weekday",
      "reminders.minute as minute",
      "reminders.zone as zone",
      "reminders.next_at as nextAt",
    ])
    .where("reminders.person", "=", person)
    .orderBy("reminders.kind")
    .execute();
  const contacts = await db
    .selectFrom("contacts")
    .select(["role", "day", "silent_since as silentSince"])
    .where("person", "=", person)
    .orderBy("role")
    .execute();
  return { reminders, contacts };
}

async function questionsOf(db: Kysely<Schema>, person: string): Promise<Pick<Held, "asked" | "unanswered">> {
  const asked = await db
    .selectFrom("asked")
    .select(["question", "entry", "at"])
    .where("person", "=", person)
    .executeTakeFirst();
  const unanswered = await db
    .selectFrom("unanswered")
    .select(["question", "reason", "nearest", "times", "first_day as firstDay", "last_day as lastDay"])
    .where("person", "=", person)
    .orderBy("first_day")
    .orderBy("question")
    .execute();
  return { asked: asked ?? null, unanswered };
}
