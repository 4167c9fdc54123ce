/** The tables, as the newest migration leaves them. Times are ISO texts in UTC, JSON is kept as text. */
import type {
  CohortsTable,
  ConfirmationsTable,
  DecisionsTable,
  InvitationsTable,
  MembersTable,
  ProgressDaysTable,
  ProgressTable,
} from "./cohort-schema.ts";
import type { ContentsTable } from "./contents-schema.ts";
import type { AskedTable, UnansweredTable } from "./question-schema.ts";
import type { ContactsTable, RemindersTable } from "./reminder-schema.ts";

export interface TenantsTable {
  channel: string;
  /** A workspace, a directory, or `local`. */
  id: string;
  created_at: string;
}

export interface PeopleTable {
  id: string;
  created_at: string;
}

/** One person may have several: theirs in Slack, theirs in Teams. */
export interface IdentitiesTable {
  channel: string;
  tenant: string;
  user: string;
  person: string;
}

/** What each person said, in order. Nothing is changed or removed, but by `forget` and where two people are joined. */
export interface EventsTable {
  person: string;
  /** 1, 2, 3 … for each person. */
  sequence: number;
  turn: string;
  event: string;
  said_at: string;
}

/** Each person's record as their events tell it. */
export interface RecordsTable {
  person: string;
  /** How many events it rests on. Two turns at once cannot both build on the same version. */
  version: number;
  record: string;
  /** Under which they began, and stay. */
  edition: string;
  updated_at: string;
}

/** Turns seen, so that one that is sent again is not heard twice. */
export interface TurnsTable {
  id: string;
  /** null for the turn that asked to be forgotten. */
  person: string | null;
  conversation: string;
  /** What was said, for channels that show it again themselves. */
  said: string | null;
  /** The number of its reply in the outbox. */
  number: number;
  seen_at: string;
}

/** Conversation references: where replies go. */
export interface ConversationsTable {
  /** `channel:tenant:address` */
  id: string;
  channel: string;
  tenant: string;
  /** As the channel names it. */
  address: string;
  /** What the channel needs to reach it again, as JSON. */
  reference: string | null;
  /** What the channel left when it last delivered: where the newest message stands, as JSON. */
  message: string | null;
  /** How many replies it was given: the number of the newest. */
  replies: number;
  updated_at: string;
}

/** Replies, in the order of their conversation, until they are delivered or given up. */
export interface OutboxTable {
  conversation: string;
  number: number;
  channel: string;
  /** The turn that it answers; null for what nobody asked for, such as a reminder. */
  turn: string | null;
  /** Where it goes, as JSON; null where the conversation's own reference says so. */
  reference: string | null;
  reply: string;
  created_at: string;
  due_at: string;
  /** After this it is not sent any more; null where it is worth a day. */
  until: string | null;
  tries: number;
  /** Until when, and by whom, nobody else may deliver it. */
  leased_until: string | null;
  leased_by: string | null;
  delivered_at: string | null;
  /** Given up: a dead letter, with the reason. */
  failed_at: string | null;
  reason: string | null;
}

/** That something was done, by whom and to whom; never what was said. */
export interface AuditTable {
  id: string;
  at: string;
  actor: string;
  act: string;
  subject: string;
  detail: string | null;
}

/** Work for later, where no other queue keeps it. */
export interface JobsTable {
  id: string;
  name: string;
  /** Of jobs with the same name and key one waits and one runs. */
  key: string;
  state: "waiting" | "running";
  data: string;
  due_at: string;
  tries: number;
  leased_until: string | null;
}

/** Where the app is installed. */
export interface InstallationsTable {
  channel: string;
  /** A workspace, or an organisation with all of its workspaces. */
  tenant: string;
  /** What is secret about it: text of the vault, bound to this channel and tenant. */
  sealed: string;
  updated_at: string;
  /** When its token runs out; null where it never does. */
  expires_at: string | null;
  /** Until when, and by whom, nobody else may refresh its token. */
  refresh_until: string | null;
  refreshed_by: string | null;
}

/** Codes with which somebody says that they are this person elsewhere, too; one for each person at most. */
export interface LinkCodesTable {
  /** The code itself is not kept. */
  hash: string;
  person: string;
  /** In which it was made. */
  channel: string;
  expires_at: string;
}

/** How many codes somebody tried that did not fit. */
export interface LinkTriesTable {
  channel: string;
  tenant: string;
  user: string;
  tries: number;
  /** When they are forgotten. */
  until: string;
}

export interface Schema {
  tenants: TenantsTable;
  people: PeopleTable;
  identities: IdentitiesTable;
  events: EventsTable;
  records: RecordsTable;
  turns: TurnsTable;
  conversations: ConversationsTable;
  outbox: OutboxTable;
  cohorts: CohortsTable;
  members: MembersTable;
  invitations: InvitationsTable;
  progress: ProgressTable;
  progress_days: ProgressDaysTable;
  confirmations: ConfirmationsTable;
  decisions: DecisionsTable;
  reminders: RemindersTable;
  contacts: ContactsTable;
  audit: AuditTable;
  jobs: JobsTable;
  installations: InstallationsTable;
  link_codes: LinkCodesTable;
  link_tries: LinkTriesTable;
  asked: AskedTable;
  unanswered: UnansweredTable;
  contents: ContentsTable;
}
