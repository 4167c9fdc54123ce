/** A cohort's learners as a manager looks at them: how many stand how, and a page of them by name. */
import type { ExpressionBuilder, Kysely } from "kysely";
import type { Group } from "../cohort/overview.ts";
import type { Progress, Stage } from "../cohort/progress.ts";
import { openIn, progressFrom } from "./progress.ts";
import type { Schema } from "./schema.ts";

export interface Filter {
  /** Of the membership. */
  readonly id?: string;
  readonly stage?: Stage;
  /** The id of what is recommended. */
  readonly qualification?: string;
  /** The ids of requirements of which one at least is open. */
  readonly requirements?: readonly string[];
  /** ISO time: who has told nothing since, and is not ready. */
  readonly stalledSince?: string;
}

/** A learner of a cohort. `id` is of the membership. */
export interface Learner {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  /** ISO times. */
  readonly agreedAt: string;
  readonly changedAt: string;
  /** The edition under which they began. */
  readonly edition: string;
  readonly progress: Progress;
}

/** How many people stand the same, for each way to stand. */
export async function findGroups(db: Kysely<Schema>, cohort: string): Promise<Group[]> {
  const rows = await learnersIn(db, cohort)
    .select(({ fn }) => ["progress.qualification", "progress.open", fn.countAll().as("people")])
    .groupBy(["progress.qualification", "progress.open"])
    .execute();
  return rows.map(({ qualification, open, people }) => ({
    qualification,
    open: openIn(open),
    people: Number(people),
  }));
}

/** How they stood at the end of a day (ISO date): of who had joined by then, the newest that was kept until then. */
export async function findGroupsOn(db: Kysely<Schema>, cohort: string, day: string): Promise<Group[]> {
  const rows = await db
    .selectFrom("members")
    .innerJoin("progress_days", "progress_days.person", "members.person")
    .select(({ fn }) => ["progress_days.qualification", "progress_days.open", fn.countAll().as("people")])
    .where("members.cohort", "=", cohort)
    .where("members.role", "=", "learner")
    .where("members.agreed_at", "<", `${day}T24`)
    .where("progress_days.day", "=", ({ selectFrom }) =>
      selectFrom("progress_days as earlier")
        .select(({ fn }) => fn.max("earlier.day").as("day"))
        .whereRef("earlier.person", "=", "members.person")
        .where("earlier.day", "<=", day),
    )
    .groupBy(["progress_days.qualification", "progress_days.open"])
    .execute();
  return rows.map(({ qualification, open, people }) => ({
    qualification,
    open: openIn(open),
    people: Number(people),
  }));
}

export async function countLearners(
  db: Kysely<Schema>,
  cohort: string,
  filter: Filter = {},
): Promise<number> {
  const { count } = await learnersIn(db, cohort)
    .where(fitting(filter))
    .select(({ fn }) => fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** By name. */
export async function findLearners(
  db: Kysely<Schema>,
  cohort: string,
  filter: Filter,
  page: { readonly from: number; readonly limit: number },
): Promise<Learner[]> {
  const rows = await learnersIn(db, cohort)
    .innerJoin("records", "records.person", "members.person")
    .where(fitting(filter))
    .select([
      "members.id as id",
      "members.person as person",
      "members.name as name",
      "members.agreed_at as agreedAt",
      "progress.changed_at as changedAt",
      "records.edition as edition",
      "progress.qualification as qualification",
      "progress.can_start as can_start",
      "progress.done as done",
      "progress.needed as needed",
      "progress.open as open",
    ])
    .orderBy("members.name")
    .orderBy("members.id")
    .limit(page.limit)
    .offset(page.from)
    .execute();
  return rows.map(({ id, person, name, agreedAt, changedAt, edition, ...row }) => ({
    id,
    person,
    name,
    agreedAt,
    changedAt,
    edition,
    progress: progressFrom(row),
  }));
}

function learnersIn(db: Kysely<Schema>, cohort: string) {
  return db
    .selectFrom("members")
    .innerJoin("progress", "progress.person", "members.person")
    .where("members.cohort", "=", cohort)
    .where("members.role", "=", "learner");
}

/** One learner by the id of their membership. */
export async function findLearner(db: Kysely<Schema>, cohort: string, id: string): Promise<Learner | null> {
  const [learner] = await findLearners(db, cohort, { id }, { from: 0, limit: 1 });
  return learner ?? null;
}

type Looking = ExpressionBuilder<Schema, "members" | "progress">;

function fitting({ id, stage, qualification, requirements, stalledSince }: Filter) {
  return ({ eb, and, or, not }: Looking) => {
    const isRecommended = eb("progress.qualification", "is not", null);
    const isReady = and([isRecommended, eb("progress.open", "=", ",")]);
    const stages = {
      ready: isReady,
      "under-way": and([isRecommended, eb("progress.open", "<>", ",")]),
      without: eb("progress.qualification", "is", null),
    };
    return and([
      ...(id === undefined ? [] : [eb("members.id", "=", id)]),
      ...(stage === undefined ? [] : [stages[stage]]),
      ...(qualification === undefined ? [] : [eb("progress.qualification", "=", qualification)]),
      ...(requirements === undefined
        ? []
        : [or(requirements.map((id) => eb("progress.open", "like", `%,${id},%`)))]),
      ...(stalledSince === undefined ? [] : [eb("progress.changed_at", "<", stalledSince), not(isReady)]),
    ]);
  };
}
