/** The rules and words that were published for all programs on this database; the newest are in use. */
import type { Kysely } from "kysely";
import type { ContentsTable } from "./contents-schema.ts";
import type { Schema } from "./schema.ts";
import { committed } from "./shared-commit.ts";

export type Published = Pick<ContentsTable, "number" | "fingerprint">;

/** So many are kept whole; of older ones, only that there were. */
const KEPT = 10;

/** null where nothing was published yet. */
export async function findPublished(db: Kysely<Schema>): Promise<Published | null> {
  const row = await db
    .selectFrom("contents")
    .select(["number", "fingerprint"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The files of what was published under this number, as JSON. */
export async function getFiles(db: Kysely<Schema>, { number }: Pick<Published, "number">): Promise<string> {
  const { files } = await db
    .selectFrom("contents")
    .select("files")
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  return files;
}

export async function wasPublished(db: Kysely<Schema>, fingerprint: string): Promise<boolean> {
  const row = await db
    .selectFrom("contents")
    .select("number")
    .where("fingerprint", "=", fingerprint)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Gives what is in use afterwards: this, or what another program published in the same moment. `before` is what was in use
 * when it was worked out. `at`: ISO time.
 */
export async function publish(
  db: Kysely<Schema>,
  { fingerprint, files, at, before }: PublishedNow,
): Promise<Published> {
  const number = (before?.number ?? 0) + 1;
  return committed(db, async (transaction) => {
    await transaction
      .insertInto("contents")
      .values({ number, fingerprint, files, published_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await transaction
      .updateTable("contents")
      .set({ files: "{}" })
      .where("number", "<=", number - KEPT)
      .execute();
    return transaction
      .selectFrom("contents")
      .select(["number", "fingerprint"])
      .where("number", "=", number)
      .executeTakeFirstOrThrow();
  });
}

interface PublishedNow {
  readonly fingerprint: string;
  readonly files: string;
  readonly at: string;
  readonly before: Published | null;
}

/** A program of an earlier version, which ran beside a newer one for a while, left records without it; they name it themselves. */
export async function nameEditions(db: Kysely<Schema>): Promise<void> {
  const rows = await db
    .selectFrom("records")
    .select(["person", "record"])
    .where("edition", "=", "")
    .where("version", ">", 0)
    .execute();
  for (const { person, record } of rows) {
    const { edition } = (JSON.parse(record) ?? {}) as { edition?: string };
    if (edition) await db.updateTable("records").set({ edition }).where("person", "=", person).execute();
  }
}

/** The editions under which people began, and how many did. */
export async function countByEdition(db: Kysely<Schema>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("records")
    .select(({ fn }) => ["edition", fn.countAll().as("people")])
    .where("version", ">", 0)
    .groupBy("edition")
    .execute();
  return new Map(rows.map(({ edition, people }) => [edition, Number(people)]));
}
