/** The tables of cohorts: who is in them, who is asked, and how far everybody is. */

export interface CohortsTable {
  id: string;
  channel: string;
  tenant: string;
  name: string;
  /** With which people ask to join; null where nobody can. */
  code: string | null;
  created_at: string;
  archived_at: string | null;
}

export interface MembersTable {
  cohort: string;
  person: string;
  /** Of this membership: the person's own id is not shown to anybody. */
  id: string;
  role: "manager" | "assessor" | "learner";
  /** What the others in the cohort call them. */
  name: string;
  agreed_at: string;
}

/** Who was asked to join a cohort and has not agreed yet. */
export interface InvitationsTable {
  cohort: string;
  channel: string;
  tenant: string;
  user: string;
  role: MembersTable["role"];
  name: string;
  invited_at: string;
  /** When they were told; null where they are to be told when they next say something. */
  told_at: string | null;
}

interface MarkColumns {
  id: string;
  person: string;
  cohort: string;
  by_person: string;
  /** What they were called then. */
  by_name: string;
  at: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
}

/** That evidence is right. A piece that is changed has another key, so that nothing of it is confirmed. */
export interface ConfirmationsTable extends MarkColumns {
  evidence: string;
  what: string;
}

/** What a provider decided about somebody where the source leaves it open. It changes no rule. */
export interface DecisionsTable extends MarkColumns {
  topic: string;
  reason: string;
}

interface ProgressColumns {
  person: string;
  /** The id of what is recommended; null where nothing is. */
  qualification: string | null;
  can_start: string | null;
  done: number;
  needed: number;
  /** The ids of requirements that are open, each between commas: `,a,b,`; `,` where none is. */
  open: string;
}

/** How far each member is, so that a summary evaluates nothing. */
export interface ProgressTable extends ProgressColumns {
  /** The version of the record that it rests on, and the rules. */
  version: number;
  rules: string;
  /** When the record last changed. */
  changed_at: string;
}

/** How far each member was at the end of each day on which they told something. */
export interface ProgressDaysTable extends ProgressColumns {
  /** An ISO date. */
  day: string;
}
