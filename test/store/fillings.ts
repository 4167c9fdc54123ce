/** What programs of each version could have written: rows as the schema was then, by the migration that made room for them. */

import { ANN, ANN_ID, BEGUN, BEN, BEN_ID, EVENTS, LATER, MEL, MEL_ID, reply, SAID } from "./spoke-before.ts";

type Row = Readonly<Record<string, string | number | null>>;

interface Filling {
  readonly table: string;
  readonly row: Row;
}

const RECORDS = {
  [ANN_ID]: { setting: "fe-college", worksDirectlyWithLearners: true },
  [BEN_ID]: {},
  [MEL_ID]: { setting: "prison" },
} as const;

const person = (id: string): Filling => ({ table: "people", row: { id, created_at: BEGUN } });
const told = (id: keyof typeof EVENTS): Filling[] =>
  EVENTS[id].map((event, place) => ({
    table: "events",
    row: { person: id, sequence: place + 1, turn: `turn ${place + 1} of ${id}`, event, said_at: SAID },
  }));
const recorded = (id: keyof typeof EVENTS): Filling => ({
  table: "records",
  row: {
    person: id,
    version: EVENTS[id].length,
    record: JSON.stringify({ format: "signpost.record/1", edition: "lluk-2010", role: RECORDS[id] }),
    updated_at: SAID,
  },
});
const tenant = (channel: string, id: string): Filling => ({
  table: "tenants",
  row: { channel, id, created_at: BEGUN },
});
const talk = (id: string, channel: string, of: string, address: string, reference: string | null) => ({
  table: "conversations",
  row: { id, channel, tenant: of, address, reference, replies: 2, updated_at: SAID },
});
const answer = (conversation: string, channel: string, number: number, deliveredAt: string | null) => ({
  table: "outbox",
  row: {
    conversation,
    number,
    channel,
    turn: `turn ${number} of ${conversation}`,
    reply: reply(`answer ${number} in ${conversation}`),
    created_at: SAID,
    due_at: SAID,
    tries: 0,
    delivered_at: deliveredAt,
  },
});
const heard = (conversation: string, number: number, of: string): Filling => ({
  table: "turns",
  row: {
    id: `turn ${number} of ${conversation}`,
    person: of,
    conversation,
    said: '{"text":"yes"}',
    number,
    seen_at: SAID,
  },
});
const marked = { person: ANN_ID, cohort: "autumn", by_person: MEL_ID, by_name: "Mel", at: SAID };
const progress = { qualification: "certificate", can_start: "yes", done: 1, needed: 9 };
const ANN_TALK = "console:local:me";
const MEL_TALK = "slack:T1:U0MEL";

/** Rows of each version; those of the first stay in the later ones. */
export const ROWS: Readonly<Record<string, readonly Filling[]>> = {
  "0001-conversations": [person(ANN_ID), person(BEN_ID), ...told(ANN_ID), ...told(BEN_ID)],
  "0002-turns-and-outbox": [
    tenant("console", "local"),
    tenant("slack", "T1"),
    person(MEL_ID),
    ...told(MEL_ID),
    { table: "identities", row: { ...ANN, person: ANN_ID } },
    { table: "identities", row: { ...BEN, person: BEN_ID } },
    { table: "identities", row: { ...MEL, person: MEL_ID } },
    recorded(ANN_ID),
    recorded(BEN_ID),
    recorded(MEL_ID),
    talk(ANN_TALK, "console", "local", "me", null),
    talk(MEL_TALK, "slack", "T1", "U0MEL", '{"kind":"direct"}'),
    heard(ANN_TALK, 2, ANN_ID),
    heard(MEL_TALK, 2, MEL_ID),
    answer(ANN_TALK, "console", 1, SAID),
    answer(ANN_TALK, "console", 2, SAID),
    answer(MEL_TALK, "slack", 1, SAID),
    answer(MEL_TALK, "slack", 2, null),
    { table: "audit", row: { id: "a1", at: SAID, actor: "gone", act: "forget", subject: "gone" } },
    {
      table: "jobs",
      row: { id: "j1", name: "purge", key: "", state: "waiting", data: "null", due_at: SAID, tries: 0 },
    },
  ],
  "0003-installations": [
    {
      table: "installations",
      row: { channel: "slack", tenant: "T1", sealed: "v1.sealed", updated_at: SAID },
    },
  ],
  "0004-links": [
    { table: "link_codes", row: { hash: "h", person: ANN_ID, channel: "console", expires_at: LATER } },
    { table: "link_tries", row: { ...MEL, tries: 2, until: LATER } },
  ],
  "0005-cohorts": [
    {
      table: "cohorts",
      row: { id: "autumn", channel: "console", tenant: "local", name: "Autumn", code: "C", created_at: SAID },
    },
    {
      table: "members",
      row: { cohort: "autumn", person: ANN_ID, id: "m1", role: "learner", name: "Ann", agreed_at: SAID },
    },
    {
      table: "invitations",
      row: { cohort: "autumn", ...BEN, role: "assessor", name: "Ben", invited_at: SAID, told_at: SAID },
    },
    {
      table: "progress",
      row: { person: ANN_ID, version: 3, rules: "then", changed_at: SAID, ...progress, open: ",a,b," },
    },
    { table: "progress_days", row: { person: ANN_ID, day: "2026-02-02", ...progress, open: ",a,b," } },
  ],
  "0006-reminders": [
    {
      table: "reminders",
      row: { person: ANN_ID, kind: "own", weekday: 1, minute: 540, zone: "Europe/London", next_at: LATER },
    },
    { table: "contacts", row: { person: ANN_ID, role: "learner", day: "2026-02-02" } },
  ],
  "0007-confirmations": [
    { table: "confirmations", row: { ...marked, id: "c1", evidence: "practice:1", what: "30 hours" } },
    { table: "decisions", row: { ...marked, id: "d1", topic: "A23", reason: "we count them" } },
  ],
  "0008-questions": [
    { table: "asked", row: { person: ANN_ID, question: "what counts", entry: "kinds", at: SAID } },
    {
      table: "unanswered",
      row: {
        question: "who pays",
        reason: "unknown",
        nearest: "",
        times: 2,
        first_day: "2026-02-02",
        last_day: "2026-02-03",
      },
    },
  ],
  "0009-forgetting": [],
  "0010-contents": [
    { table: "contents", row: { number: 1, fingerprint: "f", files: "{}", published_at: SAID } },
  ],
};

/** What a version put into rows of a table that was there before. */
const MORE: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  "0003-installations": {
    conversations: { message: '{"id":"5.1"}' },
    outbox: { reference: '{"kind":"own"}' },
  },
  "0006-reminders": { outbox: { until: LATER } },
  "0009-forgetting": { unanswered: { person: ANN_ID } },
  "0010-contents": { records: { edition: "lluk-2010" } },
};

/** All rows of a database that was brought to `version` and no further, those first that others point to. */
export function fillingsUntil(version: string): Filling[] {
  const isThere = (since: string) => since <= version;
  const more = Object.keys(MORE).filter(isThere);
  return Object.keys(ROWS)
    .filter(isThere)
    .flatMap((since) => ROWS[since] ?? [])
    .map(({ table, row }) => ({
      table,
      row: Object.assign({}, row, ...more.map((since) => MORE[since]?.[table] ?? {})) as Row,
    }));
}
