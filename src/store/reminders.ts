/** What is said to people later. What is due is claimed together with the notice that says it, so that it is said once. */
import type { Kysely, Transaction } from "kysely";
import type { Speaker } from "../chat/turn.ts";
import type { ContactsTable, RemindersTable } from "./reminder-schema.ts";
import type { Schema } from "./schema.ts";

export type ReminderKind = RemindersTable["kind"];

export interface Reminder {
  readonly person: string;
  readonly kind: ReminderKind;
  readonly cohort: string | null;
  readonly askedBy: string | null;
  /** Every week at this time; null for what comes once. */
  readonly weekly: { readonly weekday: number; readonly minute: number } | null;
  readonly zone: string;
  /** ISO time */
  readonly nextAt: string;
}

/** The newest of a kind holds. */
export async function keepReminder(db: Transaction<Schema>, reminder: Reminder): Promise<void> {
  const { person, kind, cohort, askedBy, weekly, zone, nextAt } = reminder;
  const kept = {
    cohort,
    asked_by: askedBy,
    weekday: weekly?.weekday ?? null,
    minute: weekly?.minute ?? null,
    zone,
    next_at: nextAt,
  };
  await db
    .insertInto("reminders")
    .values({ person, kind, ...kept })
    .onConflict((conflict) => conflict.columns(["person", "kind"]).doUpdateSet(kept))
    .execute();
}

export async function dropReminder(
  db: Transaction<Schema>,
  person: string,
  kinds: readonly ReminderKind[],
): Promise<void> {
  await db.deleteFrom("reminders").where("person", "=", person).where("kind", "in", kinds).execute();
}

export async function findReminder(
  db: Kysely<Schema>,
  person: string,
  kind: ReminderKind,
): Promise<Reminder | null> {
  const row = await db
    .selectFrom("reminders")
    .selectAll()
    .where("person", "=", person)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return row ? reminderOf(row) : null;
}

/** What is due at `now` (ISO), the longest due first. */
export async function findDue(db: Kysely<Schema>, now: string, limit: number): Promise<Reminder[]> {
  const rows = await db
    .selectFrom("reminders")
    .selectAll()
    .where("next_at", "<=", now)
    .orderBy("next_at")
    .orderBy("person")
    .limit(limit)
    .execute();
  return rows.map(reminderOf);
}

/**
 * Takes what is due: it comes again at `nextAt`, or not at all where that is null. False where another program took it, or
 * where the person has changed or stopped it since.
 */
export async function claim(
  db: Transaction<Schema>,
  { person, kind, nextAt: due }: Reminder,
  nextAt: string | null,
): Promise<boolean> {
  if (nextAt === null) {
    const { numDeletedRows } = await db
      .deleteFrom("reminders")
      .where("person", "=", person)
      .where("kind", "=", kind)
      .where("next_at", "=", due)
      .executeTakeFirst();
    return numDeletedRows === 1n;
  }
  const { numUpdatedRows } = await db
    .updateTable("reminders")
    .set({ next_at: nextAt })
    .where("person", "=", person)
    .where("kind", "=", kind)
    .where("next_at", "=", due)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Writes to somebody for the first time on this day (ISO, where they are); false where they were written to on it already. */
export async function contactOn(
  db: Transaction<Schema>,
  person: string,
  role: ContactsTable["role"],
  day: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("contacts")
    .values({ person, role, day, silent_since: null })
    .onConflict((conflict) =>
      conflict
        .columns(["person", "role"])
        .doUpdateSet({ day })
        .where(({ or, eb }) => or([eb("contacts.day", "is", null), eb("contacts.day", "<", day)])),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Nobody reminds them any more, or `null`: they may be reminded again. */
export async function silence(db: Transaction<Schema>, person: string, since: string | null): Promise<void> {
  await db
    .insertInto("contacts")
    .values({ person, role: "learner", day: null, silent_since: since })
    .onConflict((conflict) => conflict.columns(["person", "role"]).doUpdateSet({ silent_since: since }))
    .execute();
}

/** Who of these people wants no reminders, and when each was last reminded. */
export async function findContacts(
  db: Kysely<Schema>,
  people: readonly string[],
): Promise<ReadonlyMap<string, { readonly day: string | null; readonly isSilent: boolean }>> {
  if (people.length === 0) return new Map();
  const rows = await db.selectFrom("contacts").selectAll().where("person", "in", people).execute();
  return new Map(
    rows.map(({ person, day, silent_since }) => [person, { day, isSilent: silent_since !== null }]),
  );
}

/** How somebody is known, where they spoke last first. */
export async function findIdentities(db: Kysely<Schema>, person: string): Promise<Speaker[]> {
  return db
    .selectFrom("identities")
    .leftJoin("conversations", (join) =>
      join
        .onRef("conversations.channel", "=", "identities.channel")
        .onRef("conversations.tenant", "=", "identities.tenant")
        .onRef("conversations.address", "=", "identities.user"),
    )
    .select(["identities.channel as channel", "identities.tenant as tenant", "identities.user as user"])
    .where("identities.person", "=", person)
    .orderBy(({ fn, val }) => fn.coalesce("conversations.updated_at", val("")), "desc")
    .execute();
}

/** What was put into the outbox for them and has not gone out is not sent any more. `prefix`: of the ids of its notices. */
export async function cancelNotices(db: Transaction<Schema>, prefix: string, at: string): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ failed_at: at, reason: "they want no reminders any more", leased_until: null, leased_by: null })
    .where("turn", "like", `${prefix}%`)
    .where("delivered_at", "is", null)
    .where("failed_at", "is", null)
    .execute();
}

function reminderOf(row: RemindersTable): Reminder {
  const { person, kind, cohort, asked_by: askedBy, weekday, minute, zone, next_at: nextAt } = row;
  const weekly = weekday === null || minute === null ? null : { weekday, minute };
  return { person, kind, cohort, askedBy, weekly, zone, nextAt };
}
