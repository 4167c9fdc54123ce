/** People as they are kept: who an identity is, what they said, and their record. */
import type { Kysely } from "kysely";
import type { Speaker } from "../chat/turn.ts";
import type { Schema } from "./schema.ts";

/** Somebody who has spoken before. `version` counts their events. */
export interface Person {
  readonly id: string;
  readonly version: number;
}

export async function findPerson(
  db: Kysely<Schema>,
  { channel, tenant, user }: Speaker,
): Promise<Person | null> {
  const row = await db
    .selectFrom("identities")
    .innerJoin("records", "records.person", "identities.person")
    .select(["records.person as id", "records.version as version"])
    .where("channel", "=", channel)
    .where("tenant", "=", tenant)
    .where("user", "=", user)
    .executeTakeFirst();
  return row ?? null;
}

/** A person's events as JSON texts, oldest first. */
export async function findEvents(db: Kysely<Schema>, person: string): Promise<string[]> {
  const rows = await db
    .selectFrom("events")
    .select("event")
    .where("person", "=", person)
    .orderBy("sequence")
    .execute();
  return rows.map(({ event }) => event);
}
