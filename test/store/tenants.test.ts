/** One workspace or directory never reads or changes what is another's, though it may know its people's ids. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import type { Speaker } from "../../src/chat/turn.ts";
import { findTries, keepCoding } from "../../src/store/codes.ts";
import { findByCode, findMemberships, makeCohort } from "../../src/store/cohorts.ts";
import { conversationId, findReference, keepReference, nextNumber } from "../../src/store/conversations.ts";
import { findHeld } from "../../src/store/held.ts";
import {
  findInstallation,
  keepInstallation,
  keepRefreshed,
  leaseRefresh,
  removeInstallation,
  resealInstallation,
} from "../../src/store/installations.ts";
import { findInvitations, invite, markTold, takeInvitation } from "../../src/store/invitations.ts";
import { addMember, findUsers } from "../../src/store/members.ts";
import { keepNotice } from "../../src/store/notices.ts";
import { addIdentity, findPerson } from "../../src/store/people.ts";
import type { Schema } from "../../src/store/schema.ts";
import { findTranscript } from "../../src/store/transcript.ts";
import { keepTurn } from "../../src/store/turns.ts";
import { findByUser } from "../../src/store/whereabouts.ts";
import { DATABASES, type DatabaseKind, openNew } from "../databases.ts";
import { AT, turnOf } from "./turn.ts";

const LATER = "2026-03-03T09:00:00.000Z";
const HERE = { channel: "slack", tenant: "T1" } as const;
const THERE = { channel: "slack", tenant: "T2" } as const;
/** The same id in both: platforms promise that an id is one person's within a tenant alone. */
const ann = (place: typeof HERE | typeof THERE): Speaker => ({ ...place, user: "U0ANN" });

/** Everything of T1: somebody who spoke, with a code missed, in a cohort, asked to join it, where the app is installed. */
async function filled(kind: DatabaseKind): Promise<Kysely<Schema>> {
  const { db } = await openNew(kind);
  const until = LATER;
  await keepTurn(db, {
    ...turnOf("ann", { from: ann(HERE), address: "U0ANN", reference: '"of T1"', said: '"said in T1"' }),
    coding: { kind: "missed", before: null, after: { tries: 1, until } },
  });
  await db.transaction().execute(async (each) => {
    await makeCohort(each, { id: "cohort of T1", ...HERE, name: "Autumn", code: "CODE" }, AT);
    const member = {
      id: "member",
      person: "person ann",
      role: "learner",
      name: "Ann",
      agreedAt: AT,
    } as const;
    await addMember(each, "cohort of T1", member);
    await invite(each, { cohort: "cohort of T1", to: ann(HERE), role: "assessor", name: "Ann" }, AT);
  });
  await keepInstallation(db, { ...HERE, sealed: "sealed of T1", expiresAt: null, at: AT });
  return db;
}

/** What another tenant tries, by the function that it tries it with; each gives what it got. */
const READS: Readonly<
  Record<string, (db: Kysely<Schema>, of: typeof HERE | typeof THERE) => Promise<unknown>>
> = {
  findPerson: (db, of) => findPerson(db, ann(of)),
  findReference: (db, of) => findReference(db, conversationId(of, "U0ANN")),
  findTranscript: async (db, of) => (await findTranscript(db, conversationId(of, "U0ANN"), 10))[0] ?? null,
  findTries: (db, of) => findTries(db, ann(of), AT),
  findByCode: (db, of) => findByCode(db, of, "CODE"),
  findByUser: async (db, of) =>
    (await findByUser(db, { id: "cohort of T1", ...of }, ["U0ANN"], ["learner"]))[0] ?? null,
  findUsers: async (db, of) => (await findUsers(db, { id: "cohort of T1", ...of }))[0] ?? null,
  findInvitations: async (db, of) => (await findInvitations(db, ann(of), "nobody"))[0] ?? null,
  findInstallation: (db, of) => findInstallation(db, of.channel, of.tenant),
  findHeld: async (db, of) =>
    (await findHeld(db, { person: "nobody", from: ann(of), at: AT })).linkTries[0] ?? null,
};

