/** The database under load: a new SQLite file, or an empty PostgreSQL server of the run's own, since it is restarted. */
import { dirname } from "node:path";
import { type Server, startServer } from "../../test/postgres-server.ts";
import { sqliteGround } from "../turns/ground.ts";

export interface Store {
  readonly address: string;
  /** What a program is started with to use it. */
  readonly environment: Readonly<Record<string, string>>;
  /** null on SQLite. */
  readonly server: Server | null;
  close(): Promise<void>;
}

export async function openStore(kind: "sqlite" | "postgres"): Promise<Store> {
  if (kind === "postgres") {
    const server = await startServer();
    const { address } = server;
    return { address, environment: { DATABASE_URL: address }, server, close: () => server.stop() };
  }
  const ground = sqliteGround();
  const address = await ground.newDatabase();
  return { address, environment: { SIGNPOST_DATA: dirname(address) }, server: null, close: ground.close };
}
