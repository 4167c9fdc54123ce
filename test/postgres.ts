/** One PostgreSQL server for a whole run of the tests: that of DATABASE_URL where it is set, or one of the run's own. */
import type { TestProject } from "vitest/node";
import { startServer } from "./postgres-server.ts";

/** This server outlives every test, and nobody pulls the plug of the computer: nothing need wait for the disk. */
const HASTY = { fsync: "off", full_page_writes: "off" };

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the server, with its owner's password. */
    postgres: string;
  }
}

export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.DATABASE_URL;
  if (given) {
    // Programs that the tests start inherit the environment, and are not to use anything but a test's own database.
    delete process.env.DATABASE_URL;
    project.provide("postgres", given);
    return;
  }
  const { address, stop } = await startServer(HASTY);
  project.provide("postgres", address);
  return stop;
}
