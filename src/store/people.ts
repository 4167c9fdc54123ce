/** People as they are kept: who an identity is, what they said, and their record. */
import type { Kysely, Transaction } from "kysely";
import type { Speaker } from "../chat/turn.ts";
import { prepared } from "./prepared.ts";
import type { Schema } from "./schema.ts";

/** Somebody who has spoken before. `version` counts their events. */
export interface Person {
  readonly id: string;
  readonly version: number;
  /** Under which they began to tell something, and stay; not there for whom none has been kept. */
  readonly edition?: string;
  /** Somebody may see how far they are, so that is kept, too. */
  readonly isMember?: true;
  /** Something that they told was confirmed, or decided about them. */
  readonly isMarked?: true;
  /** Somebody asks them to join a cohort, and they were not told yet. */
  readonly isInvited?: true;
}

const selectPerson = prepared((db, { channel, tenant, user }: Speaker) =>
  db
    .selectFrom("identities")
    .innerJoin("records", "records.person", "identities.person")
    .select(({ or, exists, selectFrom }) => [
      "records.person as id",
      "records.version as version",
      "records.edition as edition",
      exists(
        selectFrom("members")
          .select("members.id")
          .whereRef("members.person", "=", "records.person")
          .where("members.role", "=", "learner"),
      ).as("isMember"),
      exists(
        selectFrom("invitations")
          .select("invitations.cohort")
          .where("invitations.channel", "=", channel)
          .where("invitations.tenant", "=", tenant)
          .where("invitations.user", "=", user)
          .where("invitations.told_at", "is", null),
      ).as("isInvited"),
      or(
        (["confirmations", "decisions"] as const).map((table) =>
          exists(
            selectFrom(table as "confirmations")
              .select("id")
              .whereRef("person", "=", "records.person")
              .where("withdrawn_at", "is", null),
          ),
        ),
      ).as("isMarked"),
    ])
    .where("channel", "=", channel)
    .where("tenant", "=", tenant)
    .where("user", "=", user),
);

export async function findPerson(db: Kysely<Schema>, speaker: Speaker): Promise<Person | null> {
  const { rows } = await selectPerson(db, speaker);
  const [row] = rows;
  if (!row) return null;
  const { id, version, edition, isMember, isMarked, isInvited } = row;
  return {
    id,
    version,
    edition,
    ...(isMember ? { isMember: true } : {}),
    ...(isMarked ? { isMarked: true } : {}),
    ...(isInvited ? { isInvited: true } : {}),
  };
}

/** Somebody by their own id; null where they are not there any more. */
export async function findPersonById(db: Kysely<Schema>, id: string): Promise<Person | null> {
  const row = await db
    .selectFrom("records")
    .select(["person as id", "version", "edition"])
    .where("person", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** Who speaks is this person from now on. False where they are somebody already. `at`: ISO time. */
export async function addIdentity(
  db: Transaction<Schema>,
  { channel, tenant, user }: Speaker,
  { id: person }: Pick<Person, "id">,
  at: string,
): Promise<boolean> {
  await db
    .insertInto("tenants")
    .values({ channel, id: tenant, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("identities")
    .values({ channel, tenant, user, person })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows !== 0n;
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
