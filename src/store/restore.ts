/** Brings a copy back. */
import { type Kysely, sql, type Transaction } from "kysely";
import { appliedTo } from "./backup.ts";
import { headSchema, NAMES, openTally, type Row, rowSchema, type Table, tailSchema } from "./copy-format.ts";
import type { Schema } from "./schema.ts";

const INSERTED_AT_ONCE = 100;

/** Why a copy was not brought back; nothing was changed. */
export type NotRestored =
  | { readonly kind: "not-empty" }
  | { readonly kind: "other-version"; readonly made: string; readonly here: string }
  | { readonly kind: "unreadable"; readonly line: number }
  | { readonly kind: "cut-short" }
  | { readonly kind: "altered" };

class Refused extends Error {
  readonly why: NotRestored;

  constructor(why: NotRestored) {
    super(why.kind);
    this.why = why;
  }
}

/** Brings a copy back into a database that is up to date and holds nothing: whole, or not at all. */
export async function restore(
  db: Kysely<Schema>,
  lines: AsyncIterable<string>,
): Promise<{ readonly rows: number; readonly at: string } | NotRestored> {
  try {
    return await db.transaction().execute((transaction) => restoreIn(transaction, lines));
  } catch (error) {
    if (error instanceof Refused) return error.why;
    throw error;
  }
}

async function restoreIn(db: Transaction<Schema>, lines: AsyncIterable<string>) {
  if (await holdsAnything(db)) throw new Refused({ kind: "not-empty" });
  const here = await appliedTo(db);
  let at: string | null = null;
  const tally = openTally();
  let number = 0;
  let isWhole = false;
  let waiting: { readonly table: Table; readonly rows: Row[] } | null = null;
  for await (const line of lines) {
    number += 1;
    const json = parsed(line);
    if (at === null) {
      const { data: head } = headSchema.safeParse(json);
      if (!head) throw new Refused({ kind: "unreadable", line: number });
      const [made = "", newest = ""] = [head.schema.at(-1), here.at(-1)];
      if (made !== newest) throw new Refused({ kind: "other-version", made, here: newest });
      at = head.at;
      tally.add(line);
      continue;
    }
    const { data: tail } = tailSchema.safeParse(json);
    if (tail) {
      const read = tally.tail();
      isWhole = tail.rows === read.rows;
      if (isWhole && tail.sha256 !== read.sha256) throw new Refused({ kind: "altered" });
      continue;
    }
    const { data } = rowSchema.safeParse(json);
    if (!data || isWhole) throw new Refused({ kind: "unreadable", line: number });
    if (waiting && (waiting.table !== data.table || waiting.rows.length >= INSERTED_AT_ONCE)) {
      await insert(db, waiting.table, waiting.rows);
      waiting = null;
    }
    waiting ??= { table: data.table, rows: [] };
    waiting.rows.push(data.row);
    tally.add(line);
  }
  if (waiting) await insert(db, waiting.table, waiting.rows);
  if (at === null || !isWhole) throw new Refused({ kind: "cut-short" });
  return { rows: tally.tail().rows, at };
}

async function holdsAnything(db: Transaction<Schema>): Promise<boolean> {
  for (const table of NAMES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}

async function insert(db: Transaction<Schema>, table: Table, rows: readonly Row[]): Promise<void> {
  try {
    await db
      .insertInto(table as "people")
      .values(rows as never)
      .execute();
  } catch (error) {
    // Rows that point to nothing, or that are there twice, were not so when they were copied.
    if (/constraint/i.test((error as Error).message)) throw new Refused({ kind: "altered" });
    throw error;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
