import { describe, expect, test } from "vitest";
import { keeperOf } from "../../src/app/installations.ts";
import { openOne, tenantOf } from "../../src/channels/slack/installations.ts";
import { findInstallation, keepInstallation } from "../../src/store/installations.ts";
import { openVault } from "../../src/vault.ts";
import { DATABASES } from "../databases.ts";
import { openExchange } from "./exchange.ts";
import { installed, openPrograms, SECOND, SECRET, START } from "./programs.ts";

const NEXT_SECRET = "the-secret-of-this-year-with-enough-characters";

describe.each(DATABASES)("installations in many workspaces, kept in %s,", (kind) => {
  test("are found where they are, with nothing that renews the token", async () => {
    const programs = await openPrograms(kind);
    const { token } = await installed(programs);
    const found = { tenant: "T1", token, botId: "BBOT", botUserId: "UBOT", appId: "A1" };
    expect(await programs.one.find("T1")).toEqual(found);
    expect(await programs.two.find("T1")).toEqual(found);
    expect(await programs.one.find("T2")).toBeNull();
    expect(programs.exchange.offered).toEqual([]);
  });

  test("are looked for once a minute, also where there are none", async () => {
    const programs = await openPrograms(kind);
    const { one, two, pass } = programs;
    expect(await two.find("T1")).toBeNull();
    const { token } = await installed(programs);
    for (let times = 0; times < 3; times += 1) {
      expect(await two.find("T1")).toBeNull();
      expect(await one.find("T1")).toMatchObject({ token });
    }
    expect([one.looks, two.looks]).toEqual([["T1"], ["T1"]]);
    pass(60 * SECOND);
    expect(await two.find("T1")).toMatchObject({ token });
    expect(two.looks).toEqual(["T1", "T1"]);
  });

  test("are found at once by whoever keeps them, and by nobody once they are removed", async () => {
    const programs = await openPrograms(kind);
    const { one } = programs;
    expect(await one.find("T1")).toBeNull();
    const first = await installed(programs);
    expect(await one.find("T1")).toMatchObject({ token: first.token });
    const second = await installed(programs);
    expect(await one.find("T1")).toMatchObject({ token: second.token });
    await one.remove("T1");
    expect(await one.find("T1")).toBeNull();
    const third = await installed(programs);
    expect(await one.find("T1")).toMatchObject({ token: third.token });
  });

  test("are not found by somebody who looked while they were being removed", async () => {
    const programs = await openPrograms(kind);
    await installed(programs);
    const { one } = programs;
    await Promise.all([one.find("T1"), one.remove("T1"), one.find("T1")]);
    expect(await one.find("T1")).toBeNull();
  });

  test("are read after the secret was changed, and sealed by the new one at start", async () => {
    const programs = await openPrograms(kind);
    const { db } = programs;
    const { token } = await installed(programs);
    const at = () => new Date(START);
    const rotated = keeperOf(db, openVault(NEXT_SECRET, [SECRET]), "slack", at);
    expect((await rotated.find("T1"))?.secret).toContain(token);
    expect(await rotated.reseal()).toEqual({ count: 1, unreadable: [] });
    expect(await rotated.reseal()).toEqual({ count: 0, unreadable: [] });
    const withoutOld = keeperOf(db, openVault(NEXT_SECRET), "slack", at);
    expect((await withoutOld.find("T1"))?.secret).toContain(token);
    expect(await withoutOld.reseal()).toEqual({ count: 0, unreadable: [] });
  });

  test("say what to do where the secret was changed and the old one is not named", async () => {
    const programs = await openPrograms(kind);
    const { db } = programs;
    const { token } = await installed(programs);
    const before = await findInstallation(db, "slack", "T1");
    const lost = keeperOf(db, openVault(NEXT_SECRET), "slack", () => new Date(START));
    await expect(lost.find("T1")).rejects.toThrow("SIGNPOST_SECRET_BEFORE");
    const { count, unreadable } = await lost.reseal();
    expect(count).toBe(0);
    expect(unreadable).toEqual([expect.stringContaining("slack:T1 was sealed with another secret")]);
    expect(unreadable.join()).not.toContain(token);
    expect(await findInstallation(db, "slack", "T1")).toEqual(before);
  });

  test("do not open in the row of another tenant", async () => {
    const programs = await openPrograms(kind);
    const { db, one } = programs;
    const { token } = await installed(programs);
    const row = await findInstallation(db, "slack", "T1");
    const at = new Date(START).toISOString();
    await keepInstallation(db, {
      channel: "slack",
      tenant: "T2",
      sealed: row?.sealed ?? "",
      expiresAt: null,
      at,
    });
    const complaint = await one.find("T2").catch((error: Error) => error.message);
    expect(complaint).toContain("slack:T2");
    expect(complaint).not.toContain(token);
    expect(await one.find("T1")).toMatchObject({ token });
  });
});

