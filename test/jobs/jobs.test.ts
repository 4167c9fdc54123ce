/** One contract for the queue of PostgreSQL and the timer of SQLite. */
import type { Kysely } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openBoss } from "../../src/jobs/boss.ts";
import { SYSTEM_CLOCK } from "../../src/jobs/clock.ts";
import { every, type Jobs } from "../../src/jobs/jobs.ts";
import { openTimer } from "../../src/jobs/timer.ts";
import type { Schema } from "../../src/store/schema.ts";
import { DATABASES, newDatabase, type TestDatabase } from "../databases.ts";

const NOW = () => new Date();
const MUCH_LATER = () => new Date(Date.now() + 3_600_000);

describe.each(DATABASES)("jobs on %s", (kind) => {
  let database: TestDatabase;
  let opened: Jobs[];
  let complaints: string[];

  beforeEach(async () => {
    database = await newDatabase(kind);
    opened = [];
    complaints = [];
  });
  afterEach(async () => {
    for (const jobs of opened) await jobs.stop();
    await database.remove();
  });

  /** As one running program would open them. */
  async function program(): Promise<Jobs> {
    const db: Kysely<Schema> = await database.open();
    const complain = (line: string) => void complaints.push(line);
    const jobs =
      kind === "SQLite"
        ? openTimer(db, { clock: SYSTEM_CLOCK, random: () => 0, complain })
        : await openBoss(database.address, complain);
    opened.push(jobs);
    return jobs;
  }

  test("a job that is due is done once, with its data", async () => {
    const jobs = await program();
    const done = collector<unknown>(1);
    await jobs.work("remind", done.add);
    await jobs.later("remind", "a", { person: "p1" }, NOW());
    expect(await done.all).toEqual([{ person: "p1" }]);
  });

  test("a job that is not due waits", async () => {
    const jobs = await program();
    const done = collector<unknown>(1);
    await jobs.work("remind", done.add);
    await jobs.later("remind", "later", "later", MUCH_LATER());
    await jobs.later("remind", "now", "now", NOW());
    expect(await done.all).toEqual(["now"]);
  });

  test("of one name and key only one waits, however often it is asked for", async () => {
    const jobs = await program();
    for (const data of [1, 2, 3]) await jobs.later("remind", "same", data, NOW());
    await jobs.later("remind", "other", "other", NOW());
    const done = collector<unknown>(2);
    await jobs.work("remind", done.add);
    expect((await done.all).sort()).toEqual([1, "other"]);
  });

  test("two programs at once do each job once", { timeout: 60_000 }, async () => {
    const count = 12;
    const one = await program();
    const two = await program();
    const done = collector<unknown>(count);
    for (let key = 0; key < count; key += 1) await one.later("remind", `k${key}`, key, NOW());
    await Promise.all([one.work("remind", done.add), two.work("remind", done.add)]);
    const all = (await done.all) as number[];
    expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, key) => key));
    await one.stop();
    await two.stop();
    expect(done.seen).toHaveLength(count);
  });

  test("a job outlives the program that asked for it", async () => {
    const one = await program();
    await one.later("remind", "a", "kept", NOW());
    await one.stop();
    const two = await program();
    const done = collector<unknown>(1);
    await two.work("remind", done.add);
    expect(await done.all).toEqual(["kept"]);
  });

  test("a job that fails is tried again", { timeout: 60_000 }, async () => {
    const jobs = await program();
    const tried = collector<unknown>(2);
    await jobs.work("remind", async (data) => {
      await tried.add(data);
      if (tried.seen.length === 1) throw new Error("not this time");
    });
    await jobs.later("remind", "a", "again", NOW());
    expect(await tried.all).toEqual(["again", "again"]);
  });

  test("work that is done every so often asks for its next time itself, once for all programs", async () => {
    const one = await program();
    const two = await program();
    const ran = collector<string>(1);
    // The first waits for an hour; the second program finds it waiting, and adds none.
    await every({ jobs: one, clock: SYSTEM_CLOCK, complain: () => undefined }, "purge", 3_600_000, () =>
      ran.add("purge"),
    );
    await every({ jobs: two, clock: SYSTEM_CLOCK, complain: () => undefined }, "purge", 3_600_000, () =>
      ran.add("purge"),
    );
    const marker = collector<unknown>(1);
    await one.work("marker", marker.add);
    await one.later("marker", "a", "marker", NOW());
    await marker.all;
    expect(ran.seen).toEqual([]);
    await one.stop();
    await two.stop();
  });
});

/** Collects what is done; `all` resolves when there is enough. */
function collector<Value>(count: number): {
  seen: Value[];
  all: Promise<Value[]>;
  add(value: Value): Promise<void>;
} {
  const seen: Value[] = [];
  const { promise, resolve } = withResolvers<Value[]>();
  return {
    seen,
    all: promise,
    async add(value) {
      seen.push(value);
      if (seen.length === count) resolve(seen);
    },
  };
}

function withResolvers<Value>(): { promise: Promise<Value>; resolve(value: Value): void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
