/** Finds people of a cohort by what others call them, or by how their channel knows them. */
import type { Kysely } from "kysely";
import type { Role } from "../cohort/rights.ts";
import type { Schema } from "./schema.ts";

/** Somebody in a cohort; `id` is of the membership. */
export interface Found {
  readonly id: string;
  readonly person: string;
  readonly name: string;
}

/** People by a part of their name, or by the id of their membership; whoever is called just that comes alone. */
export async function findByName(
  db: Kysely<Schema>,
  cohort: string,
  typed: string,
  { roles, limit }: { readonly roles: readonly Role[]; readonly limit: number },
): Promise<Found[]> {
  const name = typed.toLowerCase();
  const rows = await db
    .selectFrom("members")
    .select(["id", "person", "name"])
    .where("cohort", "=", cohort)
    .where("role", "in", roles)
    .where(({ or, eb, fn }) =>
      or([
        eb("id", "=", typed.replace(/^#/, "")),
        eb(fn<string>("lower", ["name"]), "like", `%${name.replace(/[\\%_]/g, "")}%`),
      ]),
    )
    .orderBy("name")
    .orderBy("id")
    .limit(limit)
    .execute();
  const same = rows.filter((each) => each.name.toLowerCase() === name);
  return same.length > 0 ? same : rows;
}

/** The people in a cohort whom the channel knows as these users. */
export async function findByUser(
  db: Kysely<Schema>,
  { id, channel, tenant }: { readonly id: string; readonly channel: string; readonly tenant: string },
  users: readonly string[],
  roles: readonly Role[],
): Promise<Found[]> {
  if (users.length === 0) return [];
  return db
    .selectFrom("members")
    .innerJoin("identities", "identities.person", "members.person")
    .select(["members.id as id", "members.person as person", "members.name as name"])
    .where("members.cohort", "=", id)
    .where("members.role", "in", roles)
    .where("identities.channel", "=", channel)
    .where("identities.tenant", "=", tenant)
    .where("identities.user", "in", users)
    .orderBy("members.name")
    .execute();
}
