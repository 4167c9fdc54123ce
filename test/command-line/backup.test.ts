/** `signpost backup` and `signpost restore`, as whoever runs the program uses them: while people go on talking. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { keeperOf } from "../../src/app/installations.ts";
import { TABLES } from "../../src/store/copy-format.ts";
import { openDatabase } from "../../src/store/database.ts";
import { openVault, type Vault } from "../../src/vault.ts";
import { DATABASES, type DatabaseKind, newDatabase, openNew } from "../databases.ts";
import { type Served, say, serve } from "./served.ts";
import { newFolder, run } from "./signpost.ts";

const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

let folder: ReturnType<typeof newFolder>;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => folder.remove());

interface Kept {
  readonly address: string;
  readonly env: Readonly<Record<string, string>>;
}

async function kept(kind: DatabaseKind): Promise<Kept> {
  const database = await newDatabase(kind);
  onTestFinished(database.remove);
  const { address } = database;
  const env: Readonly<Record<string, string>> =
    kind === "SQLite" ? { SIGNPOST_DATA: dirname(address) } : { DATABASE_URL: address };
  return { address, env };
}

/** All rows of all tables that a copy holds. */
async function rowsIn({ address }: Kept): Promise<Record<string, string[]>> {
  const db = await openDatabase(address);
  const tables = await Promise.all(
    Object.keys(TABLES).map(async (table) => {
      const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(db);
      return [table, rows.map((row) => JSON.stringify(row)).sort()] as const;
    }),
  );
  await db.destroy();
  return Object.fromEntries(tables);
}

/** People who say something again and again; `heard` are the turns that were acknowledged. */
function talk({ address }: Served, people: number) {
  const heard: string[] = [];
  let isOver = false;
  const one = async (number: number) => {
    const first = await say(address, { turn: `turn-${number}-hello`, as: "trainee", text: "start" });
    const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
    for (let time = 0; !isOver; time += 1) {
      const turn = `turn-${number}-${String(time).padStart(5, "0")}`;
      const answer = await say(
        address,
        { turn, as: "trainee", text: "log practice 1 hour with groups" },
        cookie,
      );
      if (answer.status === 200) heard.push(turn);
    }
  };
  const all = Promise.all(Array.from({ length: people }, (_, number) => one(number)));
  return {
    heard,
    async end() {
      isOver = true;
      await all;
    },
  };
}

async function backUp(env: Kept["env"], file: string) {
  const child = spawn(process.execPath, [MAIN, "backup", file], { env: { ...process.env, ...env } });
  const [code] = (await once(child, "close")) as [number];
  return code;
}

describe.each(DATABASES)("a copy of %s", (kind) => {
  test("taken while people talk holds every answer that was acknowledged before, and is one moment's state", async () => {
    const from = await kept(kind);
    const service = await serve(from.env);
    onTestFinished(async () => void (await service.stop("SIGKILL")));
    const talking = talk(service, 6);
    while (talking.heard.length < 60) await new Promise((resolve) => setImmediate(resolve));
    const before = [...talking.heard];
    const file = `${folder.path}/copy.jsonl`;
    expect(await backUp(from.env, file)).toBe(0);
    const during = talking.heard.length - before.length;
    await talking.end();
    await service.stop();
    expect(during).toBeGreaterThan(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const other of DATABASES) {
      const to = await kept(other);
      const restored = run(["restore", file], { env: to.env });
      expect(restored).toMatchObject({ status: 0, err: "" });
      const rows = await rowsIn(to);
      const turns = new Set(
        rows.turns?.map((row) => (JSON.parse(row) as { id: string }).id.split(":").at(-1)),
      );
      expect(before.filter((turn) => !turns.has(turn))).toEqual([]);
      // What a turn told is there with it, and nothing of a turn that is not.
      const told = (rows.events ?? []).map(
        (row) => (JSON.parse(row) as { turn: string }).turn.split(":").at(-1) ?? "",
      );
      expect(told.filter((turn) => !turns.has(turn))).toEqual([]);
      expect(rows.outbox?.length).toBe(rows.turns?.length);
    }
  });

  test("brought back is the same, row for row, and the program goes on with it", async () => {
    const from = await kept(kind);
    const service = await serve(from.env);
    const talking = talk(service, 3);
    while (talking.heard.length < 20) await new Promise((resolve) => setImmediate(resolve));
    await talking.end();
    expect(await service.stop()).toBe(0);
    const file = `${folder.path}/copy.jsonl`;
    expect(run(["backup", file], { env: from.env })).toMatchObject({ status: 0, err: "" });
    const to = await kept(kind);
    expect(run(["restore", file], { env: to.env }).out).toMatch(/rows of 2\S+ are back/);
    expect(await rowsIn(to)).toEqual(await rowsIn(from));
    const again = await serve(to.env);
    expect((await fetch(`${again.address}/readyz`)).status).toBe(200);
    expect(await again.stop()).toBe(0);
  });

  test("knows every table that there is", async () => {
    const { db } = await openNew(kind);
    const tables = (await db.introspection.getTables()).map(({ name }) => name);
    expect(Object.keys(TABLES).sort()).toEqual(tables.filter((name) => name !== "jobs").sort());
  });
});

