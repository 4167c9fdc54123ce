/** `signpost start`, `migrate` and `doctor`, as those who run them meet them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { remember } from "../../src/store/audit.ts";
import { openDatabase } from "../../src/store/database.ts";
import { keepTurn } from "../../src/store/turns.ts";
import { DATABASES, type DatabaseKind, newDatabase, type TestDatabase } from "../databases.ts";
import { turnOf } from "../store/turn.ts";
import { type Served, say, serve } from "./served.ts";
import { newFolder, run } from "./signpost.ts";

/** Milliseconds. */
const DAY = 86_400_000;

/** Makes the job of the day one of this moment, as if the day were over. */
const DAILY: Readonly<Record<DatabaseKind, string>> = {
  SQLite: `update jobs set due_at = '2020-01-01T00:00:00.000Z'
    where name = 'purge' and due_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+23 hours')`,
  PostgreSQL: `update pgboss.job set start_after = now()
    where name = 'purge' and start_after > now() + interval '23 hours'`,
};

describe.each(DATABASES)("signpost start on %s", (kind) => {
  let database: TestDatabase;
  let folder: ReturnType<typeof newFolder>;
  let env: Record<string, string>;
  let served: Served[];

  beforeEach(async () => {
    database = await newDatabase(kind);
    folder = newFolder();
    env = kind === "SQLite" ? { SIGNPOST_DATA: folder.path } : { DATABASE_URL: database.address };
    served = [];
  });
  afterEach(async () => {
    for (const each of served) await each.stop("SIGKILL");
    await database.remove();
    folder.remove();
  });

  async function start(more: Record<string, string> = {}): Promise<Served> {
    const started = await serve({ ...env, ...more });
    served.push(started);
    return started;
  }

  /** The same database beside the program. */
  async function opened() {
    const db = await openDatabase(kind === "SQLite" ? `${folder.path}/signpost.db` : database.address);
    onTestFinished(() => db.destroy());
    return db;
  }

  test("says where to look, is alive and ready, and stops when it is asked to", async () => {
    const service = await start();
    expect(service.out()).toContain(`Signpost is ready: open ${service.address} in a browser`);
    expect(await (await fetch(`${service.address}/healthz`)).json()).toEqual({ status: "alive" });
    expect(await (await fetch(`${service.address}/readyz`)).json()).toEqual({ status: "ready" });
    expect(await service.stop()).toBe(0);
    expect(service.out()).toContain("Everything that was said is kept.");
  });

  test("hears a turn, and hears it once though it is sent again", async () => {
    const service = await start();
    const first = await say(service.address, { turn: "turn-0001", text: "college" });
    const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
    const heard = (await first.json()) as { number: number; isAgain: boolean; reply: object };
    const second = await say(service.address, { turn: "turn-0001", text: "college" }, cookie);
    const again = (await second.json()) as typeof heard;
    expect(heard).toMatchObject({ number: 1, isAgain: false });
    expect(again).toMatchObject({ number: 1, isAgain: true, reply: heard.reply });
  });

  test("goes on in another process where the first one stopped", async () => {
    const one = await start();
    const first = await say(one.address, { turn: "turn-0001", text: "college" });
    const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
    await one.stop();
    const two = await start();
    const { reply } = (await (
      await say(two.address, { turn: "turn-0002", text: "review" }, cookie)
    ).json()) as {
      reply: object;
    };
    expect(JSON.stringify(reply)).toContain("Where you work: A college");
  });

  test("shows figures that hold nothing about a person", async () => {
    const service = await start();
    await say(service.address, { turn: "turn-0001", text: "my name is Marigold" });
    const figures = await (await fetch(`${service.address}/metrics`)).text();
    expect(figures).toContain('signpost_turns_total{channel="web",outcome="answered"} 1');
    for (const name of [
      "signpost_verdict_seconds_count",
      "signpost_outbox_depth",
      "signpost_outbox_age_seconds",
    ])
      expect(figures).toMatch(new RegExp(`^${name} \\d`, "m"));
    expect(figures).not.toContain("Marigold");
  });

  test("deletes once a day what is over", async () => {
    await start({ SIGNPOST_KEEP_MONTHS: "12" });
    const db = await opened();
    for (const [user, months] of [
      ["ann", 13],
      ["ben", 11],
    ] as const)
      await keepTurn(db, turnOf(user, { at: new Date(Date.now() - months * 31 * DAY).toISOString() }));
    const old = { actor: "system", act: "uninstall" } as const;
    for (const at of ["2019-01-01T00:00:00.000Z", new Date().toISOString()])
      await remember(db, { ...old, at, subject: at.slice(0, 4) });
    const left = async () => (await db.selectFrom("audit").select("subject").execute()).length;
    expect(await left()).toBe(2);
    const waiting = await sql`${sql.raw(DAILY[kind])} returning 1`.execute(db);
    expect(waiting.rows).toHaveLength(1);
    const kept = async () => (await db.selectFrom("people").select("id").execute()).map(({ id }) => id);
    await expect.poll(kept, { timeout: 10_000 }).toEqual(["person ben"]);
    // That of this year, and that somebody was forgotten.
    await expect.poll(left, { timeout: 10_000 }).toBe(2);
  });

  test("sends what a clock that was years ahead has put off", async () => {
    const db = await opened();
    await keepTurn(db, turnOf("ann", { edition: "lluk-2010", dueAt: "2199-01-01T00:00:00.000Z" }));
    await start();
    const due = async () => (await db.selectFrom("outbox").select("due_at").executeTakeFirst())?.due_at ?? "";
    await expect.poll(async () => Date.parse(await due()) < Date.now() + DAY, { timeout: 10_000 }).toBe(true);
  });

  test("answers what is in flight before it stops", async () => {
    const service = await start();
    const turns = Array.from({ length: 20 }, (_, at) =>
      say(service.address, { turn: `turn-${1000 + at}`, text: "college" }),
    );
    await turns[0];
    const stopped = service.stop();
    const answers = await Promise.allSettled(turns);
    expect(await stopped).toBe(0);
    // A connection that was not yet taken is refused; one that was taken is answered in full.
    for (const answer of answers)
      if (answer.status === "fulfilled") expect([200, 503]).toContain(answer.value.status);
  });

  test.each([
    ["says nothing", ""],
    ["says half a request", "POST /say HT"],
    ["says half a form", "POST /say HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nturn=1"],
  ])(
    "stops within ten seconds though somebody holds a connection and %s",
    { timeout: 10_000 },
    async (_, words) => {
      const service = await start();
      const { port } = new URL(service.address);
      const socket = connect(Number(port), "127.0.0.1");
      socket.on("error", () => undefined);
      await new Promise((resolve) => socket.once("connect", resolve));
      socket.write(words);
      await fetch(`${service.address}/healthz`);
      const stopped = service.stop();
      // Asked twice, it stops once.
      expect(await Promise.all([stopped, service.stop()])).toEqual([0, 0]);
      expect(service.out()).toContain("Everything that was said is kept.");
      socket.destroy();
    },
  );

  test("ends where its port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    const ended = serve({ ...env, SIGNPOST_PORT: String(port) });
    await expect(ended).rejects.toThrow(`it ended with 1: Port ${port} is in use`);
    other.close();
  });

  test("brings the database up to date by itself, or by signpost migrate before", () => {
    const migrated = run(["migrate"], { env });
    expect(migrated).toMatchObject({ status: 0, err: "" });
    expect(migrated.out).toContain("applied 0001-conversations, 0002-turns-and-outbox");
    expect(run(["migrate"], { env }).out).toContain("nothing was to be done");
  });

  test("is examined by the doctor, who says nothing secret", () => {
    const secret = "0123456789-0123456789-0123456789-xyz";
    const before = run(["doctor"], { env: { ...env, SIGNPOST_WEB: "public", SIGNPOST_SECRET: secret } });
    expect(before.out).toContain("signpost migrate");
    run(["migrate"], { env });
    const { status, out } = run(["doctor"], {
      env: { ...env, SIGNPOST_WEB: "public", SIGNPOST_SECRET: secret },
    });
    expect({ status, out }).toMatchObject({ status: 0 });
    expect(out).toContain("answers and is up to date");
    expect(out).toContain("for everybody who can reach it");
    expect(out).not.toContain(secret);
    const password = /:\/\/[^:]+:([^@]+)@/.exec(database.address)?.[1];
    if (password) expect(out).not.toContain(password);
  });
});

