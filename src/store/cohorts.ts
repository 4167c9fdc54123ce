/** Cohorts: a manager's people. Each belongs to one workspace, directory or machine, and is seen by its members there alone. */
import type { Kysely, Transaction } from "kysely";
import type { Role } from "../cohort/rights.ts";
import type { Schema } from "./schema.ts";

export interface Cohort {
  readonly id: string;
  readonly channel: string;
  readonly tenant: string;
  readonly name: string;
  /** With which people ask to join; null where nobody can. */
  readonly code: string | null;
  readonly isArchived: boolean;
}

/** Somebody's place in a cohort. */
export interface Membership {
  readonly cohort: Cohort;
  /** Of the membership. */
  readonly id: string;
  readonly role: Role;
  /** What the others in the cohort call them. */
  readonly name: string;
  /** ISO time */
  readonly agreedAt: string;
}

const COLUMNS = [
  "cohorts.id as id",
  "cohorts.channel as channel",
  "cohorts.tenant as tenant",
  "cohorts.name as name",
  "cohorts.code as code",
  "cohorts.archived_at as archived_at",
] as const;

interface Row {
  readonly id: string;
  readonly channel: string;
  readonly tenant: string;
  readonly name: string;
  readonly code: string | null;
  readonly archived_at: string | null;
}

export async function makeCohort(
  db: Transaction<Schema>,
  { id, channel, tenant, name, code }: Omit<Cohort, "isArchived">,
  at: string,
): Promise<void> {
  await db
    .insertInto("tenants")
    .values({ channel, id: tenant, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto("cohorts")
    .values({ id, channel, tenant, name, code, created_at: at, archived_at: null })
    .execute();
}

/** `null` for `archivedAt` takes it out of the archive. */
export async function changeCohort(
  db: Transaction<Schema>,
  id: string,
  change: { readonly name?: string; readonly code?: string | null; readonly archivedAt?: string | null },
): Promise<void> {
  const { name, code, archivedAt } = change;
  await db
    .updateTable("cohorts")
    .set({
      ...(name === undefined ? {} : { name }),
      ...(code === undefined ? {} : { code }),
      ...(archivedAt === undefined ? {} : { archived_at: archivedAt }),
    })
    .where("id", "=", id)
    .execute();
}

/** The cohort that a code belongs to; null where there is none in this workspace or directory. */
export async function findByCode(
  db: Kysely<Schema>,
  { channel, tenant }: Pick<Cohort, "channel" | "tenant">,
  code: string,
): Promise<Cohort | null> {
  const row = await db
    .selectFrom("cohorts")
    .select(COLUMNS)
    .where("channel", "=", channel)
    .where("tenant", "=", tenant)
    .where("code", "=", code)
    .where("archived_at", "is", null)
    .executeTakeFirst();
  return row ? cohortOf(row) : null;
}

/** Every cohort with this id, or called this, wherever it is; for whoever runs the program. */
export async function findCohorts(db: Kysely<Schema>, called: string): Promise<Cohort[]> {
  const rows = await db
    .selectFrom("cohorts")
    .select(COLUMNS)
    .where("archived_at", "is", null)
    .where(({ or, eb, fn }) =>
      or([eb("id", "=", called), eb(fn<string>("lower", ["name"]), "=", called.toLowerCase())]),
    )
    .orderBy("id")
    .execute();
  return rows.map(cohortOf);
}

/**
 * The cohorts that somebody is in, by name. Only those of workspaces and directories in which they are known: who has
 * left one by `unlink` does not see its cohorts any more.
 */
export async function findMemberships(
  db: Kysely<Schema>,
  person: string,
  { isArchived = false } = {},
): Promise<Membership[]> {
  const rows = await db
    .selectFrom("members")
    .innerJoin("cohorts", "cohorts.id", "members.cohort")
    .select([
      ...COLUMNS,
      "members.id as membership",
      "members.role as role",
      "members.name as called",
      "members.agreed_at as agreed_at",
    ])
    .where("members.person", "=", person)
    .where("cohorts.archived_at", isArchived ? "is not" : "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("identities")
          .select("identities.user")
          .where("identities.person", "=", person)
          .whereRef("identities.channel", "=", "cohorts.channel")
          .whereRef("identities.tenant", "=", "cohorts.tenant"),
      ),
    )
    .orderBy("cohorts.name")
    .orderBy("cohorts.id")
    .execute();
  return rows.map(({ membership, role, called, agreed_at, ...row }) => ({
    cohort: cohortOf(row),
    id: membership,
    role,
    name: called,
    agreedAt: agreed_at,
  }));
}

function cohortOf({ archived_at, id, channel, tenant, name, code }: Row): Cohort {
  return { id, channel, tenant, name, code, isArchived: archived_at !== null };
}
