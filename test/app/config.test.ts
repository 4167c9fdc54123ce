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

test(".env.example names every variable that is read, and no other", () => {
  const example = readFileSync(fileURLToPath(new URL("../../.env.example", import.meta.url)), "utf8");
  const named = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([...VARIABLES].sort());
});