describe("signpost start", () => {
  let folder: ReturnType<typeof newFolder>;
  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(() => folder.remove());

  test("says which port to take where its own is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    const { status, err } = run(["start"], { data: folder.path, env: { SIGNPOST_PORT: String(port) } });
    other.close();
    expect(status).toBe(1);
    expect(err).toContain(`Port ${port} is in use by another program`);
    expect(err).toContain(`SIGNPOST_PORT=${port + 1}`);
  });

  test("refuses to open the page to others by accident", () => {
    const { status, out, err } = run(["start"], { data: folder.path, env: { SIGNPOST_HOST: "0.0.0.0" } });
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain("SIGNPOST_WEB=public");
  });

  test("says what is wrong with a database that does not answer, without its password", () => {
    const url = "postgres://someone:hunter2@127.0.0.1:1/none";
    for (const command of ["start", "migrate", "doctor"]) {
      const { status, out, err } = run([command], { env: { DATABASE_URL: url } });
      expect(status).toBe(1);
      expect(out + err).toContain(
        command === "doctor" ? "the database does not answer" : "postgres://127.0.0.1:1/none does not answer",
      );
      expect(out + err).not.toContain("hunter2");
    }
  });

  test("lists every wrong variable at once, for the doctor as well", () => {
    for (const command of ["start", "doctor"]) {
      const { status, out, err } = run([command], { env: { SIGNPOST_PORT: "x", SIGNPOST_LOG: "y" } });
      expect(status).toBe(1);
      expect(out + err).toMatch(/SIGNPOST_PORT: [\s\S]*SIGNPOST_LOG: /);
    }
  });
});

describe("the doctor", () => {
  test("says where the database could not be made", () => {
    const { status, out } = run(["doctor"], { env: { SIGNPOST_DATA: "/dev/null/signpost" } });
    expect(status).toBe(1);
    expect(out).toContain("cannot be made there");
  });

  test("says that a .env that is no file cannot be read", () => {
    const folder = newFolder();
    mkdirSync(`${folder.path}/.env`);
    const { status, err } = run(["doctor"], { cwd: folder.path });
    folder.remove();
    expect(status).toBe(1);
    expect(err).toMatch(/^The file \.env cannot be read/);
  });

  test("reads a .env, also one that begins with a byte order mark", () => {
    const folder = newFolder();
    writeFileSync(`${folder.path}/.env`, "\uFEFFSIGNPOST_PORT=3999\nSIGNPOST_WEB=on\n");
    const { out } = run(["doctor"], { cwd: folder.path });
    folder.remove();
    expect(out).toContain("http://127.0.0.1:3999");
  });
});