const WRITES: Readonly<Record<string, (db: Kysely<Schema>) => Promise<unknown>>> = {
  keepTurn: (db) =>
    keepTurn(db, turnOf("other", { from: ann(THERE), address: "U0ANN", reference: '"of T2"' })),
  keepReference: (db) => keepReference(db, THERE, { address: "U0ANN", reference: '"of T2"', at: LATER }),
  nextNumber: (db) =>
    db
      .transaction()
      .execute((each) => nextNumber(each, THERE, { address: "U0ANN", reference: null, at: LATER })),
  keepNotice: (db) =>
    keepNotice(db, { id: "notice", ...THERE, address: "U0ANN", reference: null, reply: "{}", at: LATER }),
  keepCoding: (db) =>
    db.transaction().execute(async (each) => {
      const missed = { kind: "missed", before: null, after: { tries: 9, until: LATER } } as const;
      await keepCoding(each, missed, turnOf("other", { from: ann(THERE) }));
    }),
  addIdentity: (db) =>
    db.transaction().execute(async (each) => {
      await each.insertInto("people").values({ id: "person other", created_at: AT }).execute();
      await addIdentity(each, ann(THERE), { id: "person other" }, AT);
    }),
  makeCohort: (db) =>
    db
      .transaction()
      .execute((each) => makeCohort(each, { id: "of T2", ...THERE, name: "Autumn", code: "OTHER" }, AT)),
  markTold: (db) => db.transaction().execute((each) => markTold(each, ann(THERE), LATER)),
  takeInvitation: (db) =>
    db.transaction().execute((each) => takeInvitation(each, { cohort: "cohort of T1", to: ann(THERE) })),
  keepInstallation: (db) => keepInstallation(db, { ...THERE, sealed: "of T2", expiresAt: null, at: LATER }),
  resealInstallation: (db) => resealInstallation(db, THERE, { before: "sealed of T1", sealed: "of T2" }),
  removeInstallation: (db) => removeInstallation(db, "slack", "T2", { at: LATER }),
  leaseRefresh: (db) => leaseRefresh(db, THERE, { by: "T2", now: AT, until: LATER }),
  keepRefreshed: (db) =>
    keepRefreshed(db, { ...THERE, sealed: "of T2", expiresAt: null, at: LATER, by: "T2" }),
};

/** An id of ours, random or made from the tenant, which only a function above gives away. */
const BY_OUR_ID = `addMember cancelNotices changeCohort claim claimTelling confirm contactOn countIdentities countLearners
  decide dropReminder findAsked findContacts findEvents findGroups findGroupsOn findHeldRecord
  findHeldTalk findHeldTeams findIdentities findInvited findLearner findLearners
  findByName findMarks findMembers findMemberships findOwn findPersonById findPresent findRecords findReminder findReply forget giveUp insertTurn invite
  keepAsked keepMessage keepNoticeIn keepProgress keepReminder markDelivered move nameMember noteUnanswered postpone putReply
  release remember removeMember silence takeOver useCode withdraw findCode`;
/** Of the whole program, for its own work and for whoever runs it; nobody who speaks reaches them. */
const WHOLE = `addJob appliedTo backUp correctTimes countByEdition dropOrphans everybody findPublished getFiles nameEditions
  openTime publish wasPublished endJob findBacklog findCohorts findDue findInstallations findStale findTrouble
  findUnanswered findUntold leaseDue migrate findSchemaState purge restore retryJob takeJob`;
/** They touch no tenant's rows: what opens databases, and sums. */
const NONE = `committed connect conversationId emptyLog hashOf isPostgres isWaiting newCode openDatabase openExisting openIn openMigrated openPostgres
  openSqlite openTally prepared progressFrom requireExisting sentenceForPostgres sentenceForSqlite shownAddress`;

test("every function of the store is tried here, or cannot be asked for another tenant's rows", () => {
  const folder = fileURLToPath(new URL("../../src/store", import.meta.url));
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [
      ...readFileSync(`${folder}/${file}`, "utf8").matchAll(
        /^export (?:async )?(?:function\*? (\w+)|const (\w+) = (?:prepared|async|\())/gm,
      ),
    ])
    .map(([, name, constant]) => name ?? constant ?? "");
  const known = [
    ...Object.keys(READS),
    ...Object.keys(WRITES),
    ...`${BY_OUR_ID} ${WHOLE} ${NONE}`.split(/\s+/),
  ];
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(DATABASES)("another tenant in %s", (kind) => {
  test.each(Object.entries(READS))("finds nothing by %s, and its own tenant does", async (_, read) => {
    const db = await filled(kind);
    expect(await read(db, HERE)).not.toBeNull();
    expect(await read(db, THERE)).toBeNull();
  });

  test.each(Object.entries(WRITES))("changes nothing by %s", async (_, write) => {
    const db = await filled(kind);
    const all = () => Promise.all(Object.values(READS).map((read) => read(db, HERE)));
    const before = await all();
    const memberships = await findMemberships(db, "person ann");
    await write(db);
    expect(await all()).toEqual(before);
    expect(await findMemberships(db, "person ann")).toEqual(memberships);
  });
});

test.each(DATABASES)(
  "a team is no longer theirs who are known in another workspace alone, on %s",
  async (kind) => {
    const db = await filled(kind);
    expect(await findMemberships(db, "person ann")).toHaveLength(1);
    await db.insertInto("tenants").values({ channel: "slack", id: "T2", created_at: AT }).execute();
    await db.updateTable("identities").set({ tenant: "T2" }).where("person", "=", "person ann").execute();
    expect(await findMemberships(db, "person ann")).toEqual([]);
  },
);
