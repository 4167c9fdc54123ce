import { describe, expect, onTestFinished, test } from "vitest";
import { keeperOf } from "../../src/app/installations.ts";
import { openServer } from "../../src/channels/http.ts";
import { registerInstall } from "../../src/channels/slack/install.ts";
import { type Installation, openMany } from "../../src/channels/slack/installations.ts";
import { openVault } from "../../src/vault.ts";
import { DATABASES, type DatabaseKind, openNew } from "../databases.ts";
import { CLIENT, type Grant, openExchange } from "./exchange.ts";

const SECRET = "a-secret-of-at-least-thirty-two-characters";
const WORDS = {
  done: "It is installed",
  doneText: "Say <hello> & go on.",
  failed: "It was not installed",
  failedText: "Please begin again.",
};
const AUTHORIZE = "https://slack.example/oauth/v2/authorize";

/** Everything from the browser's address to the database, with a clock to be set. */
async function openHouse(kind: DatabaseKind) {
  const exchange = await openExchange();
  const { db } = await openNew(kind);
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const told: string[] = [];
  const logged: string[] = [];
  const greeted: { installation: Installation; installer: string }[] = [];
  const complain = (line: string) => void told.push(line);
  const installations = openMany({
    keeper: keeperOf(db, openVault(SECRET), "slack", () => new Date(clock.now)),
    web: exchange,
    ...CLIENT,
    now,
    by: "here",
    wait: () => Promise.reject(new Error("nobody else is here to be waited for")),
    complain,
  });
  const metrics = { read: async () => "", contentType: "text/plain" };
  const logTo = { write: (line: string) => void logged.push(line) };
  const server = openServer({ readiness: async () => null, metrics }, { logLevel: "trace", logTo });
  const house = {
    afterInstall: async (installation: Installation, installer: string) => {
      greeted.push({ installation, installer });
    },
  };
  registerInstall(server, {
    web: exchange,
    ...CLIENT,
    secret: SECRET,
    scopes: ["chat:write", "commands"],
    authorizationUrl: AUTHORIZE,
    installations,
    words: WORDS,
    now,
    afterInstall: (installation, installer) => house.afterInstall(installation, installer),
    complain,
  });
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(() => server.close());
  const rows = () => db.selectFrom("installations").selectAll().execute();
  return { exchange, clock, told, logged, greeted, installations, house, address, rows };
}
type House = Awaited<ReturnType<typeof openHouse>>;

interface Begun {
  readonly state: string;
  /** As the browser sends it back. */
  readonly cookie: string;
  readonly response: Response;
}

async function begin({ address }: House): Promise<Begun> {
  const response = await fetch(`${address}/slack/install`, { redirect: "manual" });
  const state = new URL(response.headers.get("location") ?? "").searchParams.get("state") ?? "";
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { state, cookie, response };
}

interface Return {
  readonly state?: string;
  readonly code?: string;
  readonly error?: string;
  readonly cookie?: string;
}

async function comeBack({ address }: House, { cookie, ...query }: Return) {
  const url = `${address}/slack/oauth_redirect?${new URLSearchParams(query)}`;
  const response = await fetch(url, cookie === undefined ? {} : { headers: { cookie } });
  return { status: response.status, page: await response.text(), headers: response.headers };
}

/** All the way, as a browser goes it. */
async function install(house: House, grant: Partial<Grant> = {}) {
  const { state, cookie } = await begin(house);
  return comeBack(house, { state, cookie, code: house.exchange.newCode(grant) });
}

async function expectNothingKept(house: House): Promise<void> {
  expect(await house.rows()).toEqual([]);
  expect(house.greeted).toEqual([]);
}