describe("a copy that cannot be written or brought back changes nothing and says why", () => {
  const env = () => ({ SIGNPOST_DATA: `${folder.path}/data` });
  const written = (name: string) => {
    const file = `${folder.path}/${name}`;
    run(["chat", "--json"], { input: '{"text":"start"}\n', env: env() });
    expect(run(["backup", file], { env: env() }).status).toBe(0);
    return file;
  };

  test.each([
    ["over a file that is there", () => written("there"), "was left alone"],
    ["into a folder that is not there", () => `${folder.path}/nowhere/copy`, "cannot be written"],
  ])("%s", (_, file, words) => {
    written("before");
    const name = file();
    const had = existsSync(name) ? readFileSync(name, "utf8") : null;
    const { status, err } = run(["backup", name], { env: env() });
    expect([status, err]).toEqual([2, expect.stringContaining(words)]);
    expect(existsSync(name) ? readFileSync(name, "utf8") : null).toBe(had);
  });

  const lines = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n");
  test.each<[string, (whole: string[]) => string[], string]>([
    ["that lost its end", (whole) => whole.slice(0, -1), "not whole"],
    ["that lost a row", (whole) => whole.filter((_, at) => at !== 3), "not whole"],
    ["that is empty", () => [], "not whole"],
    [
      "in which a letter was changed",
      (whole) => whole.map((line, at) => (at > 0 ? line.replace(/Z"/, 'Y"') : line)),
      "not as it was written",
    ],
    [
      "in which a person was changed",
      (whole) =>
        whole.map((line) =>
          line.startsWith('{"table":"people"') ? line.replace(/"id":"./, '"id":"x') : line,
        ),
      "not as it was written",
    ],
    ["with a damaged line", (whole) => whole.map((line, at) => (at === 2 ? line.slice(3) : line)), "line 3"],
    ["of something else", () => ["a,b,c"], "not a copy that Signpost made"],
    [
      "of a newer program",
      (whole) =>
        whole.map((line, at) => (at === 0 ? line.replace(/"00\d\d-[^"]*"\]/, '"0999-later"]') : line)),
      "0999-later",
    ],
    [
      "with a row of a table that is not there",
      (whole) =>
        whole.map((line, at) => (at === 1 ? line.replace(/"table":"\w+"/, '"table":"sqlite_master"') : line)),
      "line 2",
    ],
  ])("%s", (_, changed, words) => {
    const file = written("whole");
    writeFileSync(
      file,
      changed(lines(file))
        .map((line) => `${line}\n`)
        .join(""),
    );
    const data = { SIGNPOST_DATA: `${folder.path}/new` };
    const { status, err } = run(["restore", file], { env: data });
    expect([status, err]).toEqual([2, expect.stringContaining(words)]);
    expect(err).toContain("Nothing was changed.");
    expect(run(["backup", `${folder.path}/after`], { env: data }).out).toContain(": 0 rows");
  });

  test("into a database that holds something", () => {
    const file = written("whole");
    expect(run(["restore", file], { env: env() })).toMatchObject({
      status: 2,
      err: expect.stringContaining("is not empty"),
    });
  });

  test("that is not there", () => {
    expect(run(["restore", `${folder.path}/nothing`], { env: env() }).err).toContain("There is no file");
  });
});

describe("where there is no database", () => {
  test.each([
    ["backup", "copy"],
    ["questions"],
    ["impact", ".", "."],
    ["cohort", "import", "README.md", "--team", "Autumn"],
    ["rotate-keys"],
  ])("%s says so and makes none", (...args) => {
    const env = { SIGNPOST_SECRET: "a secret of at least thirty-two characters" };
    const { status, out, err } = run(args, { data: `${folder.path}/nowhere`, env });
    expect([status, out]).toEqual([1, ""]);
    expect(err).toMatch(/There is no database .*signpost\.db\. Nothing was done\./);
    expect(existsSync(`${folder.path}/nowhere`)).toBe(false);
  });
});

describe("signpost rotate-keys", () => {
  const secret = "a secret of at least thirty-two characters";
  test("says what it needs where nothing is sealed", () => {
    const { status, out } = run(["rotate-keys"], { data: folder.path, env: { SIGNPOST_SECRET: "" } });
    expect([status, out]).toEqual([1, expect.stringContaining("SIGNPOST_SECRET_BEFORE")]);
  });

  test("seals anew what is kept, says how many that were, and when the earlier secret can go", async () => {
    const { address, env } = await kept("SQLite");
    const keeper = async <Result>(
      vault: Vault,
      work: (of: ReturnType<typeof keeperOf>) => Promise<Result>,
    ) => {
      const db = await openDatabase(address);
      return work(keeperOf(db, vault, "slack", () => new Date())).finally(() => db.destroy());
    };
    const installed = { secret: "a token", expiresAt: null };
    await keeper(openVault(secret), (before) => before.keep("T1", installed));
    const secrets = { SIGNPOST_SECRET: `${secret}!`, SIGNPOST_SECRET_BEFORE: secret };
    const { status, out } = run(["rotate-keys"], { env: { ...env, ...secrets } });
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(/^1 installation was sealed anew. SIGNPOST_SECRET_BEFORE/),
    ]);
    expect(out).not.toContain(secret);
    expect(await keeper(openVault(`${secret}!`), (after) => after.find("T1"))).toEqual(installed);
  });
});
