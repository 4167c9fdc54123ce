/** `signpost migrate`: brings the database up to date and says what was done. */
import { readConfig } from "../config.ts";
import { openMigrated, shownAddress } from "../store/database.ts";

/** Throws a ConfigError or a StoreError. */
export async function migrateNow(environment: NodeJS.ProcessEnv): Promise<string> {
  const { database } = readConfig(environment);
  const { db, applied } = await openMigrated(database);
  await db.destroy();
  const done = applied.length === 0 ? "nothing was to be done" : `applied ${applied.join(", ")}`;
  return `${shownAddress(database)}: ${done}. The database is up to date.\n`;
}