describe.each(DATABASES)("installing from a browser, kept in %s,", (kind) => {
  test("begins at Slack, with a state that is bound to the browser", async () => {
    const house = await openHouse(kind);
    const { response, state, cookie } = await begin(house);
    expect(response.status).toBe(302);
    const to = new URL(response.headers.get("location") ?? "");
    expect(`${to.origin}${to.pathname}`).toBe(AUTHORIZE);
    expect(Object.fromEntries(to.searchParams)).toEqual({
      scope: "chat:write,commands",
      client_id: CLIENT.clientId,
      state,
    });
    expect(cookie).toBe(`__Host-signpost-slack-install=${state}`);
    const attributes = response.headers.get("set-cookie")?.split("; ").slice(1);
    expect(attributes).toEqual(["Secure", "HttpOnly", "Path=/", "Max-Age=600"]);
    expect((await begin(house)).state).not.toBe(state);
    await expectNothingKept(house);
  });

  test("ends with the app installed, its token sealed, and whoever did it greeted", async () => {
    const house = await openHouse(kind);
    expect(await house.installations.find("T1")).toBeNull();
    const { status, page } = await install(house, { user: "U7" });
    expect(status).toBe(200);
    expect(page).toContain("<h1>It is installed</h1>");
    const found = await house.installations.find("T1");
    const token = house.exchange.tested[0] ?? "";
    expect(found).toEqual({ tenant: "T1", token, botId: "BBOT", botUserId: "UBOT", appId: "A1" });
    expect(house.greeted).toEqual([{ installation: found, installer: "U7" }]);
    const [row, ...others] = await house.rows();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ channel: "slack", tenant: "T1", refreshed_by: null });
    expect(row?.expires_at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    for (const secret of house.exchange.secrets) expect(JSON.stringify(row)).not.toContain(secret);
  });

  test("is for all workspaces of an organisation where Slack says so", async () => {
    const house = await openHouse(kind);
    expect((await install(house, { team: null, enterprise: "E1" })).status).toBe(200);
    expect(await house.installations.find("E1")).toMatchObject({ tenant: "E1" });
    expect((await house.rows()).map(({ tenant }) => tenant)).toEqual(["E1"]);
  });

  test("is for the one workspace where it is a part of an organisation", async () => {
    const house = await openHouse(kind);
    await install(house, { team: "T2", enterprise: "E1" });
    expect((await house.rows()).map(({ tenant }) => tenant)).toEqual(["T2"]);
  });

  test("works again, with or without removing the app before", async () => {
    const house = await openHouse(kind);
    const tokens: (string | undefined)[] = [];
    for (const isRemoved of [false, false, true]) {
      if (isRemoved) {
        await house.installations.remove("T1");
        expect(await house.installations.find("T1")).toBeNull();
      }
      expect((await install(house)).status).toBe(200);
      tokens.push((await house.installations.find("T1"))?.token);
    }
    expect(tokens).toEqual(house.exchange.tested);
    expect(new Set(tokens).size).toBe(3);
    expect(await house.rows()).toHaveLength(1);
  });

  /** What a way back is made of, where all is in order. */
  interface Way {
    readonly state: string;
    readonly cookie: string;
    readonly code: string;
  }
  const NOT_TAKEN: readonly {
    title: string;
    change: (way: Way, house: House) => Return | Promise<Return>;
  }[] = [
    { title: "without a state", change: ({ code, cookie }) => ({ code, cookie }) },
    { title: "from a browser that did not begin", change: ({ code, state }) => ({ code, state }) },
    {
      title: "with the cookie of another",
      change: async (way, house) => ({ ...way, cookie: (await begin(house)).cookie }),
    },
    {
      title: "with a state that was made elsewhere",
      change: ({ code, state }) => {
        const forged = `${state.slice(0, -6)}AAAAAA`;
        return { code, state: forged, cookie: `__Host-signpost-slack-install=${forged}` };
      },
    },
    {
      title: "later than ten minutes",
      change: (way, { clock }) => {
        clock.now += 602_000;
        return way;
      },
    },
    { title: "without a code", change: ({ state, cookie }) => ({ state, cookie }) },
    {
      title: "from somebody who said no",
      change: ({ state, cookie }) => ({ state, cookie, error: "access_denied" }),
    },
  ];

  test.each(NOT_TAKEN)("ends calmly, with nothing asked of Slack: $title", async ({ change }) => {
    const house = await openHouse(kind);
    const { state, cookie } = await begin(house);
    const way = await change({ state, cookie, code: house.exchange.newCode() }, house);
    const { status, page } = await comeBack(house, way);
    expect(status).toBe(400);
    expect(page).toContain("<h1>It was not installed</h1>");
    expect(page).toContain("Please begin again.");
    expect(house.exchange.offered).toEqual([]);
    expect(house.told).toHaveLength(1);
    await expectNothingKept(house);
  });

  test("takes a state once, even with another code", async () => {
    const house = await openHouse(kind);
    const { state, cookie } = await begin(house);
    const [first, second] = [house.exchange.newCode(), house.exchange.newCode({ team: "T2" })];
    expect((await comeBack(house, { state, cookie, code: first })).status).toBe(200);
    const before = await house.rows();
    expect((await comeBack(house, { state, cookie, code: first })).status).toBe(400);
    expect((await comeBack(house, { state, cookie, code: second })).status).toBe(400);
    expect(await house.rows()).toEqual(before);
    expect(house.exchange.offered).toEqual([first]);
  });

  test("takes the cookie away on the way back, whether it ended well or not", async () => {
    const house = await openHouse(kind);
    const { state, cookie } = await begin(house);
    for (const code of [house.exchange.newCode(), "none"]) {
      const { headers } = await comeBack(house, { state, cookie, code });
      expect(headers.get("set-cookie")).toMatch(/^__Host-signpost-slack-install=deleted;.*1970/);
    }
  });

  const REFUSED: readonly { title: string; prepare: (house: House) => string; says: string }[] = [
    { title: "a code that Slack does not know", prepare: () => "unknown", says: "invalid_code" },
    {
      title: "a token of a user alone",
      prepare: ({ exchange }) => exchange.newCode({ hasBot: false }),
      says: "bot",
    },
    {
      title: "Slack out of reach",
      prepare: ({ exchange }) => {
        exchange.ending = "cut";
        return exchange.newCode();
      },
      says: "fetch failed",
    },
  ];

  test.each(REFUSED)("ends calmly, and is told to whoever runs the program: $title", async (given) => {
    const house = await openHouse(kind);
    const { state, cookie } = await begin(house);
    const { status, page } = await comeBack(house, { state, cookie, code: given.prepare(house) });
    expect(status).toBe(400);
    expect(page).toContain("It was not installed");
    expect(house.told.join()).toContain(given.says);
    await expectNothingKept(house);
  });

  test("stands where only the greeting fails", async () => {
    const house = await openHouse(kind);
    house.house.afterInstall = () => Promise.reject(new Error("they take no messages"));
    expect((await install(house)).status).toBe(200);
    expect(await house.rows()).toHaveLength(1);
    expect(house.told.join()).toContain("they take no messages");
  });

  test("shows and logs no token, code, state or secret", async () => {
    const house = await openHouse(kind);
    const { state, cookie } = await begin(house);
    const way = { state, cookie, code: house.exchange.newCode() };
    const pages = [
      await comeBack(house, way),
      await comeBack(house, way),
      await install(house, { hasBot: false }),
    ];
    const seen = JSON.stringify([house.told, house.logged, pages.map(({ page }) => page)]);
    expect(house.told).toHaveLength(2);
    for (const secret of [...house.exchange.secrets, SECRET, state]) expect(seen).not.toContain(secret);
  });

  test("shows pages that no other site frames or reads, in which words are only words", async () => {
    const house = await openHouse(kind);
    const { page, headers } = await install(house);
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain("<title>It is installed</title>");
    expect(page).toContain("Say &#60;hello&#62; &#38; go on.");
    for (const each of [
      headers,
      (await comeBack(house, {})).headers,
      (await begin(house)).response.headers,
    ]) {
      expect(each.get("content-security-policy")).toContain("default-src 'none'");
      expect(each.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(each.get("referrer-policy")).toBe("no-referrer");
      expect(each.get("x-content-type-options")).toBe("nosniff");
      expect(each.get("cache-control")).toBe("no-store");
    }
  });

  test("is not ended by a look at the head of the page", async () => {
    const house = await openHouse(kind);
    const { state, cookie } = await begin(house);
    const code = house.exchange.newCode();
    const url = `${house.address}/slack/oauth_redirect?${new URLSearchParams({ state, code })}`;
    expect((await fetch(url, { method: "HEAD", headers: { cookie } })).status).toBe(404);
    expect(house.exchange.offered).toEqual([]);
    expect((await comeBack(house, { state, cookie, code })).status).toBe(200);
  });
});
