/** A copy of a database as lines of JSON: a head, the rows table by table, and a tail. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Schema } from "./schema.ts";

export type Table = Exclude<keyof Schema, "jobs">;

/**
 * Every table with its key, those first that others point to. Jobs are not in it: each program plans its own.
 */
export const TABLES: Readonly<Record<Table, readonly string[]>> = {
  tenants: ["channel", "id"],
  people: ["id"],
  identities: ["channel", "tenant", "user"],
  events: ["person", "sequence"],
  records: ["person"],
  turns: ["id"],
  conversations: ["id"],
  outbox: ["conversation", "number"],
  cohorts: ["id"],
  members: ["cohort", "person"],
  invitations: ["cohort", "channel", "tenant", "user"],
  progress: ["person"],
  progress_days: ["person", "day"],
  confirmations: ["id"],
  decisions: ["id"],
  reminders: ["person", "kind"],
  contacts: ["person", "role"],
  audit: ["id"],
  installations: ["channel", "tenant"],
  link_codes: ["hash"],
  link_tries: ["channel", "tenant", "user"],
  asked: ["person"],
  contents: ["number"],
  // Its rows may lack a person, so it has no key to go on by and is read as a whole: questions of half a year.
  unanswered: [],
};
export const NAMES = Object.keys(TABLES) as Table[];

export type Row = Readonly<Record<string, unknown>>;

export const headSchema = z.strictObject({
  signpost: z.literal("backup"),
  /** The migrations that its rows fit. */
  schema: z.array(z.string()),
  at: z.iso.datetime(),
});
export type Head = z.infer<typeof headSchema>;

export const rowSchema = z.strictObject({
  table: z.enum(NAMES),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
/** A file without it was cut short. `sha256`: of all lines before it, so that a copy in which anything was altered is no copy. */
export const tailSchema = z.strictObject({ rows: z.int().nonnegative(), sha256: z.hex() });
export type Tail = z.infer<typeof tailSchema>;

/** What a tail says of the lines that it is given, each as it stands in the file. */
export function openTally(): { add(line: string): void; tail(): Tail } {
  const hash = createHash("sha256");
  let lines = 0;
  return {
    add(line) {
      hash.update(`${line}\n`);
      lines += 1;
    },
    // The head is no row.
    tail: () => ({ rows: lines - 1, sha256: hash.copy().digest("hex") }),
  };
}
