/** Who is in a cohort: only people who have agreed. */
import type { Kysely, Transaction } from "kysely";
import type { Role } from "../cohort/rights.ts";
import type { Schema } from "./schema.ts";

export interface Member {
  /** Of the membership. */
  readonly id: string;
  readonly person: string;
  readonly role: Role;
  readonly name: string;
  /** ISO time */
  readonly agreedAt: string;
}

/** Everybody with one of these roles, by name. */
export async function findMembers(
  db: Kysely<Schema>,
  cohort: string,
  roles: readonly Role[],
): Promise<Member[]> {
  const rows = await db
    .selectFrom("members")
    .select(["id", "person", "role", "name", "agreed_at as agreedAt"])
    .where("cohort", "=", cohort)
    .where("role", "in", roles)
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows;
}

/** Who agrees again, in another role, takes that role. */
export async function addMember(
  db: Transaction<Schema>,
  cohort: string,
  { id, person, role, name, agreedAt }: Member,
): Promise<void> {
  await db
    .insertInto("members")
    .values({ cohort, id, person, role, name, agreed_at: agreedAt })
    .onConflict((conflict) =>
      conflict.columns(["cohort", "person"]).doUpdateSet({ role, name, agreed_at: agreedAt }),
    )
    .execute();
}

export async function nameMember(
  db: Transaction<Schema>,
  cohort: string,
  person: string,
  name: string,
): Promise<void> {
  await db
    .updateTable("members")
    .set({ name })
    .where("cohort", "=", cohort)
    .where("person", "=", person)
    .execute();
}

/** False where they were not in it. What was kept of their progress goes where no other cohort needs it. */
export async function removeMember(
  db: Transaction<Schema>,
  cohort: string,
  person: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("members")
    .where("cohort", "=", cohort)
    .where("person", "=", person)
    .executeTakeFirst();
  const others = await db
    .selectFrom("members")
    .select("cohort")
    .where("person", "=", person)
    .executeTakeFirst();
  if (!others) {
    await db.deleteFrom("progress").where("person", "=", person).execute();
    await db.deleteFrom("progress_days").where("person", "=", person).execute();
  }
  return numDeletedRows === 1n;
}

/** How the channel of a cohort knows its members. */
export async function findUsers(
  db: Kysely<Schema>,
  { id, channel, tenant }: { readonly id: string; readonly channel: string; readonly tenant: string },
): Promise<{ readonly user: string; readonly name: string; readonly role: Role }[]> {
  return db
    .selectFrom("members")
    .innerJoin("identities", "identities.person", "members.person")
    .select(["identities.user as user", "members.name as name", "members.role as role"])
    .where("members.cohort", "=", id)
    .where("identities.channel", "=", channel)
    .where("identities.tenant", "=", tenant)
    .execute();
}
