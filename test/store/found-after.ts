/** What the functions of the store find in a database that was brought up to date. */
import type { Kysely } from "kysely";
import { findCode, findTries } from "../../src/store/codes.ts";
import { findByCode, findMemberships } from "../../src/store/cohorts.ts";
import { findMarks } from "../../src/store/confirmations.ts";
import { findInstallation } from "../../src/store/installations.ts";
import { findInvitations } from "../../src/store/invitations.ts";
import { takeJob } from "../../src/store/jobs.ts";
import { leaseDue } from "../../src/store/leases.ts";
import { findEvents, findPerson } from "../../src/store/people.ts";
import { findAsked, findUnanswered } from "../../src/store/questions.ts";
import { findContacts, findReminder } from "../../src/store/reminders.ts";
import { findLearners } from "../../src/store/roster.ts";
import type { Schema } from "../../src/store/schema.ts";
import { findReply } from "../../src/store/transcript.ts";
import { ANN, ANN_ID, BEN, BEN_ID, EVENTS, LATER, MEL, reply, SAID } from "./spoke-before.ts";

const LEASE = { by: "test", now: LATER, until: "2026-02-20T10:00:00.000Z" };
const COHORT = {
  id: "autumn",
  channel: "console",
  tenant: "local",
  name: "Autumn",
  code: "C",
  isArchived: false,
};
const MEMBER = { id: "m1", name: "Ann", agreedAt: SAID };

/** What the store's functions find of what each version brought. `since`: from which version on. */
export const FOUND: readonly {
  readonly since: string;
  readonly name: string;
  find(db: Kysely<Schema>): Promise<unknown>;
  readonly is: unknown;
}[] = [
  { since: "0001", name: "who spoke", find: (db) => findPerson(db, ANN), is: { id: ANN_ID, version: 3 } },
  { since: "0001", name: "another", find: (db) => findPerson(db, BEN), is: { id: BEN_ID, version: 1 } },
  { since: "0001", name: "their events", find: (db) => findEvents(db, ANN_ID), is: EVENTS[ANN_ID] },
  { since: "0002", name: "an edition", find: (db) => findPerson(db, MEL), is: { edition: "lluk-2010" } },
  {
    since: "0002",
    name: "an answer given",
    find: (db) => findReply(db, "turn 2 of console:local:me"),
    is: { number: 2, reply: reply("answer 2 in console:local:me") },
  },
  {
    since: "0002",
    name: "the next reply",
    find: (db) => leaseDue(db, ["slack"], LEASE, 5),
    is: [{ number: 2, tenant: "T1", address: "U0MEL", reply: reply("answer 2 in slack:T1:U0MEL") }],
  },
  {
    since: "0002",
    name: "a job",
    find: (db) => takeJob(db, ["purge"], LATER, LEASE.until),
    is: { id: "j1" },
  },
  {
    since: "0003",
    name: "an installation",
    find: (db) => findInstallation(db, "slack", "T1"),
    is: { sealed: "v1.sealed", expiresAt: null },
  },
  { since: "0004", name: "a code", find: (db) => findCode(db, "h", SAID), is: { person: { id: ANN_ID } } },
  { since: "0004", name: "codes missed", find: (db) => findTries(db, MEL, SAID), is: { tries: 2 } },
  { since: "0005", name: "a team", find: (db) => findByCode(db, COHORT, "C"), is: COHORT },
  {
    since: "0005",
    name: "a place in it",
    find: (db) => findMemberships(db, ANN_ID),
    is: [{ ...MEMBER, cohort: COHORT, role: "learner" }],
  },
  {
    since: "0005",
    name: "its people",
    find: (db) => findLearners(db, "autumn", {}, { from: 0, limit: 5 }),
    is: [{ ...MEMBER, progress: { qualification: "certificate", done: 1, of: 9, open: ["a", "b"] } }],
  },
  {
    since: "0005",
    name: "an invitation",
    find: (db) => findInvitations(db, BEN, BEN_ID),
    is: [{ cohort: "autumn", role: "assessor", name: "Ben", isTold: true }],
  },
  {
    since: "0006",
    name: "a reminder",
    find: (db) => findReminder(db, ANN_ID, "own"),
    is: { weekly: { weekday: 1, minute: 540 }, zone: "Europe/London", nextAt: LATER },
  },
  {
    since: "0006",
    name: "when they were written to",
    find: async (db) => (await findContacts(db, [ANN_ID])).get(ANN_ID),
    is: { day: "2026-02-02", isSilent: false },
  },
  {
    since: "0007",
    name: "what was confirmed and decided",
    find: (db) => findMarks(db, ANN_ID),
    is: { confirmed: [{ what: "30 hours", byName: "Mel" }], decided: [{ reason: "we count them" }] },
  },
  {
    since: "0008",
    name: "what was asked",
    find: (db) => findAsked(db, ANN_ID, SAID),
    is: { question: "what counts", entry: "kinds" },
  },
  {
    since: "0008",
    name: "what was asked in vain",
    find: findUnanswered,
    is: [{ question: "who pays", times: 2, first_day: "2026-02-02", last_day: "2026-02-03" }],
  },
];
