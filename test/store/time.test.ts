/** Which time it is, whatever a computer's own clock says, and what becomes of replies that a wrong clock put off. */
import { describe, expect, test } from "vitest";
import { isPostgres } from "../../src/store/database.ts";
import { leaseDue } from "../../src/store/leases.ts";
import { correctTimes } from "../../src/store/set-back.ts";
import { type OwnClock, openTime } from "../../src/store/time.ts";
import { keepTurn } from "../../src/store/turns.ts";
import { DATABASES, openNew } from "../databases.ts";
import { turnOf } from "./turn.ts";

const HOUR = 3_600_000;

/** A computer's clock that a test sets. */
function ownClock(wrongBy: number): OwnClock & { wrongBy: number } {
  return {
    wrongBy,
    now() {
      return Date.now() + this.wrongBy;
    },
    passed: () => performance.now(),
  };
}

describe.each(DATABASES)("the time on %s", (kind) => {
  test("does not change while it is counted, though somebody sets the clock", async () => {
    const { db, database } = await openNew(kind);
    const own = ownClock(0);
    const time = await openTime(db, database.address, own);
    own.wrongBy = HOUR;
    expect(Math.abs(time.now().getTime() - Date.now())).toBeLessThan(HOUR / 2);
  });

  test("is the database's where it has a clock, and says by how much it was set back where it has none", async () => {
    const { db, database } = await openNew(kind);
    const own = ownClock(HOUR);
    const time = await openTime(db, database.address, own);
    const isWrong = Math.abs(time.now().getTime() - Date.now()) > HOUR / 2;
    expect(isWrong).toBe(!isPostgres(database.address));
    own.wrongBy = 0;
    const changed = await time.ask();
    if (isWrong) expect(changed).toBeLessThan(-HOUR / 2);
    else expect(Math.abs(changed)).toBeLessThan(HOUR / 2);
    expect(Math.abs(time.now().getTime() - Date.now())).toBeLessThan(HOUR / 2);
  });
});

const NOW = "2026-03-02T09:00:00.000Z";
const LATER = "2026-03-02T10:00:00.000Z";
const SOON = "2026-03-02T09:00:15.000Z";
const CORRECTED = { now: NOW, latest: NOW, leasedUntil: SOON };

describe.each(DATABASES)("replies on %s that were put off by a clock an hour ahead", (kind) => {
  const lease = (now: string, until: string, by = "one") => ({ by, now, until });

  test("are due once it was set back", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann", { at: LATER, dueAt: LATER }));
    expect(await leaseDue(db, ["console"], lease(NOW, SOON), 9)).toEqual([]);
    await correctTimes(db, CORRECTED);
    expect(await leaseDue(db, ["console"], lease(NOW, SOON), 9)).toHaveLength(1);
  });

  test("stay in the hands of who delivers them, but not for an hour", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann", { at: NOW }));
    expect(await leaseDue(db, ["console"], lease(NOW, LATER), 9)).toHaveLength(1);
    await correctTimes(db, CORRECTED);
    expect(await leaseDue(db, ["console"], lease(NOW, SOON, "other"), 9)).toEqual([]);
    const after = "2026-03-02T09:00:16.000Z";
    expect(await leaseDue(db, ["console"], lease(after, LATER, "other"), 9)).toHaveLength(1);
  });

  test("that wait for their next try as they should go on waiting at a start", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann", { at: NOW, dueAt: SOON }));
    await correctTimes(db, { ...CORRECTED, latest: LATER });
    expect(await leaseDue(db, ["console"], lease(NOW, SOON), 9)).toEqual([]);
  });
});
