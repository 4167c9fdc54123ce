/** `signpost impact OLD NEW`: whose advice would change if other rules were published. */
import { readFileSync } from "node:fs";
import { advise } from "../advice/advise.ts";
import { type Change, changesBetween } from "../advice/impact.ts";
import { localDate } from "../bot/date.ts";
import { readConfig } from "../config.ts";
import { type Editions, type Opened, readEditions } from "../content/editions.ts";
import { lineOf } from "../content/finding.ts";
import { readWith, sentenceOf } from "../facts/flaw.ts";
import type { LearnerRecord } from "../record/record.ts";
import { connect, requireExisting, shownAddress } from "../store/database.ts";
import { StoreError } from "../store/error.ts";
import { everybody } from "../store/everybody.ts";
import { findSchemaState } from "../store/migrate.ts";

export interface Asked {
  readonly before: string;
  readonly after: string;
  /** Record files; the people in the database where there are none. */
  readonly files: readonly string[];
  readonly isJson: boolean;
}

interface Desk {
  print(text: string): void;
  complain(line: string): void;
}

/** Somebody, and what would become of them. */
type Outcome =
  | { readonly who: string; readonly changes: readonly Change[] }
  | { readonly who: string; readonly unread: string };

/** False where a folder or a record cannot be used; whoever asked has been told why. */
export async function tellImpact(
  environment: NodeJS.ProcessEnv,
  { print, complain }: Desk,
  { before, after, files, isJson }: Asked,
): Promise<boolean> {
  const [old, next] = [readEditions(before), readEditions(after)];
  const findings = [old, next].flatMap((each) => ("findings" in each ? each.findings : []));
  for (const finding of findings) complain(lineOf(finding));
  if ("findings" in old || "findings" in next) return false;
  const counts = { people: 0, changed: 0, unread: 0 };
  const totals = new Map<string, number>();
  const people = files.length > 0 ? recordsIn(files) : peopleIn(environment);
  for await (const { who, json } of people) {
    counts.people += 1;
    const outcome = await outcomeFor(old, next, who, json);
    if ("unread" in outcome) {
      counts.unread += 1;
      complain(`${who}: ${outcome.unread}`);
      continue;
    }
    if (outcome.changes.length === 0) continue;
    counts.changed += 1;
    for (const { what, before: was, after: is } of outcome.changes) {
      const line = `${what}: ${was} → ${is}`;
      totals.set(line, (totals.get(line) ?? 0) + 1);
    }
    print(isJson ? `${JSON.stringify(outcome)}\n` : textOf(outcome));
  }
  if (!isJson) print(summaryOf(counts, totals));
  return counts.unread === 0;
}

async function outcomeFor(old: Editions, next: Editions, who: string, json: string): Promise<Outcome> {
  const record = jsonIn(json);
  if (record === null) return { who, unread: "this cannot be read as a record" };
  const named = (record as { edition?: unknown } | null)?.edition;
  if (typeof named !== "string") return { who, unread: `it does not name its "edition", as a record does` };
  const before = old.byId.get(named);
  if (!before) return { who, unread: `their edition is "${named}", which OLD does not have` };
  // People stay under their edition; a folder of one edition asks what if they did not.
  const after = next.isOne ? [...next.byId.values()][0] : next.byId.get(named);
  if (!after) return { who, unread: `NEW does not have their edition, "${named}"` };
  const today = localDate(new Date());
  const judged = [];
  for (const each of [before, after]) {
    const read = readWith(each.schema, { ...(record as LearnerRecord), edition: each.edition.id });
    if ("flaws" in read)
      return {
        who,
        unread: `${sideOf(each, after)} cannot read it: ${read.flaws.map(sentenceOf).join("; ")}`,
      };
    judged.push(await advise(each.edition, read.value, today));
  }
  const [was, is] = judged;
  return { who, changes: was && is ? changesBetween(was, is) : [] };
}

function sideOf(each: Opened, after: Opened): string {
  return each === after ? "NEW" : "OLD";
}

interface Somebody {
  readonly who: string;
  readonly json: string;
}

async function* peopleIn(environment: NodeJS.ProcessEnv): AsyncGenerator<Somebody> {
  const { database } = readConfig(environment);
  // Nothing is changed, so the database is not brought up to date either.
  requireExisting(database);
  const db = await connect(database);
  try {
    if ((await findSchemaState(db)) !== "current")
      throw new StoreError(
        `The database ${shownAddress(database)} belongs to another version of Signpost. Nothing was changed. Use that version, or run: signpost migrate`,
      );
    for await (const { person, record, called } of everybody(db))
      yield { who: called.length > 0 ? `${called.join(", ")} (${person})` : person, json: record };
  } finally {
    await db.destroy();
  }
}

async function* recordsIn(files: readonly string[]): AsyncGenerator<Somebody> {
  for (const file of files) yield { who: file, json: fileText(file) };
}

/** What cannot be read is no record, and is said to be none. */
function fileText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf({ who, changes }: { who: string; changes: readonly Change[] }): string {
  const lines = changes.map(({ what, before, after }) => `  ${what}: ${before} → ${after}`);
  return `${who}\n${lines.join("\n")}\n\n`;
}

function summaryOf(
  { people, changed, unread }: { people: number; changed: number; unread: number },
  totals: ReadonlyMap<string, number>,
): string {
  const rows = [...totals]
    .sort(([, one], [, other]) => other - one)
    .map(([line, count]) => `  ${count} × ${line}`);
  const skipped = unread > 0 ? ` ${unread} could not be judged by both.` : "";
  const seen = `${people} ${people === 1 ? "person" : "people"} looked at:`;
  return [`${seen} ${changed} would be told something else.${skipped}`, ...rows, ""].join("\n");
}
