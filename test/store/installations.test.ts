import { describe, expect, test } from "vitest";
import {
  findInstallation,
  findInstallations,
  keepInstallation,
  keepRefreshed,
  leaseRefresh,
  type NewSealed,
  removeInstallation,
  resealInstallation,
} from "../../src/store/installations.ts";
import { DATABASES, openNew, openTwice } from "../databases.ts";
import { AT } from "./turn.ts";

const PLACE = { channel: "slack", tenant: "T1" };

/** ISO time so many seconds after the installation. */
function second(seconds: number): string {
  return new Date(Date.parse(AT) + seconds * 1_000).toISOString();
}

function installed(given: Partial<NewSealed> = {}): NewSealed {
  return { ...PLACE, sealed: "sealed 1", expiresAt: second(43_200), at: AT, ...given };
}

function lease(by: string, from = 0) {
  return { by, now: second(from), until: second(from + 30) };
}

describe.each(DATABASES)("installations in %s", (kind) => {
  test("are found by channel and tenant, and by no other", async () => {
    const { db } = await openNew(kind);
    await keepInstallation(db, installed());
    await keepInstallation(db, installed({ tenant: "T0", sealed: "sealed 0", expiresAt: null }));
    await keepInstallation(db, installed({ channel: "teams", sealed: "in teams" }));
    const earlier = { tenant: "T0", sealed: "sealed 0", expiresAt: null };
    const later = { tenant: "T1", sealed: "sealed 1", expiresAt: second(43_200) };
    expect(await findInstallation(db, "slack", "T1")).toEqual(later);
    expect(await findInstallation(db, "slack", "T2")).toBeNull();
    expect(await findInstallation(db, "teams", "T0")).toBeNull();
    expect(await findInstallations(db, "slack")).toEqual([earlier, later]);
  });

  test("are replaced by installing again, which ends the lease on the old token", async () => {
    const { db } = await openNew(kind);
    await keepInstallation(db, installed());
    expect(await leaseRefresh(db, PLACE, lease("one"))).toBe(true);
    await keepInstallation(db, installed({ sealed: "sealed anew", expiresAt: null, at: second(1) }));
    const late = { ...installed({ sealed: "renewed too late" }), by: "one" };
    expect(await keepRefreshed(db, late)).toBe(false);
    expect(await db.selectFrom("installations").selectAll().execute()).toEqual([
      {
        ...PLACE,
        sealed: "sealed anew",
        expires_at: null,
        updated_at: second(1),
        refresh_until: null,
        refreshed_by: null,
      },
    ]);
  });

  test("are removed once, and that they were is remembered without what was in them", async () => {
    const { db } = await openNew(kind);
    await keepInstallation(db, installed());
    await keepInstallation(db, installed({ tenant: "T2" }));
    expect(await removeInstallation(db, "slack", "T1", { at: AT })).toBe(true);
    expect(await removeInstallation(db, "slack", "T1", { at: AT })).toBe(false);
    expect(await findInstallation(db, "slack", "T1")).toBeNull();
    expect(await findInstallation(db, "slack", "T2")).not.toBeNull();
    expect(await db.selectFrom("audit").selectAll().execute()).toEqual([
      {
        id: expect.any(String),
        at: AT,
        actor: "system",
        act: "uninstall",
        subject: "slack:T1",
        detail: null,
      },
    ]);
  });

  test("stay where they were kept after the time up to which they are removed", async () => {
    const { db } = await openNew(kind);
    await keepInstallation(db, { channel: "slack", tenant: "T1", sealed: "sealed", expiresAt: null, at: AT });
    const before = new Date(Date.parse(AT) - 1_000).toISOString();
    expect(await removeInstallation(db, "slack", "T1", { at: AT, until: before })).toBe(false);
    expect(await removeInstallation(db, "slack", "T1", { at: AT, until: AT })).toBe(true);
  });

  test("can be installed again after they were removed", async () => {
    const { db } = await openNew(kind);
    await keepInstallation(db, installed());
    await removeInstallation(db, "slack", "T1", { at: AT });
    await keepInstallation(db, installed({ sealed: "sealed anew" }));
    expect(await findInstallation(db, "slack", "T1")).toMatchObject({ sealed: "sealed anew" });
  });

  test("stay where they are to be removed by somebody whose lease is over", async () => {
    const { db } = await openNew(kind);
    await keepInstallation(db, installed());
    await leaseRefresh(db, PLACE, lease("one"));
    await keepInstallation(db, installed({ sealed: "sealed anew" }));
    expect(await removeInstallation(db, "slack", "T1", { at: AT, by: "one" })).toBe(false);
    expect(await leaseRefresh(db, PLACE, lease("two"))).toBe(true);
    expect(await removeInstallation(db, "slack", "T1", { at: AT, by: "one" })).toBe(false);
    expect(await db.selectFrom("audit").selectAll().execute()).toEqual([]);
    expect(await removeInstallation(db, "slack", "T1", { at: AT, by: "two" })).toBe(true);
  });

  test("are leased to one of many who ask at once", async () => {
    const { both } = await openTwice(kind);
    await keepInstallation(both[0], installed());
    for (let round = 0; round < 5; round += 1) {
      const askers = Array.from({ length: 8 }, (_, place) => `asker ${place}`);
      const given = await Promise.all(
        askers.map((by, place) => leaseRefresh(both[place % 2 ? 1 : 0], PLACE, lease(by, round * 60))),
      );
      expect(given.filter(Boolean)).toHaveLength(1);
    }
  });

  test("are leased again once the lease has run out, and not before; nothing is leased of what is not there", async () => {
    const { db } = await openNew(kind);
    await keepInstallation(db, installed());
    expect(await leaseRefresh(db, PLACE, lease("one"))).toBe(true);
    expect(await leaseRefresh(db, PLACE, lease("two", 30))).toBe(false);
    expect(await leaseRefresh(db, PLACE, lease("one", 30))).toBe(false);
    expect(await leaseRefresh(db, PLACE, lease("two", 31))).toBe(true);
    expect(await leaseRefresh(db, { channel: "slack", tenant: "T2" }, lease("one"))).toBe(false);
    expect(await leaseRefresh(db, { channel: "teams", tenant: "T1" }, lease("one"))).toBe(false);
  });

  test("take what was renewed from the holder of the lease alone, and then are free", async () => {
    const { db } = await openNew(kind);
    await keepInstallation(db, installed());
    const renewed = installed({ sealed: "renewed", expiresAt: second(86_400), at: second(1) });
    expect(await keepRefreshed(db, { ...renewed, by: "one" })).toBe(false);
    await leaseRefresh(db, PLACE, lease("one"));
    expect(await keepRefreshed(db, { ...renewed, by: "two" })).toBe(false);
    expect(await keepRefreshed(db, { ...renewed, tenant: "T2", by: "one" })).toBe(false);
    expect(await findInstallation(db, "slack", "T1")).toMatchObject({ sealed: "sealed 1" });
    expect(await keepRefreshed(db, { ...renewed, by: "one" })).toBe(true);
    const kept = { tenant: "T1", sealed: "renewed", expiresAt: second(86_400) };
    expect(await findInstallation(db, "slack", "T1")).toEqual(kept);
    expect(await leaseRefresh(db, PLACE, lease("two", 2))).toBe(true);
  });

  test("take what was renewed from a lease that ran out, unless another has taken it over", async () => {
    const { db } = await openNew(kind);
    await keepInstallation(db, installed());
    await leaseRefresh(db, PLACE, lease("one"));
    const renewed = { ...installed({ sealed: "renewed late", at: second(99) }), by: "one" };
    expect(await keepRefreshed(db, renewed)).toBe(true);
    await leaseRefresh(db, PLACE, lease("one", 100));
    await leaseRefresh(db, PLACE, lease("two", 200));
    expect(await keepRefreshed(db, { ...renewed, sealed: "too late" })).toBe(false);
    expect(await findInstallation(db, "slack", "T1")).toMatchObject({ sealed: "renewed late" });
  });

  test("are sealed anew only where nothing was changed since they were read", async () => {
    const { db } = await openNew(kind);
    await keepInstallation(db, installed());
    await leaseRefresh(db, PLACE, lease("one"));
    const given = { before: "sealed 1", sealed: "resealed" };
    expect(await resealInstallation(db, PLACE, given)).toBe(true);
    expect(await resealInstallation(db, PLACE, given)).toBe(false);
    expect(await findInstallation(db, "slack", "T1")).toMatchObject({ sealed: "resealed" });
    expect(await keepRefreshed(db, { ...installed({ sealed: "renewed" }), by: "one" })).toBe(true);
  });
});
