/** Who was asked to join a cohort and has not agreed yet. */
import type { Kysely, Transaction } from "kysely";
import type { Speaker } from "../chat/turn.ts";
import type { Role } from "../cohort/rights.ts";
import type { Schema } from "./schema.ts";

export interface Invitation {
  readonly cohort: string;
  readonly to: Speaker;
  readonly role: Role;
  readonly name: string;
}

/** Who is invited again is invited as was said last. */
export async function invite(
  db: Transaction<Schema>,
  { cohort, to: { channel, tenant, user }, role, name }: Invitation,
  at: string,
  toldAt: string | null = null,
): Promise<void> {
  await db
    .insertInto("invitations")
    .values({ cohort, channel, tenant, user, role, name, invited_at: at, told_at: toldAt })
    .onConflict((conflict) =>
      conflict
        .columns(["cohort", "channel", "tenant", "user"])
        .doUpdateSet({ role, name, invited_at: at, told_at: toldAt }),
    )
    .execute();
}

export interface Invited extends Invitation {
  readonly cohortName: string;
  readonly isTold: boolean;
}

/** They were told of everything that they are invited to. */
export async function markTold(
  db: Transaction<Schema>,
  { channel, tenant, user }: Speaker,
  at: string,
): Promise<void> {
  await db
    .updateTable("invitations")
    .set({ told_at: at })
    .where("channel", "=", channel)
    .where("tenant", "=", tenant)
    .where("user", "=", user)
    .where("told_at", "is", null)
    .execute();
}

/** Who was asked and not told yet, the longest waiting first; archived cohorts do not ask. */
export async function findUntold(db: Kysely<Schema>, limit: number): Promise<Invited[]> {
  const rows = await db
    .selectFrom("invitations")
    .innerJoin("cohorts", "cohorts.id", "invitations.cohort")
    .select([
      "invitations.cohort as cohort",
      "invitations.channel as channel",
      "invitations.tenant as tenant",
      "invitations.user as user",
      "invitations.role as role",
      "invitations.name as name",
      "cohorts.name as cohortName",
    ])
    .where("invitations.told_at", "is", null)
    .where("cohorts.archived_at", "is", null)
    .orderBy("invitations.invited_at")
    .orderBy("invitations.user")
    .limit(limit)
    .execute();
  return rows.map(({ channel, tenant, user, ...row }) => ({
    ...row,
    to: { channel, tenant, user },
    isTold: false,
  }));
}

/** False where somebody told them before, or where they are not asked any more. */
export async function claimTelling(
  db: Transaction<Schema>,
  { cohort, to: { channel, tenant, user } }: Pick<Invitation, "cohort" | "to">,
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("invitations")
    .set({ told_at: at })
    .where("cohort", "=", cohort)
    .where("channel", "=", channel)
    .where("tenant", "=", tenant)
    .where("user", "=", user)
    .where("told_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What waits for a person's answer, through any of their identities. Archived cohorts do not ask. */
export async function findInvitations(
  db: Kysely<Schema>,
  speaker: Speaker,
  person: string,
): Promise<Invited[]> {
  const rows = await db
    .selectFrom("invitations")
    .innerJoin("cohorts", "cohorts.id", "invitations.cohort")
    .select([
      "invitations.cohort as cohort",
      "invitations.channel as channel",
      "invitations.tenant as tenant",
      "invitations.user as user",
      "invitations.role as role",
      "invitations.name as name",
      "cohorts.name as cohortName",
      "invitations.told_at as toldAt",
    ])
    .where("cohorts.archived_at", "is", null)
    .where(({ or, and, eb, exists, selectFrom }) =>
      or([
        and([
          eb("invitations.channel", "=", speaker.channel),
          eb("invitations.tenant", "=", speaker.tenant),
          eb("invitations.user", "=", speaker.user),
        ]),
        exists(
          selectFrom("identities")
            .select("identities.person")
            .where("identities.person", "=", person)
            .whereRef("identities.channel", "=", "invitations.channel")
            .whereRef("identities.tenant", "=", "invitations.tenant")
            .whereRef("identities.user", "=", "invitations.user"),
        ),
      ]),
    )
    .orderBy("invitations.invited_at")
    .orderBy("invitations.cohort")
    .execute();
  return rows.map(({ cohort, channel, tenant, user, role, name, cohortName, toldAt }) => ({
    cohort,
    cohortName,
    role,
    name,
    to: { channel, tenant, user },
    isTold: toldAt !== null,
  }));
}

/** False where it is not there any more. */
export async function takeInvitation(
  db: Transaction<Schema>,
  { cohort, to: { channel, tenant, user } }: Pick<Invitation, "cohort" | "to">,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("invitations")
    .where("cohort", "=", cohort)
    .where("channel", "=", channel)
    .where("tenant", "=", tenant)
    .where("user", "=", user)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Who was asked and has not answered, by name. */
export async function findInvited(
  db: Kysely<Schema>,
  cohort: string,
): Promise<{ readonly user: string; readonly name: string; readonly role: Role }[]> {
  return db
    .selectFrom("invitations")
    .select(["user", "name", "role"])
    .where("cohort", "=", cohort)
    .orderBy("name")
    .orderBy("user")
    .execute();
}
