/** The evidence in a record, piece by piece: entries of its lists, and what shows a level. Each has a key of its own. */
import { createHash } from "node:crypto";
import type { Catalogue } from "../facts/catalogue.ts";
import { at } from "../facts/derive.ts";
import { entriesOf, type LearnerRecord } from "./record.ts";

export interface Evidence {
  /** Made of its content: what is changed is another piece, of which nobody has confirmed anything. */
  readonly key: string;
  /** The list it stands in, or the facts it belongs to, such as `skills.english`. */
  readonly of: string;
  readonly content: Readonly<Record<string, unknown>>;
}

export function evidenceIn(catalogue: Catalogue, record: LearnerRecord): Evidence[] {
  const entries = catalogue.lists.flatMap(({ id: of }) =>
    (entriesOf(record, of) ?? []).map((entry) => ({ of, content: entry })),
  );
  const levels = levelsOf(catalogue).flatMap((of) => {
    const level = at(record, `${of}.level`);
    return level === null ? [] : [{ of, content: { level, evidence: at(record, `${of}.evidence`) } }];
  });
  const seen = new Map<string, number>();
  return [...entries, ...levels].map(({ of, content }) => {
    const key = keyOf(of, content);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { of, content, key: count === 1 ? key : `${key}:${count}` };
  });
}

/** The record with this evidence alone, as if the person had told nothing else of the kind. */
export function withEvidence(
  catalogue: Catalogue,
  record: LearnerRecord,
  isThere: (evidence: Evidence) => boolean,
): LearnerRecord {
  const kept = evidenceIn(catalogue, record).filter(isThere);
  const lists = catalogue.lists.flatMap(({ id, complete }) => {
    if (entriesOf(record, id) === null) return [];
    const entries = kept.filter(({ of }) => of === id).map(({ content }) => content);
    return [[id, entries] as const, ...(complete ? [[complete, true] as const] : [])];
  });
  const changed = { ...structuredClone(record), ...Object.fromEntries(lists) } as Record<string, unknown>;
  for (const of of levelsOf(catalogue))
    if (!kept.some((each) => each.of === of)) forgetAt(changed, `${of}.level`);
  return changed as LearnerRecord;
}

/** Facts that have a level and what shows it. */
function levelsOf({ told }: Catalogue): string[] {
  const ids = new Set(told.map(({ id }) => id));
  return told.flatMap(({ id, type }) => {
    const of = id.replace(/\.level$/, "");
    return type === "level" && ids.has(`${of}.evidence`) ? [of] : [];
  });
}

function keyOf(of: string, content: Readonly<Record<string, unknown>>): string {
  const told = Object.entries(content).filter(([, value]) => value !== null && value !== undefined);
  const canonical = JSON.stringify(told.sort(([one], [other]) => (one < other ? -1 : 1)));
  return `${of}:${createHash("sha256").update(canonical).digest("hex").slice(0, 12)}`;
}

function forgetAt(tree: Record<string, unknown>, path: string): void {
  const [first = "", ...rest] = path.split(".");
  const inner = tree[first];
  if (rest.length === 0) tree[first] = null;
  else if (inner !== null && typeof inner === "object")
    forgetAt(inner as Record<string, unknown>, rest.join("."));
}
