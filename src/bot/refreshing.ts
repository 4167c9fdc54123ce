/** Progress that does not rest on the rules or the record as they are, such as after a new edition, is worked out anew. */
import { stand } from "../advice/standing.ts";
import { progressOf } from "../cohort/progress.ts";
import type { LearnerRecord } from "../record/record.ts";
import {
  dropOrphans,
  findPresent,
  findRecords,
  findStale,
  type Judgeable,
  type Kept,
  keepProgress,
  type When,
} from "../store/progress.ts";
import { committed } from "../store/shared-commit.ts";
import { localDate } from "./date.ts";
import { deskFor, type Room } from "./room.ts";

/** People of one transaction, and people between whom everybody else gets a turn. */
const BATCH = 100;
const SLICE = 10;

/**
 * Resolves with how many people it is about; ends early where `signal` aborts. Whoever tells something meanwhile is left to
 * their own turn.
 */
export async function refreshProgress(
  room: Pick<Room, "db" | "newest" | "now">,
  signal?: AbortSignal,
): Promise<number> {
  const { db, newest } = room;
  const others = [...(newest.others ?? [])].map(([edition, { rules }]) => [edition, rules] as const);
  const stale = await findStale(db, { others: new Map(others), usual: newest.rules });
  for (let from = 0; from < stale.length && !signal?.aborted; from += BATCH)
    await refresh(room, await findRecords(db, stale.slice(from, from + BATCH)));
  if (!signal?.aborted) await dropOrphans(db);
  return stale.length;
}

async function refresh(
  room: Pick<Room, "db" | "newest" | "now">,
  judgeable: readonly Judgeable[],
): Promise<void> {
  const { db, now } = room;
  const day = localDate(now());
  const kept: (Kept & When)[] = [];
  for (const [place, { person, version, record, edition, changedAt }] of judgeable.entries()) {
    const desk = deskFor(room, edition);
    const standing = await stand(desk.edition, JSON.parse(record) as LearnerRecord, day);
    const progress = progressOf(standing, desk.edition);
    kept.push({ person, version, progress, rules: desk.rules, day, changedAt });
    if (place % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  await committed(db, async (transaction) => {
    const present = await findPresent(
      transaction,
      kept.map(({ person }) => person),
    );
    await keepProgress(
      transaction,
      kept.filter(({ person }) => present.has(person)),
    );
  });
}
