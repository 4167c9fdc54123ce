import { describe, expect, test } from "vitest";
import { findInstallation } from "../../src/store/installations.ts";
import { DATABASES } from "../databases.ts";
import { LIFE } from "./exchange.ts";
import { HOUR, hold, installed, openPrograms, SECOND } from "./programs.ts";

describe.each(DATABASES)("installations whose token runs out, kept in %s,", (kind) => {
  test("have their token renewed from two hours before it runs out", async () => {
    const programs = await openPrograms(kind);
    const { one, exchange, pass } = programs;
    const { token, refreshToken } = await installed(programs, 2 * HOUR + 61 * SECOND);
    expect(await one.find("T1")).toMatchObject({ token });
    expect(exchange.offered).toEqual([]);
    pass(61 * SECOND);
    const renewed = await one.find("T1");
    expect(renewed).toEqual({
      tenant: "T1",
      token: expect.any(String),
      botId: "BBOT",
      botUserId: "UBOT",
      appId: "A1",
    });
    expect(renewed?.token).not.toBe(token);
    expect(exchange.offered).toEqual([refreshToken]);
    const kept = await programs.one.keeper.find("T1");
    expect(kept?.expiresAt).toBe(new Date(programs.clock.now + LIFE * SECOND).toISOString());
  });

  test("have their token renewed again and again, each time with what came last", async () => {
    const programs = await openPrograms(kind);
    const { one, two, exchange, pass } = programs;
    await installed(programs, HOUR);
    const tokens = new Set<string | undefined>();
    for (const program of [one, two, one, two]) {
      tokens.add((await program.find("T1"))?.token);
      pass(11 * HOUR);
    }
    expect(tokens.size).toBe(4);
    expect(new Set(exchange.offered).size).toBe(4);
    expect(programs.told).toEqual([]);
  });

  test("never have a token renewed that does not run out", async () => {
    const programs = await openPrograms(kind);
    const { one, exchange, pass } = programs;
    const credential = await installed(programs);
    await one.keep({ ...credential, expiresAt: null, refreshToken: null });
    pass(10_000 * HOUR);
    expect(await one.find("T1")).toMatchObject({ token: credential.token });
    expect(exchange.offered).toEqual([]);
  });

  test("spend one refresh token when many ask one program at once", async () => {
    const programs = await openPrograms(kind);
    await installed(programs, -HOUR);
    const found = await Promise.all(Array.from({ length: 20 }, () => programs.one.find("T1")));
    expect(new Set(found.map((each) => each?.token)).size).toBe(1);
    expect(programs.exchange.offered).toHaveLength(1);
    expect(programs.waits).toEqual([]);
  });

  test("spend one refresh token when two programs need a new token at once, and both get it", async () => {
    const programs = await openPrograms(kind);
    const { one, two, exchange } = programs;
    const { token } = await installed(programs, -HOUR);
    const both = [one.find("T1"), two.find("T1")];
    for (const { hooks } of [one, two]) hooks.wait = () => Promise.race(both);
    const [first, second] = await Promise.all(both);
    expect(first?.token).not.toBe(token);
    expect(second).toEqual(first);
    expect(exchange.offered).toHaveLength(1);
    expect(programs.told).toEqual([]);
  });

  test("spend one refresh token where one program saw the old token just before the other renewed it", async () => {
    const programs = await openPrograms(kind);
    const { one, two, exchange } = programs;
    await installed(programs, HOUR);
    two.hooks.lease = async (...given) => {
      await one.find("T1");
      return two.keeper.lease(...given);
    };
    expect(await two.find("T1")).toEqual(await one.find("T1"));
    expect(exchange.offered).toHaveLength(1);
    expect(programs.told).toEqual([]);
  });

  test("are found with the old token while another program fetches the new one", async () => {
    const programs = await openPrograms(kind);
    const { one, two, exchange } = programs;
    const { token } = await installed(programs, HOUR);
    const { asked, release } = hold(programs);
    const renewing = one.find("T1");
    await asked;
    expect(await two.find("T1")).toMatchObject({ token });
    release();
    expect((await renewing)?.token).not.toBe(token);
    expect(exchange.offered).toHaveLength(1);
    expect(programs.waits).toEqual([]);
  });

  test("are waited for under two seconds where the old token has run out and the new one does not come", async () => {
    const programs = await openPrograms(kind);
    const { one, two } = programs;
    await installed(programs, -HOUR);
    const { asked, release } = hold(programs);
    const renewing = one.find("T1");
    await asked;
    await expect(two.find("T1")).rejects.toThrow("slack:T1 has run out");
    expect(programs.waits.length).toBeGreaterThan(3);
    expect(programs.waits.reduce((sum, each) => sum + each)).toBeLessThan(2 * SECOND);
    release();
    const renewed = await renewing;
    expect(await two.find("T1")).toEqual(renewed);
  });

  test("are not remembered for longer than their token lives", async () => {
    const programs = await openPrograms(kind);
    const { one, two, pass, exchange } = programs;
    const { token } = await installed(programs, 30 * SECOND);
    const { asked, release } = hold(programs);
    const renewing = one.find("T1");
    await asked;
    expect(await two.find("T1")).toMatchObject({ token });
    release();
    const renewed = await renewing;
    pass(30 * SECOND);
    expect(await two.find("T1")).toEqual(renewed);
    expect(exchange.offered).toHaveLength(1);
  });

  const ENDINGS: readonly {
    title: string;
    ending: "cut" | { readonly refused: string };
    /** With a token that still lives, and with one that has run out. */
    living: "old" | "none";
    dead: "throws" | "none";
    isKept: boolean;
  }[] = [
    { title: "Slack is out of reach", ending: "cut", living: "old", dead: "throws", isKept: true },
    {
      title: "Slack is in trouble",
      ending: { refused: "internal_error" },
      living: "old",
      dead: "throws",
      isKept: true,
    },
    {
      title: "the client's secret is wrong",
      ending: { refused: "bad_client_secret" },
      living: "old",
      dead: "throws",
      isKept: true,
    },
    {
      title: "the refresh token is refused",
      ending: { refused: "invalid_refresh_token" },
      living: "old",
      dead: "none",
      isKept: true,
    },
    {
      title: "the app is gone",
      ending: { refused: "account_inactive" },
      living: "none",
      dead: "none",
      isKept: false,
    },
    {
      title: "the token is revoked",
      ending: { refused: "token_revoked" },
      living: "none",
      dead: "none",
      isKept: false,
    },
  ];

  test.each(ENDINGS)("where $title: what is found, kept and told", async (given) => {
    for (const [life, expected] of [
      [HOUR, given.living],
      [-HOUR, given.dead],
    ] as const) {
      const programs = await openPrograms(kind);
      const { token } = await installed(programs, life);
      programs.exchange.ending = given.ending;
      const found = await programs.one.find("T1").catch(() => "throws");
      expect(found).toEqual(
        expected === "old" ? expect.objectContaining({ token }) : expected === "none" ? null : "throws",
      );
      expect((await findInstallation(programs.db, "slack", "T1")) !== null).toBe(given.isKept);
      const [line, ...others] = programs.told;
      expect(others).toEqual([]);
      expect(line).toContain("slack:T1");
      if (given.ending !== "cut") expect(line).toContain(given.ending.refused);
      for (const secret of programs.exchange.secrets) expect(line).not.toContain(secret);
    }
  });

  test("have their token renewed once Slack answers again, after the lease of the one who failed", async () => {
    const programs = await openPrograms(kind);
    const { one, exchange, pass } = programs;
    await installed(programs, -HOUR);
    exchange.ending = "cut";
    await expect(one.find("T1")).rejects.toThrow("has run out");
    exchange.ending = "well";
    await expect(one.find("T1")).rejects.toThrow("has run out");
    expect(exchange.offered).toHaveLength(1);
    pass(31 * SECOND);
    expect(await one.find("T1")).not.toBeNull();
    expect(exchange.offered).toHaveLength(2);
  });

  test.each(["token_revoked", "invalid_refresh_token"])(
    "stay where the app was installed anew while the old token was refused: %s",
    async (refused) => {
      const programs = await openPrograms(kind);
      const { one, two, exchange } = programs;
      await installed(programs, -HOUR);
      exchange.ending = { refused };
      const { asked, release } = hold(programs);
      const renewing = one.find("T1");
      await asked;
      const anew = { ...(await installed(programs)), ...exchange.newToken() };
      await two.keep(anew);
      release();
      expect(await renewing).toMatchObject({ token: anew.token });
      expect(await two.find("T1")).toMatchObject({ token: anew.token });
    },
  );

  test("keep what was installed anew rather than what came for the old token", async () => {
    const programs = await openPrograms(kind);
    const { one, two } = programs;
    await installed(programs, -HOUR);
    const { asked, release } = hold(programs);
    const renewing = one.find("T1");
    await asked;
    const anew = await installed(programs);
    release();
    expect(await renewing).toMatchObject({ token: anew.token });
    expect(await two.find("T1")).toMatchObject({ token: anew.token });
  });

  test("keep what was renewed although the database fails for a moment", async () => {
    const programs = await openPrograms(kind);
    const { one, two } = programs;
    await installed(programs, -HOUR);
    const { keepRefreshed } = one.hooks;
    let fails = 2;
    one.hooks.keepRefreshed = (...given) => {
      fails -= 1;
      return fails < 0 ? keepRefreshed(...given) : Promise.reject(new Error("the database is busy"));
    };
    const renewed = await one.find("T1");
    expect(renewed).not.toBeNull();
    expect(await two.find("T1")).toEqual(renewed);
  });
});
