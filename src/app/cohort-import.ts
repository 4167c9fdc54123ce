/** `signpost cohort import`: asks everybody in a CSV to join a team. It shows what it would do, and does it only when told. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Import, readImport } from "../cohort/import.ts";
import { readConfig } from "../config.ts";
import { remember } from "../store/audit.ts";
import { type Cohort, findCohorts } from "../store/cohorts.ts";
import { openExisting } from "../store/database.ts";
import { invite } from "../store/invitations.ts";
import { findUsers } from "../store/members.ts";

export interface Desk {
  print(text: string): void;
  complain(line: string): void;
}

export interface Wanted {
  readonly file: string;
  /** The team's name, or its id. */
  readonly team: string;
  readonly isWriting: boolean;
}

/** False where something is wrong: the file, the team, or any row; then nothing is written. */
export async function importCohort(
  environment: NodeJS.ProcessEnv,
  { print, complain }: Desk,
  { file, team, isWriting }: Wanted,
): Promise<boolean> {
  const bytes = bytesOf(file);
  if (typeof bytes === "string") {
    complain(bytes);
    return false;
  }
  const db = await openExisting(readConfig(environment).database);
  try {
    const cohorts = await findCohorts(db, team);
    const [cohort, ...others] = cohorts;
    if (!cohort || others.length > 0) {
      complain(teamTrouble(team, cohorts));
      return false;
    }
    const read = readImport(bytes, cohort.channel);
    report(read, file, { print, complain });
    const known = new Set((await findUsers(db, cohort)).map(({ user }) => user));
    const asked = read.rows.filter(({ user }) => !known.has(user));
    const there = read.rows.length - asked.length;
    print(`${asked.length} to ask to join ${cohort.name}${there > 0 ? `, ${there} in it already` : ""}.\n`);
    if (read.bad.length > 0) {
      complain(
        `Nothing was written. Mend ${read.bad.length === 1 ? "that row" : "those rows"} and try again.`,
      );
      return false;
    }
    if (!isWriting) {
      print("Nothing was written: this was to look. Add --write to ask them.\n");
      return true;
    }
    const at = new Date().toISOString();
    const { id, channel, tenant } = cohort;
    await db.transaction().execute(async (transaction) => {
      for (const { user, name, role } of asked)
        await invite(transaction, { cohort: id, to: { channel, tenant, user }, role, name }, at);
      await remember(transaction, {
        at,
        actor: "system",
        act: "import",
        subject: id,
        detail: String(asked.length),
      });
    });
    print("They are asked when they next say something to Signpost, and are in the team once they agree.\n");
    return true;
  } finally {
    await db.destroy();
  }
}

/** A sentence where it cannot be read. */
function bytesOf(file: string): Uint8Array | string {
  try {
    return readFileSync(file);
  } catch (error) {
    return `${file} cannot be read (${(error as Error).message}). Check its name, and that you may read it.`;
  }
}

function teamTrouble(team: string, cohorts: readonly Cohort[]): string {
  if (cohorts.length === 0)
    return `There is no team called "${team}". A manager makes one by saying: team create ${team} as NAME`;
  const list = cohorts.map(({ id, channel, tenant, name }) => `${id}  ${name} (${channel}, ${tenant})`);
  return [`There are several teams called "${team}". Say which by its id:`, ...list].join("\n");
}

function report({ rows, bad }: Import, file: string, { print, complain }: Desk): void {
  for (const { line, wrong, right } of bad)
    complain(`${basename(file)}${line === 0 ? "" : `, line ${line}`}: ${wrong}; ${right}`);
  print(`${rows.length} good ${rows.length === 1 ? "row" : "rows"}, ${bad.length} bad.\n`);
}
