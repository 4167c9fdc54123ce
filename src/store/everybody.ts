/** Everybody's record, for whoever runs the program. */
import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

export interface Kept {
  readonly person: string;
  /** As JSON. */
  readonly record: string;
  /** What the teams that they agreed to join call them, such as "Jo in Autumn". */
  readonly called: readonly string[];
}

const PAGE = 500;

/** Who has told anything, in the order of their ids. */
export async function* everybody(db: Kysely<Schema>): AsyncGenerator<Kept> {
  let last = "";
  for (;;) {
    const rows = await db
      .selectFrom("records")
      .select(["person", "record"])
      .where("version", ">", 0)
      .where("person", ">", last)
      .orderBy("person")
      .limit(PAGE)
      .execute();
    const names = await namesOf(
      db,
      rows.map(({ person }) => person),
    );
    for (const row of rows) yield { ...row, called: names.get(row.person) ?? [] };
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = end.person;
  }
}

async function namesOf(
  db: Kysely<Schema>,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom("members")
    .innerJoin("cohorts", "cohorts.id", "members.cohort")
    .select(["members.person", "members.name as name", "cohorts.name as team"])
    .where("members.person", "in", people)
    .where("members.role", "=", "learner")
    .orderBy("cohorts.name")
    .execute();
  const names = new Map<string, string[]>();
  for (const { person, name, team } of rows)
    names.set(person, [...(names.get(person) ?? []), `${name} in ${team}`]);
  return names;
}
