/** Whether the database can be used now. */
import type { Kysely } from "kysely";
import { findSchemaState } from "./migrate.ts";
import type { Schema } from "./schema.ts";

/** Words for what is wrong, and what to do, without anything secret in them; null where nothing is. */
export async function findTrouble(db: Kysely<Schema>): Promise<string | null> {
  try {
    const state = await findSchemaState(db);
    if (state === "older") return "the database is not up to date: run signpost migrate";
    return state === "newer" ? "the database was written by a newer Signpost: use that version" : null;
  } catch {
    return "the database does not answer";
  }
}
