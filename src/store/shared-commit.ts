/**
 * Work that comes at the same time shares a commit. SQLite has one writer, and waiting for the disk is most of what a
 * turn costs there; on PostgreSQL every connection commits by itself.
 */
import { type Kysely, SqliteAdapter, sql, type Transaction } from "kysely";
import type { Schema } from "./schema.ts";

type Work<Result> = (db: Transaction<Schema>) => Promise<Result>;

/** Runs what it is given as one step of a shared commit. What a step throws takes back that step alone. */
type Share = <Result>(work: Work<Result>) => Promise<Result>;

/** One commit should not keep everybody waiting. */
const MOST = 64;

const shares = new WeakMap<Kysely<Schema>, Share>();

/** Runs the work whole or not at all; it is on the disk when the promise resolves. */
export function committed<Result>(db: Kysely<Schema>, work: Work<Result>): Promise<Result> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return db.transaction().execute(work);
  const share = shares.get(db) ?? openShare(db);
  shares.set(db, share);
  return share(work);
}

/** A step that waits: runs inside a transaction, and hears whether that was committed. */
interface Step {
  run(db: Transaction<Schema>): Promise<void>;
  settle(): void;
  fail(error: unknown): void;
}

function openShare(db: Kysely<Schema>): Share {
  const waiting: Step[] = [];
  let isRunning = false;
  const commitAll = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      await commit(db, waiting.splice(0, MOST));
      // Whoever had to wait for the file gets as far as this, and shares the next.
      await new Promise((resolve) => setImmediate(resolve));
    }
    isRunning = false;
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push(stepOf(work, resolve, reject));
      if (!isRunning) void commitAll();
    });
}

function stepOf<Result>(
  work: Work<Result>,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): Step {
  let settle: () => void = () => undefined;
  return {
    async run(db) {
      try {
        const result = await work(db);
        settle = () => resolve(result);
      } catch (error) {
        settle = () => reject(error);
        throw error;
      }
    },
    settle: () => settle(),
    fail: reject,
  };
}

/** Where the commit itself fails, nothing of any step is kept. */
async function commit(db: Kysely<Schema>, steps: readonly Step[]): Promise<void> {
  const only = steps.length === 1 ? steps[0] : undefined;
  try {
    await db.transaction().execute(async (transaction) => {
      if (only) await only.run(transaction);
      else for (const step of steps) await runApart(transaction, step);
    });
    for (const step of steps) step.settle();
  } catch (error) {
    for (const step of steps) step.fail(error);
  }
}

const SAVE = sql`savepoint step`;
const RELEASE = sql`release step`;
const TAKE_BACK = sql`rollback to step`;

async function runApart(db: Transaction<Schema>, step: Step): Promise<void> {
  await SAVE.execute(db);
  try {
    await step.run(db);
  } catch {
    // A full disk ends the whole transaction: then this throws too, and every step fails.
    await TAKE_BACK.execute(db);
  }
  await RELEASE.execute(db);
}
