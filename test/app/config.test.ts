import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ConfigError, readConfig, VARIABLES } from "../../src/config.ts";

const SECRET = "a-secret-of-at-least-thirty-two-characters";

function complaint(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return "";
}

describe("the configuration", () => {
  test("with nothing set serves the page to this computer, from a file in ./data", () => {
    expect(readConfig({})).toEqual({
      database: "data/signpost.db",
      host: "127.0.0.1",
      port: 3000,
      web: { isPublic: false, secret: null },
      slack: null,
      teams: null,
      managers: [],
      hours: { quiet: { from: 1_080, to: 480 }, zone: "Europe/London" },
      limits: { person: 60, tenant: 3_000, address: 1_200 },
      proxies: 0,
      keepMonths: 24,
      log: "info",
    });
  });

  test("takes a variable that is set to nothing as not set", () => {
    expect(readConfig({ SIGNPOST_PORT: "", DATABASE_URL: "" })).toEqual(readConfig({}));
  });

  test("uses PostgreSQL where DATABASE_URL is set", () => {
    const url = "postgres://signpost:pw@db.example:5432/signpost";
    expect(readConfig({ DATABASE_URL: url, SIGNPOST_DATA: "elsewhere" }).database).toBe(url);
  });

  test("names every variable that is wrong, at once", () => {
    const said = complaint({
      SIGNPOST_PORT: "http",
      SIGNPOST_WEB: "yes",
      SIGNPOST_LOG: "loud",
      DATABASE_URL: "mysql://x",
      SIGNPOST_PROT: "1",
    });
    for (const name of ["SIGNPOST_PORT", "SIGNPOST_WEB", "SIGNPOST_LOG", "DATABASE_URL", "SIGNPOST_PROT"])
      expect(said).toContain(`${name}: `);
    expect(said).toContain('Did you mean "SIGNPOST_PORT"?');
  });

  test.each([
    [
      "a password in an address that is not right",
      { DATABASE_URL: "postgre://u:hunter2hunter2@h/d" },
      "hunter2",
    ],
    ["a secret that is too short", { SIGNPOST_SECRET: "hunter2" }, "hunter2"],
    ["an earlier secret that is too short", { SIGNPOST_SECRET_BEFORE: "hunter2" }, "hunter2"],
  ])("never repeats %s", (_, environment, secret) => {
    const said = complaint(environment);
    expect(said).not.toBe("");
    expect(said).not.toContain(secret);
  });

  test.each(["0.0.0.0", "::", "192.168.1.20", "signpost.example"])(
    "refuses to open the page on %s unless that is said in so many words",
    (host) => {
      expect(complaint({ SIGNPOST_HOST: host })).toContain("SIGNPOST_WEB=public");
    },
  );

  test("refuses a public page without a secret", () => {
    expect(complaint({ SIGNPOST_HOST: "0.0.0.0", SIGNPOST_WEB: "public" })).toContain("SIGNPOST_SECRET: ");
    expect(complaint({ SIGNPOST_WEB: "public", SIGNPOST_SECRET: "short" })).toContain(
      "at least 32 characters",
    );
  });

  test("opens the page to everybody where that is meant and a secret is set", () => {
    const { web, host } = readConfig({
      SIGNPOST_HOST: "0.0.0.0",
      SIGNPOST_WEB: "public",
      SIGNPOST_SECRET: SECRET,
    });
    expect({ web, host }).toEqual({ web: { isPublic: true, secret: SECRET }, host: "0.0.0.0" });
  });

  test("listens anywhere where there is no page", () => {
    expect(readConfig({ SIGNPOST_HOST: "0.0.0.0", SIGNPOST_WEB: "off" }).web).toBeNull();
  });

  test("names what would be open by accident beside what is wrong", () => {
    const said = complaint({ SIGNPOST_HOST: "0.0.0.0", SIGNPOST_PORT: "x" });
    expect(said).toContain("SIGNPOST_HOST: ");
    expect(said).toContain("SIGNPOST_PORT: ");
  });

  test.each([
    ["in a line that lacks its =", { "SIGNPOST_SECRET hunter2 SIGNPOST_PORT": "3000" }],
    ["in the wrong variable", { SIGNPOST_WEB: "hunter2" }],
    ["in an address to listen on", { SIGNPOST_HOST: "http://u:hunter2@x" }],
  ])("never repeats a secret that stands %s", (_, environment) => {
    const said = complaint(environment);
    expect(said).toContain("SIGNPOST_");
    expect(said).not.toContain("hunter2");
  });

  test.each(["127.0.0.1", "localhost", "::1", "127.8.8.8"])("takes %s for this computer", (host) => {
    expect(readConfig({ SIGNPOST_HOST: host }).host).toBe(host);
  });
});

