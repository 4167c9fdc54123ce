/** How far each member is, kept when their record changes, so that looking at a cohort evaluates nothing. */
import type { Kysely, Transaction } from "kysely";
import type { Progress } from "../cohort/progress.ts";
import type { Schema } from "./schema.ts";

/** How far somebody is, and what it rests on. */
export interface Kept {
  readonly person: string;
  readonly progress: Progress;
  /** Of the record. */
  readonly version: number;
  /** Which rules judged it, by their fingerprint. */
  readonly rules: string;
}

/** ISO time and ISO date. `changedAt`: when the record changed; what it was before stays where nothing changed. */
export interface When {
  readonly day: string;
  readonly changedAt: string;
}

/** Keeps how far people are now, and how far they were at the end of this day. */
export async function keepProgress(db: Transaction<Schema>, kept: readonly (Kept & When)[]): Promise<void> {
  if (kept.length === 0) return;
  await db
    .insertInto("progress")
    .values(
      kept.map(({ person, progress, version, rules, changedAt }) => ({
        person,
        version,
        rules,
        changed_at: changedAt,
        ...columnsOf(progress),
      })),
    )
    .onConflict((conflict) =>
      conflict.column("person").doUpdateSet(({ ref }) => ({
        version: ref("excluded.version"),
        rules: ref("excluded.rules"),
        changed_at: ref("excluded.changed_at"),
        qualification: ref("excluded.qualification"),
        can_start: ref("excluded.can_start"),
        done: ref("excluded.done"),
        needed: ref("excluded.needed"),
        open: ref("excluded.open"),
      })),
    )
    .execute();
  await db
    .insertInto("progress_days")
    .values(kept.map(({ person, progress, day }) => ({ person, day, ...columnsOf(progress) })))
    .onConflict((conflict) =>
      conflict.columns(["person", "day"]).doUpdateSet(({ ref }) => ({
        qualification: ref("excluded.qualification"),
        can_start: ref("excluded.can_start"),
        done: ref("excluded.done"),
        needed: ref("excluded.needed"),
        open: ref("excluded.open"),
      })),
    )
    .execute();
}

/** The rules in use, by their fingerprints: those of each edition that some people stay on, and those of everybody else. */
export interface RulesInUse {
  readonly others: ReadonlyMap<string, string>;
  readonly usual: string;
}

/** The members whose progress does not rest on their record as it is, or on the rules as they are. */
export async function findStale(db: Kysely<Schema>, { others, usual }: RulesInUse): Promise<string[]> {
  const rows = await db
    .selectFrom("records")
    .leftJoin("progress", "progress.person", "records.person")
    .select("records.person as person")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("members")
          .select("members.id")
          .whereRef("members.person", "=", "records.person")
          .where("members.role", "=", "learner"),
      ),
    )
    .where(({ or, and, eb }) =>
      or([
        eb("progress.person", "is", null),
        eb("progress.version", "<>", eb.ref("records.version")),
        ...[...others].map(([edition, rules]) =>
          and([eb("records.edition", "=", edition), eb("progress.rules", "<>", rules)]),
        ),
        and([
          ...(others.size > 0 ? [eb("records.edition", "not in", [...others.keys()])] : []),
          eb("progress.rules", "<>", usual),
        ]),
      ]),
    )
    .execute();
  return rows.map(({ person }) => person);
}

/** What progress is worked out from. */
export interface Judgeable {
  readonly person: string;
  readonly version: number;
  /** As JSON. */
  readonly record: string;
  readonly edition: string;
  /** ISO time */
  readonly changedAt: string;
}

export async function findRecords(db: Kysely<Schema>, people: readonly string[]): Promise<Judgeable[]> {
  return db
    .selectFrom("records")
    .select(["person", "version", "record", "edition", "updated_at as changedAt"])
    .where("person", "in", people)
    .execute();
}

/** Who of these people is still there. */
export async function findPresent(
  db: Transaction<Schema>,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("people").select("id").where("id", "in", people).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Nothing stays of people whom nobody may see any more. */
export async function dropOrphans(db: Kysely<Schema>): Promise<void> {
  for (const table of ["progress", "progress_days"] as const)
    await db
      .deleteFrom(table)
      .where("person", "not in", ({ selectFrom }) => selectFrom("members").select("members.person"))
      .execute();
}

function columnsOf({ qualification, canStart, done, of, open }: Progress) {
  return { qualification, can_start: canStart, done, needed: of, open: openText(open) };
}

function openText(open: readonly string[]): string {
  return `,${open.map((id) => `${id},`).join("")}`;
}

/** The progress that a row holds. */
export function progressFrom(row: {
  readonly qualification: string | null;
  readonly can_start: string | null;
  readonly done: number;
  readonly needed: number;
  readonly open: string;
}): Progress {
  return {
    qualification: row.qualification,
    canStart: row.can_start as Progress["canStart"],
    done: row.done,
    of: row.needed,
    open: openIn(row.open),
  };
}

export function openIn(text: string): string[] {
  return text.split(",").filter((id) => id !== "");
}
