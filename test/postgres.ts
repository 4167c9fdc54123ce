/** One PostgreSQL server for a whole run of the tests: that of DATABASE_URL where it is set, or one of the run's own. */
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../src/store/database.ts";
import { startServer } from "./postgres-server.ts";

/** This server outlives every test, and nobody pulls the plug of the computer: nothing need wait for the disk. */
const HASTY = { fsync: "off", full_page_writes: "off" };

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the server, with its owner's password. */
    postgres: string;
    /** The name of a database on it that is brought up to date: a copy is there sooner than a new one. */
    template: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  // Programs that the tests start inherit the environment, and are not to use anything but a test's own database.
  delete process.env.DATABASE_URL;
  const own = given ? null : await startServer(HASTY);
  const server = given ?? own?.address ?? "";
  const template = `signpost_template_${randomBytes(8).toString("hex")}`;
  await tell(server, `create database ${template}`);
  const db = await openDatabase(addressOn(server, template));
  await db.destroy();
  project.provide("postgres", server);
  project.provide("template", template);
  return () => (own ? own.stop() : tell(server, `drop database ${template}`));
}

/** The address of another database on the same server. */
export function addressOn(server: string, name: string): string {
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs one statement on the server, as its owner. */
export async function tell(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