const ONE = { SLACK_SIGNING_SECRET: "signing", SLACK_BOT_TOKEN: "xoxb-1" };
const MANY = {
  SLACK_SIGNING_SECRET: "signing",
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "client",
  SIGNPOST_SECRET: SECRET,
};

describe("the configuration of Slack", () => {
  test("speaks in one workspace with a bot token", () => {
    expect(readConfig(ONE).slack).toEqual({
      signingSecret: "signing",
      apiUrl: "https://slack.com/api/",
      install: { kind: "one", token: "xoxb-1" },
      appToken: null,
    });
  });

  test("is installed in many workspaces with a client's id and secret", () => {
    const install = { kind: "many", clientId: "1.2", clientSecret: "client", secret: SECRET };
    expect(readConfig(MANY).slack?.install).toEqual({ ...install, secretBefore: null });
    const before = `${SECRET}-of-last-year`;
    const rotated = readConfig({ ...MANY, SIGNPOST_SECRET_BEFORE: before });
    expect(rotated.slack?.install).toEqual({ ...install, secretBefore: before });
  });

  test("needs no signing secret where it goes through a socket", () => {
    const { slack } = readConfig({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" });
    expect(slack).toMatchObject({ signingSecret: null, appToken: "xapp-1" });
  });

  test("takes variables that are set to nothing as not set", () => {
    const nothing = Object.fromEntries([...Object.keys(ONE), ...Object.keys(MANY)].map((name) => [name, ""]));
    expect(readConfig(nothing).slack).toBeNull();
    expect(readConfig({ ...nothing, ...ONE }).slack?.install.kind).toBe("one");
  });

  test.each([
    ["https://slack.com/api/", "https://slack.com/api/"],
    ["https://proxy.example/slack/api", "https://proxy.example/slack/api/"],
    ["http://127.0.0.1:9999/api", "http://127.0.0.1:9999/api/"],
    ["http://[::1]:9999/api/", "http://[::1]:9999/api/"],
  ])("calls Slack at %s", (given, apiUrl) => {
    expect(readConfig({ ...ONE, SLACK_API_URL: given }).slack?.apiUrl).toBe(apiUrl);
  });

  const HIDDEN = "hunter2hunter2";
  const COMBINATIONS: readonly {
    title: string;
    set: Record<string, string>;
    names: readonly string[];
    says: string;
  }[] = [
    {
      title: "no signing secret",
      set: { SLACK_BOT_TOKEN: "xoxb-1" },
      names: ["SLACK_SIGNING_SECRET"],
      says: "SLACK_APP_TOKEN",
    },
    {
      title: "neither a token nor a client",
      set: { SLACK_SIGNING_SECRET: HIDDEN },
      names: ["SLACK_BOT_TOKEN"],
      says: "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET",
    },
    {
      title: "nothing but an address",
      set: { SLACK_API_URL: "https://slack.com/api/" },
      names: ["SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN"],
      says: "for one workspace",
    },
    {
      title: "a token beside a client",
      set: { ...MANY, SLACK_BOT_TOKEN: `xoxb-${HIDDEN}` },
      names: ["SLACK_BOT_TOKEN"],
      says: "take it out",
    },
    {
      title: "a token beside half a client",
      set: { ...ONE, SLACK_CLIENT_SECRET: HIDDEN },
      names: ["SLACK_BOT_TOKEN"],
      says: "take it out",
    },
    {
      title: "a client without its secret",
      set: { ...MANY, SLACK_CLIENT_SECRET: "" },
      names: ["SLACK_CLIENT_SECRET"],
      says: "copy both",
    },
    {
      title: "a client without its id",
      set: { ...MANY, SLACK_CLIENT_ID: "", SLACK_CLIENT_SECRET: HIDDEN },
      names: ["SLACK_CLIENT_ID"],
      says: "copy both",
    },
    {
      title: "many workspaces and nothing to seal with",
      set: { ...MANY, SIGNPOST_SECRET: "" },
      names: ["SIGNPOST_SECRET"],
      says: "at least 32 characters",
    },
    {
      title: "a secret to seal with that is too short",
      set: { ...MANY, SIGNPOST_SECRET: HIDDEN },
      names: ["SIGNPOST_SECRET"],
      says: "at least 32 characters",
    },
    {
      title: "a token of another kind",
      set: { ...ONE, SLACK_BOT_TOKEN: `xoxp-${HIDDEN}` },
      names: ["SLACK_BOT_TOKEN"],
      says: "begins with xoxb-",
    },
    {
      title: "an app token of another kind",
      set: { ...ONE, SLACK_APP_TOKEN: `xoxb-${HIDDEN}` },
      names: ["SLACK_APP_TOKEN"],
      says: "begins with xapp-",
    },
    {
      title: "an address that would carry tokens in the clear",
      set: { ...ONE, SLACK_API_URL: `http://slack.example/${HIDDEN}` },
      names: ["SLACK_API_URL"],
      says: "https://slack.com/api/",
    },
    {
      title: "an address that is none",
      set: { ...ONE, SLACK_API_URL: HIDDEN },
      names: ["SLACK_API_URL"],
      says: "https://slack.com/api/",
    },
    {
      title: "a line that lacks its =",
      set: { ...ONE, [`SLACK_APP_TOKEN ${HIDDEN}`]: "next" },
      names: ["SLACK_APP_TOKEN"],
      says: "NAME=value",
    },
    {
      title: "several at once",
      set: { SLACK_CLIENT_ID: HIDDEN, SIGNPOST_PORT: HIDDEN },
      names: ["SIGNPOST_PORT", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_SECRET", "SIGNPOST_SECRET"],
      says: "copy both",
    },
  ];

  test.each(COMBINATIONS)("is refused with words for all that is wrong: $title", ({ set, names, says }) => {
    const said = complaint(set);
    const named = [...said.matchAll(/^([A-Z_]+): /gm)].map(([, name]) => name);
    expect(named.sort()).toEqual([...names].sort());
    expect(said).toContain(says);
    expect(said).not.toContain(HIDDEN);
  });
});

const APP = {
  TEAMS_APP_ID: "6f1c2a34-9d3b-4b0e-8a55-0c9a1e7d4b21",
  TEAMS_APP_PASSWORD: "abc8Q~the-value-of-a-secret",
  TEAMS_TENANT_ID: "2b9e6d1f-7c40-4f5a-b1c8-3d2e5f607182",
};

describe("the configuration of Teams", () => {
  const app = { id: APP.TEAMS_APP_ID, password: APP.TEAMS_APP_PASSWORD, tenant: APP.TEAMS_TENANT_ID };

  test("speaks as an app, to the people of one directory", () => {
    expect(readConfig(APP).teams).toEqual({ app });
  });

  test("takes ids in capitals for the same, and leaves the password as it is", () => {
    const ids = { TEAMS_APP_ID: app.id.toUpperCase(), TEAMS_TENANT_ID: app.tenant.toUpperCase() };
    expect(readConfig({ ...APP, ...ids }).teams).toEqual({ app });
  });

  test("takes variables that are set to nothing as not set", () => {
    const nothing = Object.fromEntries([...Object.keys(APP), "TEAMS_ANONYMOUS"].map((name) => [name, ""]));
    expect(readConfig(nothing).teams).toBeNull();
  });

  test.each(["127.0.0.1", "localhost", "::1"])(
    "asks nobody who they are where that is meant, on %s",
    (host) => {
      expect(readConfig({ TEAMS_ANONYMOUS: "yes", SIGNPOST_HOST: host }).teams).toEqual({ app: null });
    },
  );

  test("leaves what begins alike and belongs to somebody else alone", () => {
    expect(readConfig({ TEAMS_APP_IDS: "x", TEAMS_WEBHOOK_URL: "https://x" }).teams).toBeNull();
  });

  const HIDDEN = "3c0d9f7e-1a2b-4c3d-8e4f-5a6b7c8d9e0f";
  const REFUSED: readonly { title: string; set: Record<string, string>; names: string[]; says: string }[] = [
    {
      title: "no app id",
      set: { ...APP, TEAMS_APP_ID: "" },
      names: ["TEAMS_APP_ID"],
      says: "Azure Bot, Configuration",
    },
    {
      title: "no password",
      set: { ...APP, TEAMS_APP_PASSWORD: "" },
      names: ["TEAMS_APP_PASSWORD"],
      says: "Certificates & secrets",
    },
    {
      title: "no directory",
      set: { ...APP, TEAMS_TENANT_ID: "" },
      names: ["TEAMS_TENANT_ID"],
      says: "Overview",
    },
    {
      title: "a password alone",
      set: { TEAMS_APP_PASSWORD: "hidden" },
      names: ["TEAMS_APP_ID", "TEAMS_TENANT_ID"],
      says: "Directory (tenant) ID",
    },
    {
      title: "ids that are none",
      set: { ...APP, TEAMS_APP_ID: `x${HIDDEN}`, TEAMS_TENANT_ID: `${HIDDEN}.onmicrosoft.com` },
      names: ["TEAMS_APP_ID", "TEAMS_TENANT_ID"],
      says: "not an app id",
    },
    {
      title: "the id of a secret instead of the secret",
      set: { ...APP, TEAMS_APP_PASSWORD: HIDDEN },
      names: ["TEAMS_APP_PASSWORD"],
      says: "copy the Value, not the Secret ID",
    },
    {
      title: "another word than yes",
      set: { TEAMS_ANONYMOUS: HIDDEN },
      names: ["TEAMS_ANONYMOUS"],
      says: 'write "yes"',
    },
    {
      title: "nobody asked who they are, beside an app",
      set: { ...APP, TEAMS_ANONYMOUS: "yes" },
      names: ["TEAMS_ANONYMOUS"],
      says: "TEAMS_APP_ID and TEAMS_APP_PASSWORD and TEAMS_TENANT_ID",
    },
    {
      title: "nobody asked who they are, beside half an app",
      set: { TEAMS_APP_PASSWORD: "hidden", TEAMS_ANONYMOUS: "yes" },
      names: ["TEAMS_ANONYMOUS"],
      says: "it stands beside TEAMS_APP_PASSWORD",
    },
    ...["0.0.0.0", "::", "192.168.1.20", "signpost.example"].map((host) => ({
      title: `nobody asked who they are, on ${host}`,
      set: { TEAMS_ANONYMOUS: "yes", SIGNPOST_HOST: host, SIGNPOST_WEB: "off" },
      names: ["TEAMS_ANONYMOUS"],
      says: "SIGNPOST_HOST=127.0.0.1",
    })),
    {
      title: "a line that lacks its =",
      set: { ...APP, [`TEAMS_APP_PASSWORD ${HIDDEN}`]: "next" },
      names: ["TEAMS_APP_PASSWORD"],
      says: "NAME=value",
    },
  ];

  test.each(REFUSED)("is refused with words for all that is wrong: $title", ({ set, names, says }) => {
    const said = complaint(set);
    const named = [...said.matchAll(/^([A-Z_]+): /gm)].map(([, name]) => name);
    expect(named.sort()).toEqual([...names].sort());
    expect(said).toContain(says);
    for (const secret of [HIDDEN, "hidden", APP.TEAMS_APP_PASSWORD]) expect(said).not.toContain(secret);
  });
});

test(".env.example names every variable that is read, and no other", () => {
  const example = readFileSync(fileURLToPath(new URL("../../.env.example", import.meta.url)), "utf8");
  const named = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([...VARIABLES].sort());
});
