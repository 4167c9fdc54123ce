/** What is said in deploy/ and the Dockerfile holds for the program, without Docker: the same processes, as they are set up there. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readConfig } from "../../src/config.ts";
import { type Served, say, serve } from "../command-line/served.ts";
import { newDatabase, type TestDatabase } from "../databases.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string) => readFileSync(`${ROOT}${file}`, "utf8");

const serviceSchema = z.looseObject({
  image: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.unknown()).default({}),
  volumes: z.array(z.string()).default([]),
});
const { services } = z
  .object({ services: z.record(z.string(), serviceSchema) })
  .parse(parse(read("deploy/compose.yaml"), { merge: true }));
const { one, two, database, proxy } = services;

/** What deploy/.env holds, filled in. */
const FILLED = {
  POSTGRES_PASSWORD: "a-password-of-the-tests",
  SIGNPOST_SECRET: "a secret that is long enough for a test",
  SIGNPOST_WEB: "public",
};

/** Like compose fills in `${NAME}` and `${NAME:?words}`. */
function filled(environment: Readonly<Record<string, string>>): Record<string, string> {
  const fill = (text: string) =>
    text.replace(/\$\{(\w+)[^}]*\}/g, (_, name: string) => FILLED[name as keyof typeof FILLED] ?? "");
  const own = Object.entries(environment).map(([name, value]) => [name, fill(value)] as const);
  return { ...FILLED, ...Object.fromEntries(own) };
}

describe("compose", () => {
  test("has a database, two equal copies of the program and a proxy, and only the proxy can be reached, from this machine", () => {
    expect(Object.keys(services).sort()).toEqual(["database", "one", "proxy", "two"]);
    expect(two).toEqual(one);
    expect([one, database].map((each) => each?.ports)).toEqual([[], []]);
    expect(proxy?.ports).toEqual(["127.0.0.1:8080:8080"]);
    expect(one).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
    });
  });

  test("sets nothing that the program does not read, and nothing wrong", () => {
    const config = readConfig(filled(one?.environment ?? {}));
    expect(config).toMatchObject({ host: "0.0.0.0", port: 3000, proxies: 1, web: { isPublic: true } });
    expect(new URL(config.database)).toMatchObject({
      hostname: "database",
      pathname: `/${database?.environment.POSTGRES_DB}`,
      username: database?.environment.POSTGRES_USER,
      password: FILLED.POSTGRES_PASSWORD,
    });
  });

  test("names every secret in deploy/env.example, and holds none", () => {
    const names = [...read("deploy/compose.yaml").matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    for (const name of names) expect(read("deploy/env.example")).toMatch(new RegExp(`^${name}=$`, "m"));
  });

  test("mounts only files that are there", () => {
    for (const volume of proxy?.volumes ?? [])
      expect(existsSync(`${ROOT}deploy/${volume.split(":")[0]}`)).toBe(true);
  });
});

describe("the proxy", () => {
  const conf = read("deploy/nginx.conf");

  test("spreads over the copies, where they listen", () => {
    const servers = [...conf.matchAll(/^\s+server (\S+):(\d+)/gm)].map(([, host, port]) => [host, port]);
    expect(servers).toEqual([
      ["one", one?.environment.SIGNPOST_PORT],
      ["two", one?.environment.SIGNPOST_PORT],
    ]);
    expect(conf).toContain(`listen ${proxy?.ports[0]?.split(":").at(-1)};`);
  });

  test.each(["/healthz", "/readyz", "/metrics"])("does not pass on %s", (path) => {
    expect(conf).toContain(`location = ${path} { return 404; }`);
  });

  test("believes nobody who says where they come from", () => {
    expect(conf).toContain("proxy_set_header X-Forwarded-For $remote_addr;");
  });
});

