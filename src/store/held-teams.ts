/** What is held of a person's teams: their place in them, what was said of their evidence there, and how far they are. */
import type { Kysely } from "kysely";
import type { Speaker } from "../chat/turn.ts";
import type { Held } from "../record/held.ts";
import { openIn } from "./progress.ts";
import type { Schema } from "./schema.ts";

type Marks = Pick<Held, "confirmations" | "decisions" | "given">;
type Progress = Pick<Held, "progress" | "progressDays">;

/** `speakers`: as whom they may be invited. */
export async function findHeldTeams(
  db: Kysely<Schema>,
  person: string,
  speakers: readonly Speaker[],
): Promise<Pick<Held, "teams" | "invitations"> & Marks & Progress> {
  const teams = await db
    .selectFrom("members")
    .innerJoin("cohorts", "cohorts.id", "members.cohort")
    .select(["cohorts.name as team", "members.role as role", "members.name as name", "agreed_at as agreedAt"])
    .where("person", "=", person)
    .orderBy("agreed_at")
    .orderBy("members.id")
    .execute();
  const invitations = await db
    .selectFrom("invitations")
    .innerJoin("cohorts", "cohorts.id", "invitations.cohort")
    .select([
      "cohorts.name as team",
      "invitations.role as role",
      "invitations.name as name",
      "invitations.invited_at as invitedAt",
      "invitations.told_at as toldAt",
    ])
    .where(({ or, and }) =>
      or(
        speakers.map(({ channel, tenant, user }) =>
          and({
            "invitations.channel": channel,
            "invitations.tenant": tenant,
            "invitations.user": user,
          }),
        ),
      ),
    )
    .orderBy("invited_at")
    .orderBy("invitations.cohort")
    .execute();
  return { teams, invitations, ...(await marksOf(db, person)), ...(await progressOf(db, person)) };
}

const MARKED = ["cohorts.name as team", "by_name as byName", "at", "withdrawn_at as withdrawnAt"] as const;

async function marksOf(db: Kysely<Schema>, person: string): Promise<Marks> {
  const marked = (table: "confirmations" | "decisions") =>
    db
      .selectFrom(table as "confirmations")
      .innerJoin("cohorts", "cohorts.id", "cohort")
      .select(MARKED)
      .orderBy("at")
      .orderBy("cohort");
  const confirmations = await marked("confirmations")
    .select(["evidence", "what"])
    .where("person", "=", person)
    .execute();
  const decisions = await db
    .selectFrom("decisions")
    .innerJoin("cohorts", "cohorts.id", "cohort")
    .select([...MARKED, "topic", "reason"])
    .where("person", "=", person)
    .orderBy("at")
    .orderBy("topic")
    .execute();
  const confirmed = await marked("confirmations").where("by_person", "=", person).execute();
  const decided = await marked("decisions").where("by_person", "=", person).execute();
  const given = [
    ...confirmed.map((row) => ({ kind: "confirmation" as const, ...row })),
    ...decided.map((row) => ({ kind: "decision" as const, ...row })),
  ];
  return { confirmations, decisions, given };
}

async function progressOf(db: Kysely<Schema>, person: string): Promise<Progress> {
  const row = await db.selectFrom("progress").selectAll().where("person", "=", person).executeTakeFirst();
  const days = await db
    .selectFrom("progress_days")
    .selectAll()
    .where("person", "=", person)
    .orderBy("day")
    .execute();
  return {
    progress: row ? { ...howFar(row), changedAt: row.changed_at } : null,
    progressDays: days.map((each) => ({ ...howFar(each), day: each.day })),
  };
}

function howFar(row: Pick<Schema["progress"], "qualification" | "can_start" | "done" | "needed" | "open">) {
  const { qualification, can_start: canStart, done, needed: of, open } = row;
  return { qualification, canStart, done, of, open: openIn(open) };
}