describe("an installation in one workspace", () => {
  test("is found for its own workspace and no other, and Slack is asked once", async () => {
    const exchange = await openExchange();
    const { token } = exchange.newToken({ team: "T1", enterprise: "E1" });
    const one = openOne(exchange, token);
    const [first] = await Promise.all([one.find("T1"), one.find("T1"), one.find("T2")]);
    expect(first).toEqual({ tenant: "T1", token, botId: "BBOT", botUserId: "UBOT", appId: null });
    for (const tenant of ["T2", "E1", ""]) expect(await one.find(tenant)).toBeNull();
    expect(exchange.tested).toEqual([token]);
  });

  test("is found for its organisation where it is installed for all of it", async () => {
    const exchange = await openExchange();
    const one = openOne(exchange, exchange.newToken({ team: null, enterprise: "E1" }).token);
    expect(await one.find("E1")).toMatchObject({ tenant: "E1" });
    expect(await one.find("T1")).toBeNull();
  });

  test("is asked for again after a failure", async () => {
    const exchange = await openExchange();
    const one = openOne(exchange, exchange.newToken().token);
    exchange.ending = "cut";
    await expect(one.find("T1")).rejects.toThrow();
    exchange.ending = "well";
    expect(await one.find("T1")).toMatchObject({ tenant: "T1" });
  });

  test("names the variable where Slack does not take the token, and never the token", async () => {
    const exchange = await openExchange();
    const complaint = await openOne(exchange, "xoxb-unknown")
      .find("T1")
      .catch((error: Error) => error.message);
    expect(complaint).toContain("SLACK_BOT_TOKEN");
    expect(complaint).toContain("invalid_auth");
    expect(complaint).not.toContain("xoxb-unknown");
  });

  test.each(["account_inactive", "token_revoked"])(
    "is not found once it was removed: %s",
    async (refused) => {
      const exchange = await openExchange();
      const one = openOne(exchange, exchange.newToken().token);
      expect(await one.find("T1")).not.toBeNull();
      exchange.ending = { refused };
      expect(await one.find("T1")).not.toBeNull();
      await one.remove("T1");
      expect(await one.find("T1")).toBeNull();
    },
  );
});

describe("the tenant", () => {
  test.each([
    ["a workspace", { teamId: "T1" }, "T1"],
    [
      "a workspace of an organisation",
      { teamId: "T1", enterpriseId: "E1", isEnterpriseInstall: false },
      "T1",
    ],
    ["an organisation", { teamId: "T1", enterpriseId: "E1", isEnterpriseInstall: true }, "E1"],
    ["an organisation alone", { teamId: undefined, enterpriseId: "E1", isEnterpriseInstall: true }, "E1"],
  ])("is %s", (_, whose, tenant) => {
    expect(tenantOf(whose)).toBe(tenant);
  });

  test.each([
    ["nobody", {}],
    ["an organisation without a name", { teamId: "T1", isEnterpriseInstall: true }],
    ["a workspace without a name", { teamId: "", enterpriseId: "E1" }],
  ])("is not guessed for %s", (_, whose) => {
    expect(() => tenantOf(whose)).toThrow("neither a workspace nor an organisation");
  });
});