describe("the image", () => {
  const lines = read("Dockerfile")
    .replace(/\\\n\s*/g, "")
    .split("\n");
  const ran = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));

  test("is of a version that the program runs on, and belongs to nobody with rights", () => {
    const versions = lines.flatMap((line) => /^FROM node:(\d+)-slim/.exec(line)?.[1] ?? []);
    expect(versions).toEqual(["22", "22"]);
    expect(ran.filter((line) => line.startsWith("USER "))).toEqual(["USER node"]);
  });

  test("holds all that the package holds, and is kept from nothing of it", () => {
    const { files } = JSON.parse(read("package.json")) as { files: string[] };
    const copied = ran.filter((line) => line.startsWith("COPY ")).join(" ");
    for (const file of files) expect(copied).toContain(`/signpost/${file}`);
    const ignored = read(".dockerignore").split("\n");
    for (const file of files.filter((each) => each !== "dist")) expect(ignored).not.toContain(file);
    expect(ignored).toEqual(expect.arrayContaining([".env", ".git", "data"]));
  });

  test("holds nothing else, and no package runs anything while it is made", () => {
    const copied = ran.flatMap((line) => /^COPY --from=build (.*) \S+$/.exec(line)?.[1]?.split(" ") ?? []);
    const { files } = JSON.parse(read("package.json")) as { files: string[] };
    const held = [...files, "node_modules", "package.json"].map((file) => `/signpost/${file}`);
    expect(copied.sort()).toEqual(held.sort());
    expect(ran.filter((line) => /^(COPY|ADD) (?!--from=build)/.test(line))).toEqual([]);
    const npm = lines.flatMap((line) => line.match(/npm (?:ci|install|prune|i)\b[^&]*/g) ?? []);
    expect(npm.map((each) => each.trim())).toEqual([
      "npm ci --ignore-scripts",
      "npm prune --omit=dev --ignore-scripts",
    ]);
  });

  test("runs the program, and its settings are right", () => {
    const settings = ran.find((line) => line.startsWith("ENV ")) ?? "";
    const set = Object.fromEntries(
      [...settings.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
    );
    expect(readConfig(set)).toMatchObject({ database: "/data/signpost.db", web: null });
    expect(ran.at(-2)).toBe('CMD ["node", "dist/main.js", "start"]');
  });
});

describe("the same processes without Docker", () => {
  let postgres: TestDatabase;
  let copies: Served[];

  beforeAll(async () => {
    postgres = await newDatabase("PostgreSQL");
    const environment = {
      ...filled(one?.environment ?? {}),
      DATABASE_URL: postgres.address,
      SIGNPOST_HOST: "127.0.0.1",
      SIGNPOST_PORT: "0",
    };
    copies = await Promise.all([serve(environment), serve(environment)]);
  });
  afterAll(async () => {
    expect(await Promise.all(copies.map((copy) => copy.stop()))).toEqual([0, 0]);
    await postgres.remove();
  });

  /** What the image asks to know whether it is well. */
  const health = (address: string) => {
    const [, code = ""] = /CMD \["node", "-e", "(.*)"\]/.exec(read("Dockerfile")) ?? [];
    const asked = code.replaceAll("http://127.0.0.1:3000", address);
    expect(asked).not.toBe(code);
    return spawnSync(process.execPath, ["-e", asked]).status;
  };

  test("are well by the image's own check, and not well where nobody answers", () => {
    expect(copies.map(({ address }) => health(address))).toEqual([0, 0]);
    expect(health("http://127.0.0.1:9")).toBe(1);
  });

  test("serve one conversation between them, whichever is asked", async () => {
    const [first, second] = copies as [Served, Served];
    const hello = await say(first.address, { turn: "turn-0001", as: "trainee", text: "start" });
    const cookie = hello.headers.get("set-cookie")?.split(";")[0] ?? "";
    const there = { turn: "turn-0002", as: "trainee", text: "a college" };
    const answer = await say(second.address, there, cookie);
    expect(JSON.stringify(await answer.json())).toContain("Where you work: A college.");
    const again = await say(first.address, there, cookie);
    expect(await again.json()).toMatchObject({ isAgain: true });
  });

  test.each(["deploy/alerts.yaml", "deploy/dashboard.json"])(
    "measure every figure that %s is about",
    async (file) => {
      const figures = await (await fetch(`${copies[0]?.address}/metrics`)).text();
      const named = [...read(file).matchAll(/\b(signpost|process|nodejs)_\w+/g)].map(([name]) => name);
      expect(named.length).toBeGreaterThan(8);
      const missing = [...new Set(named)].filter(
        (name) => !figures.includes(`# TYPE ${name.replace(/_bucket$/, "")} `),
      );
      expect(missing).toEqual([]);
    },
  );

  test("have alerts that say what a person is to do", () => {
    const { groups } = parse(read("deploy/alerts.yaml")) as {
      groups: { rules: { alert: string; annotations: { summary: string; what_to_do: string } }[] }[];
    };
    const rules = groups.flatMap(({ rules }) => rules);
    expect(rules.length).toBeGreaterThan(5);
    for (const { annotations } of rules) {
      expect(annotations.summary).toMatch(/^[A-Z]/);
      expect(annotations.what_to_do.length).toBeGreaterThan(20);
    }
  });
});
