/** Who may do what with a team: every cell of the table is tried, with every way to name the team and its people. */
import type { Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import type { Speaker } from "../../../src/chat/turn.ts";
import type { VerbName } from "../../../src/cohort/words/typed.ts";
import type { Schema } from "../../../src/store/schema.ts";
import { DATABASES, openNew } from "../../databases.ts";
import { type College, collegeIn, inSlack, joinAs, joinIn, library, teamOf } from "./college.ts";

const TEAM = "Harbour Team";
const PERSON = "Amy Harbour";
const BOSS = inSlack("boss");

/** Everything that can be said about a team; `who` may and what a line would show or change. */
const LINES: Readonly<Record<VerbName, { readonly rest: string; readonly may: readonly Role[] } | null>> = {
  summary: { rest: "", may: ["manager", "assessor"] },
  list: { rest: "", may: ["manager", "assessor"] },
  show: { rest: PERSON, may: ["manager", "assessor"] },
  gaps: { rest: "", may: ["manager", "assessor"] },
  ready: { rest: "", may: ["manager", "assessor"] },
  stalled: { rest: "3", may: ["manager", "assessor"] },
  compare: { rest: "22 November 2026", may: ["manager", "assessor"] },
  export: { rest: "", may: ["manager"] },
  archive: { rest: "yes", may: ["manager"] },
  code: { rest: "", may: ["manager"] },
  add: { rest: "as Somebody", may: ["manager"] },
  waiting: { rest: "", may: ["manager"] },
  remove: { rest: `${PERSON} yes`, may: ["manager"] },
  manager: { rest: "as Somebody", may: ["manager"] },
  assessor: { rest: "as Somebody", may: ["manager"] },
  remind: { rest: PERSON, may: ["manager"] },
  digest: { rest: "", may: ["manager", "assessor"] },
  confirm: { rest: `${PERSON} all`, may: ["manager", "assessor"] },
  withdraw: { rest: PERSON, may: ["manager", "assessor"] },
  decide: { rest: `${PERSON} A59 because I say so`, may: ["manager"] },
  whatIf: { rest: "everybody had a mentor", may: ["manager", "assessor"] },
  callMe: { rest: "The Great", may: ["manager", "assessor"] },
  // Last, since who has a team of their own renames that.
  rename: { rest: "Taken Over", may: ["manager"] },
  // About no single team, or tried in tests of their own.
  teams: null,
  create: null,
  reopen: null,
  help: null,
};

type Role = "manager" | "assessor";

/** Who asks. Those with no role in the team stand for everybody whom it is none of their business. */
const PEOPLE: readonly { readonly who: string; readonly from: Speaker; readonly role?: Role }[] = [
  { who: "the manager", from: BOSS, role: "manager" },
  { who: "another manager, whom the first named", from: inSlack("second"), role: "manager" },
  { who: "an assessor", from: inSlack("assessor"), role: "assessor" },
  { who: "somebody in the team", from: inSlack("amy") },
  { who: "somebody who was asked to manage it and has not agreed", from: inSlack("asked") },
  { who: "somebody who managed it and left", from: inSlack("former") },
  { who: "a stranger in the same workspace", from: inSlack("stranger") },
  { who: "somebody named by the configuration with no team", from: inSlack("boss2") },
  { who: "the manager of another team there", from: inSlack("boss3") },
  { who: "a manager of the same name in another workspace", from: inSlack("boss", "T2") },
  { who: "a manager in Teams", from: { channel: "teams", tenant: "T1", user: "boss" } },
  { who: "a manager on a page", from: { channel: "web", tenant: "T1", user: "boss" } },
];

async function openCollege(db: Kysely<Schema>): Promise<College> {
  const college = collegeIn(db);
  const code = await teamOf(college, BOSS, TEAM);
  await joinAs(college, inSlack("amy"), code, { name: PERSON });
  await joinIn(college, BOSS, inSlack("second"), "manager", "Sam Second");
  await joinIn(college, BOSS, inSlack("assessor"), "assessor", "Jo Assessor");
  await joinIn(college, BOSS, inSlack("former"), "manager", "Fay Former");
  await college.say(inSlack("former"), "leave");
  await college.say(BOSS, "team manager as Asked", { users: ["asked"], group: null });
  for (const boss of [
    inSlack("boss3"),
    inSlack("boss", "T2"),
    { channel: "web", tenant: "T1", user: "boss" },
  ]) {
    const own = await teamOf(college, boss, "Own Team");
    await joinAs(college, { ...boss, user: `${boss.user} own` }, own, { place: 1, name: "Ben Own" });
  }
  return college;
}

/** What nobody may learn or change who is not in the team. */
async function secretsOf(db: Kysely<Schema>) {
  const cohort = await db
    .selectFrom("cohorts")
    .selectAll()
    .where("name", "=", TEAM)
    .executeTakeFirstOrThrow();
  const members = await db.selectFrom("members").selectAll().where("cohort", "=", cohort.id).execute();
  const amy = members.find(({ name }) => name === PERSON);
  return {
    cohort,
    amy: amy?.id ?? "",
    hidden: [TEAM, PERSON, cohort.code ?? "", ...members.map(({ id }) => id)],
  };
}

/** All that is kept of that team. */
async function stateOf(db: Kysely<Schema>, { id }: { readonly id: string }) {
  const cohort = await db.selectFrom("cohorts").selectAll().where("id", "=", id).execute();
  const members = await db.selectFrom("members").selectAll().where("cohort", "=", id).orderBy("id").execute();
  const invitations = await db
    .selectFrom("invitations")
    .select(["user", "role", "name", "invited_at"])
    .where("cohort", "=", id)
    .orderBy("user")
    .execute();
  const confirmations = await db.selectFrom("confirmations").selectAll().where("cohort", "=", id).execute();
  const decisions = await db.selectFrom("decisions").selectAll().where("cohort", "=", id).execute();
  const reminders = await db.selectFrom("reminders").selectAll().where("cohort", "=", id).execute();
  const acts = await db.selectFrom("audit").select("act").where("subject", "=", id).execute();
  return { cohort, members, invitations, confirmations, decisions, reminders, acts: acts.length };
}

const { verbs, manages } = library.cohort;
const CASES = Object.entries(LINES).flatMap(([verb, line]) =>
  line ? [{ verb: verbs[verb as VerbName][0] ?? "", ...line }] : [],
);

describe.each(DATABASES)("rights over %s", (kind) => {
  describe.each(PEOPLE)("$who", ({ from, role }) => {
    const allowed = CASES.filter(({ may }) => role && may.includes(role));
    const forbidden = CASES.filter((each) => !allowed.includes(each));

    test(`may do ${allowed.length} things`, async () => {
      for (const { verb, rest } of allowed) {
        const { db } = await openNew(kind);
        const college = await openCollege(db);
        const { cohort } = await secretsOf(db);
        const named = { users: ["new"], group: null };
        const words = await college.say(
          from,
          `team ${verb} ${rest} in #${cohort.id}`,
          rest.startsWith("as ") ? named : undefined,
        );
        for (const refusal of [manages.notManager, manages.mayNot, manages.noSuchTeam])
          expect(words).not.toContain(refusal);
        if (kind === "SQLite") continue;
        // One is enough to see that the other database says the same.
        break;
      }
    });

    test(`may not do ${forbidden.length} things, however the team is named, and learns nothing of it`, async () => {
      const { db } = await openNew(kind);
      const college = await openCollege(db);
      await college.say(from, "hello");
      const { cohort, amy, hidden } = await secretsOf(db);
      const before = await stateOf(db, cohort);
      for (const { verb, rest } of forbidden)
        for (const where of ["", ` in #${cohort.id}`, ` in ${TEAM}`])
          for (const person of rest.includes(PERSON)
            ? [PERSON, `#${amy}`, `#${amy.slice(0, 8)}`]
            : [PERSON]) {
            const line = `team ${verb} ${rest.replace(PERSON, person)}${where}`;
            const words = await college.say(from, line, { users: ["new"], group: null });
            for (const secret of hidden)
              if (!line.includes(secret) && !role) expect(words, line).not.toContain(secret);
          }
      expect(await stateOf(db, cohort)).toEqual(before);
    });
  });

  test("who was a manager a moment ago may not press what they were shown then", async () => {
    const { db } = await openNew(kind);
    const college = await openCollege(db);
    const second = inSlack("second");
    const { cohort } = await secretsOf(db);
    const offers = await college.offers(second, "team list");
    await college.say(second, "leave");
    const before = await stateOf(db, cohort);
    for (const line of offers.values()) {
      const { reply } = await college.bot.receive({
        id: `press ${line}`,
        from: second,
        conversation: "second",
        said: { choose: [line], question: "say" },
      });
      expect(JSON.stringify(reply)).not.toContain(PERSON);
    }
    expect(await stateOf(db, cohort)).toEqual(before);
  });
});
