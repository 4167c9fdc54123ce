/** The ground on which turns are timed: new SQLite files, or new databases on a PostgreSQL server. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { startServer } from "../../test/postgres-server.ts";

export interface Ground {
  readonly name: string;
  readonly isPostgres: boolean;
  /** The address of an empty database. */
  newDatabase(): Promise<string>;
  /** What the program is started with to use it. */
  environment(address: string): Record<string, string>;
  close(): Promise<void>;
}

export function sqliteGround(): Ground {
  const folder = mkdtempSync(join(tmpdir(), "signpost-bench-"));
  let count = 0;
  return {
    name: "sqlite",
    isPostgres: false,
    async newDatabase() {
      count += 1;
      return join(folder, String(count), "signpost.db");
    },
    environment: (address) => ({ SIGNPOST_DATA: dirname(address) }),
    async close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server of DATABASE_URL where it is set, else one of the bench's own. */
export async function postgresGround(): Promise<Ground> {
  const given = process.env.DATABASE_URL;
  const server = given ? { address: given, stop: async () => undefined } : await startServer();
  return {
    name: "postgres",
    isPostgres: true,
    async newDatabase() {
      const name = `signpost_bench_${randomBytes(6).toString("hex")}`;
      const client = new Client({ connectionString: server.address });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      const address = new URL(server.address);
      address.pathname = `/${name}`;
      return address.href;
    },
    environment: (address) => ({ DATABASE_URL: address }),
    close: async () => void (await server.stop()),
  };
}
