/** What each person said, in order. Nothing is changed or removed, but by `forget`. */
import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

export interface KeptTurn {
  readonly person: string;
  readonly turn: string;
  /** Each as JSON. */
  readonly events: readonly string[];
  /** How many events the person had when the turn was worked out: two turns at once cannot both build on the same. */
  readonly after: number;
  /** ISO time */
  readonly at: string;
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

/** Keeps a turn whole or not at all. False where another turn of the same person was kept in between: look again. */
export async function keepTurn(
  db: Kysely<Schema>,
  { person, turn, events, after, at }: KeptTurn,
): Promise<boolean> {
  if (events.length === 0) return true;
  try {
    await db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto("people")
        .values({ id: person, created_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const rows = events.map((event, place) => ({
        person,
        turn,
        event,
        sequence: after + place + 1,
        said_at: at,
      }));
      await transaction.insertInto("events").values(rows).execute();
    });
    return true;
  } catch (error) {
    if (error instanceof Error && /UNIQUE constraint failed: events/.test(error.message)) return false;
    throw error;
  }
}

/** Deletes all that is kept about a person. */
export async function forget(db: Kysely<Schema>, person: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("events").where("person", "=", person).execute();
    await transaction.deleteFrom("people").where("id", "=", person).execute();
  });
}
