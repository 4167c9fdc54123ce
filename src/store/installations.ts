/** Where the app is installed, what is secret about it sealed; a token is refreshed by one program at a time. */
import type { Kysely } from "kysely";
import { remember } from "./audit.ts";
import type { Schema } from "./schema.ts";

/** Whose it is. */
export interface Place {
  readonly channel: string;
  readonly tenant: string;
}

/** An installation as it is kept. */
export interface Sealed {
  readonly tenant: string;
  readonly sealed: string;
  /** ISO time at which its token runs out; null where it never does. */
  readonly expiresAt: string | null;
}

/** What is to be kept, with the ISO time of it. */
export type NewSealed = Place & Sealed & { readonly at: string };

const COLUMNS = ["tenant", "sealed", "expires_at as expiresAt"] as const;

/** null where the app is not installed. */
export async function findInstallation(
  db: Kysely<Schema>,
  channel: string,
  tenant: string,
): Promise<Sealed | null> {
  const row = await db
    .selectFrom("installations")
    .select(COLUMNS)
    .where("channel", "=", channel)
    .where("tenant", "=", tenant)
    .executeTakeFirst();
  return row ?? null;
}

/** All of a channel. */
export function findInstallations(db: Kysely<Schema>, channel: string): Promise<Sealed[]> {
  return db
    .selectFrom("installations")
    .select(COLUMNS)
    .where("channel", "=", channel)
    .orderBy("tenant")
    .execute();
}

/** Where the app was installed before, this takes its place, and whoever refreshes the old token comes too late. */
export async function keepInstallation(db: Kysely<Schema>, installation: NewSealed): Promise<void> {
  const { channel, tenant, sealed, expiresAt: expires_at, at: updated_at } = installation;
  const changing = { sealed, expires_at, updated_at, refresh_until: null, refreshed_by: null };
  await db
    .insertInto("installations")
    .values({ channel, tenant, ...changing })
    .onConflict((conflict) => conflict.columns(["channel", "tenant"]).doUpdateSet(changing))
    .execute();
}

/** The same content sealed anew, unless it was changed since it was read: `before` is what was read. */
export async function resealInstallation(
  db: Kysely<Schema>,
  { channel, tenant }: Place,
  { before, sealed }: { readonly before: string; readonly sealed: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("installations")
    .set({ sealed })
    .where("channel", "=", channel)
    .where("tenant", "=", tenant)
    .where("sealed", "=", before)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Removed, and that it was is remembered; false where nothing was there. With `by`: only while that one holds the lease;
 * with `until`: only what was not kept later; so that what was installed anew since stays. ISO times.
 */
export function removeInstallation(
  db: Kysely<Schema>,
  channel: string,
  tenant: string,
  { at, by, until }: { readonly at: string; readonly by?: string; readonly until?: string },
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    let removal = transaction
      .deleteFrom("installations")
      .where("channel", "=", channel)
      .where("tenant", "=", tenant);
    if (by !== undefined) removal = removal.where("refreshed_by", "=", by);
    if (until !== undefined) removal = removal.where("updated_at", "<=", until);
    const { numDeletedRows } = await removal.executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await remember(transaction, { at, actor: "system", act: "uninstall", subject: `${channel}:${tenant}` });
    return true;
  });
}

/**
 * True where the token is now `by`'s to refresh. ISO times; a lease that has run out may be taken by another. A lease
 * and no locked row, since fetching a token in a transaction would make every turn on SQLite wait.
 */
export async function leaseRefresh(
  db: Kysely<Schema>,
  { channel, tenant }: Place,
  { by, now, until }: { readonly by: string; readonly now: string; readonly until: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("installations")
    .set({ refreshed_by: by, refresh_until: until })
    .where("channel", "=", channel)
    .where("tenant", "=", tenant)
    .where(({ or, eb }) => or([eb("refresh_until", "is", null), eb("refresh_until", "<", now)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Keeps what was refreshed and ends the lease. False where another took the lease over, or the app was installed anew or
 * removed. A lease that merely ran out still holds: the old token is spent, and what came for it must not be lost.
 */
export async function keepRefreshed(
  db: Kysely<Schema>,
  { channel, tenant, sealed, expiresAt, at, by }: NewSealed & { readonly by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("installations")
    .set({ sealed, expires_at: expiresAt, updated_at: at, refresh_until: null, refreshed_by: null })
    .where("channel", "=", channel)
    .where("tenant", "=", tenant)
    .where("refreshed_by", "=", by)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
