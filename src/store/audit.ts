/** The audit log: that something was done, by whom and to whom. What people said is never in it. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

export interface Act {
  /** ISO time */
  readonly at: string;
  /** The person, or `system`. */
  readonly actor: string;
  readonly act:
    | "forget"
    | "expire"
    | "import"
    | "dead-letter"
    | "uninstall"
    | "link"
    | "unlink"
    | "cohort-create"
    | "cohort-rename"
    | "cohort-archive"
    | "cohort-reopen"
    | "cohort-code"
    | "member-invite"
    | "member-join"
    | "member-leave"
    | "member-remove"
    | "member-decline"
    | "cohort-export"
    | "confirm"
    | "withdraw-confirmation"
    | "decide"
    | "withdraw-decision"
    | "nudge"
    | "own-reminders-on"
    | "own-reminders-off"
    | "digest-reminders-on"
    | "digest-reminders-off";
  readonly subject: string;
  readonly detail?: string;
}

export async function remember(db: Kysely<Schema>, act: Act): Promise<void> {
  await db
    .insertInto("audit")
    .values({ id: randomUUID(), detail: null, ...act })
    .execute();
}
