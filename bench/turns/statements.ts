/** The statements that keep one turn, bare: what any program would have to send for the same rows. */
import type { Rows } from "./rows.ts";

/** A text with `?` for each value, and how to get the values. */
export interface Statement {
  readonly sql: string;
  values(rows: Rows): readonly unknown[];
}

const conversation: Statement = {
  sql: `insert into conversations (id, channel, tenant, address, reference, replies, updated_at)
    values (?, 'bench', 'local', ?, null, 1, ?)
    on conflict (id) do update set replies = conversations.replies + 1, updated_at = excluded.updated_at`,
  values: ({ conversation: id, user, at }) => [id, user, at],
};

const INTRODUCTION: readonly Statement[] = [
  {
    sql: `insert into tenants (channel, id, created_at) values ('bench', 'local', ?) on conflict do nothing`,
    values: ({ at }) => [at],
  },
  {
    sql: "insert into people (id, created_at) values (?, ?)",
    values: ({ person, at }) => [person, at],
  },
  {
    sql: `insert into identities (channel, tenant, "user", person) values ('bench', 'local', ?, ?)`,
    values: ({ user, person }) => [user, person],
  },
  {
    sql: "insert into records (person, record, version, updated_at) values (?, ?, 0, ?)",
    values: ({ person, record, at }) => [person, record, at],
  },
];

const turn: Statement = {
  sql: "insert into turns (id, person, conversation, said, number, seen_at) values (?, ?, ?, null, ?, ?)",
  values: ({ turn: id, person, conversation, number, at }) => [id, person, conversation, number, at],
};

const record: Statement = {
  sql: "update records set record = ?, version = ?, updated_at = ? where person = ?",
  values: ({ record, version, at, person }) => [record, version, at, person],
};

function event(at: number): Statement {
  return {
    sql: "insert into events (person, sequence, turn, event, said_at) values (?, ?, ?, ?, ?)",
    values: (rows) => [rows.person, rows.events[at]?.sequence, rows.turn, rows.events[at]?.event, rows.at],
  };
}

const outbox: Statement = {
  sql: `insert into outbox (conversation, number, channel, turn, reply, created_at, due_at, tries)
    values (?, ?, 'bench', ?, ?, ?, ?, 0)`,
  values: ({ conversation, number, turn: id, reply, at }) => [conversation, number, id, reply, at, at],
};

/** What one turn needs, in the order in which the store sends it. */
export function statementsFor({ isFirst, events }: Rows): Statement[] {
  const told = events.length > 0 ? [record, ...events.map((_, at) => event(at))] : [];
  return [conversation, ...(isFirst ? INTRODUCTION : []), turn, ...told, outbox];
}
