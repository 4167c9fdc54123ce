/** Rows of two people in every table that has something about a person. */
import type { Schema } from "../../src/store/schema.ts";
import { AT } from "./turn.ts";

export type Row = Readonly<Record<string, string | number | null>>;

/** A second of its own for each person and table, so that every row can be told by its time. */
const timeOf = (who: Who, second: number) =>
  `2026-03-${who.day}T09:00:${String(second).padStart(2, "0")}.000Z`;

export interface Who {
  readonly name: "ann" | "ben";
  /** Of the month. */
  readonly day: "02" | "12";
}
export const ANN: Who = { name: "ann", day: "02" };
export const BEN: Who = { name: "ben", day: "12" };

const reply = (words: string) => JSON.stringify({ parts: [{ kind: "text", text: words }], prompt: null });
const PROGRESS = { can_start: "yes", done: 1, needed: 2 };

/** One row of each table that has something about a person, and the words or the time by which it is found. */
export function rowsOf(who: Who): readonly { table: keyof Schema; row: Row; mark: string }[] {
  const { name, day } = who;
  const person = `person ${name}`;
  const speaker = { channel: "slack", tenant: "T1", user: `U-${name}` };
  const room = `slack:T1:U-${name}`;
  const at = (second: number) => timeOf(who, second);
  const marked = { person, cohort: "autumn", by_person: "person boss", by_name: `boss of ${name}` };
  return [
    { table: "people", row: { id: person, created_at: at(1) }, mark: at(1) },
    { table: "identities", row: { ...speaker, person }, mark: speaker.user },
    {
      table: "records",
      row: { person, version: 1, record: "{}", edition: `edition of ${name}`, updated_at: at(3) },
      mark: `edition of ${name}`,
    },
    {
      table: "events",
      row: { person, sequence: 1, turn: "t", event: `{"kind":"told","by":"${name}"}`, said_at: at(4) },
      mark: at(4),
    },
    {
      table: "turns",
      row: {
        id: `turn of ${name}`,
        person,
        conversation: "slack:T1:hall",
        said: `"said by ${name}"`,
        number: name === "ann" ? 1 : 2,
        seen_at: at(5),
      },
      mark: `said by ${name}`,
    },
    {
      table: "conversations",
      row: {
        id: room,
        channel: "slack",
        tenant: "T1",
        address: speaker.user,
        reference: `"token of ${name}"`,
        message: `"message of ${name}"`,
        replies: 1,
        updated_at: at(6),
      },
      mark: at(6),
    },
    {
      table: "outbox",
      row: {
        conversation: room,
        number: 1,
        channel: "slack",
        turn: `notice to ${name}`,
        reference: `"token of ${name}"`,
        reply: reply(`noticed ${name}`),
        created_at: at(7),
        due_at: at(7),
        tries: 0,
      },
      mark: `noticed ${name}`,
    },
    {
      table: "outbox",
      row: {
        conversation: "slack:T1:hall",
        number: name === "ann" ? 1 : 2,
        channel: "slack",
        turn: `turn of ${name}`,
        reply: reply(`answered ${name}`),
        created_at: at(8),
        due_at: at(8),
        tries: 0,
      },
      mark: `answered ${name}`,
    },
    {
      table: "members",
      row: {
        cohort: "autumn",
        person,
        id: `member ${name}`,
        role: "learner",
        name: `called ${name}`,
        agreed_at: at(9),
      },
      mark: `called ${name}`,
    },
    {
      table: "invitations",
      row: { cohort: "autumn", ...speaker, role: "learner", name: `asked ${name}`, invited_at: at(10) },
      mark: `asked ${name}`,
    },
    {
      table: "confirmations",
      row: { ...marked, id: `confirmed ${name}`, evidence: "e", what: `what of ${name}`, at: at(11) },
      mark: `what of ${name}`,
    },
    {
      table: "decisions",
      row: { ...marked, id: `decided ${name}`, topic: "A1", reason: `reason of ${name}`, at: at(12) },
      mark: `reason of ${name}`,
    },
    {
      table: "confirmations",
      row: {
        id: `given by ${name}`,
        person: "person boss",
        cohort: "autumn",
        by_person: person,
        by_name: `as ${name}`,
        evidence: "e",
        what: "what of the boss",
        at: at(13),
      },
      mark: `as ${name}`,
    },
    {
      table: "progress",
      row: { person, version: 1, rules: "r", changed_at: at(14), ...PROGRESS, open: `,open to ${name},` },
      mark: `open to ${name}`,
    },
    {
      table: "progress_days",
      row: { person, day: `2026-04-${day}`, ...PROGRESS, open: "," },
      mark: `2026-04-${day}`,
    },
    {
      table: "reminders",
      row: { person, kind: "nudge", cohort: "autumn", asked_by: `by ${name}`, zone: "UTC", next_at: at(15) },
      mark: `by ${name}`,
    },
    { table: "contacts", row: { person, role: "learner", day: `2026-05-${day}` }, mark: `2026-05-${day}` },
    {
      table: "audit",
      row: { id: `did ${name}`, at: at(16), actor: person, act: "confirm", subject: "person boss" },
      mark: at(16),
    },
    {
      table: "audit",
      row: { id: `to ${name}`, at: at(17), actor: "person boss", act: "nudge", subject: person },
      mark: at(17),
    },
    {
      table: "audit",
      row: { id: `lost ${name}`, at: at(18), actor: "system", act: "dead-letter", subject: `${room}#4` },
      mark: at(18),
    },
    {
      table: "link_codes",
      row: { hash: `hash of ${name}`, person, channel: "slack", expires_at: at(19) },
      mark: at(19),
    },
    { table: "link_tries", row: { ...speaker, tries: 2, until: at(20) }, mark: at(20) },
    { table: "asked", row: { person, question: `asked by ${name}`, at: at(21) }, mark: `asked by ${name}` },
    {
      table: "unanswered",
      row: {
        person,
        question: `in vain by ${name}`,
        reason: "unknown",
        nearest: "",
        times: 1,
        first_day: AT.slice(0, 10),
        last_day: AT.slice(0, 10),
      },
      mark: `in vain by ${name}`,
    },
  ];
}
