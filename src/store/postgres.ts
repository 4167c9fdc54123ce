/** PostgreSQL through node-postgres, for more than one machine. */
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Schema } from "./schema.ts";

const CONNECTIONS = 8;
/** Milliseconds. A replica that hangs in the middle of a turn must not keep a person's row locked for others. */
const TIMEOUTS = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 10_000,
} as const;

export function openPostgres(url: string): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: openPool(url) }) });
}

/** Statement names that the server keeps for each connection; texts beyond these are parsed each time. */
const MOST_STATEMENTS = 200;
const names = new Map<string, string>();

/** Gives every text with values a name, so that the server parses and plans it once for each connection. */
class NamingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of `query` come to no single type; what is not named passes through
  override query(...args: any[]): any {
    const [text, values, ...rest] = args;
    const name = typeof text === "string" && Array.isArray(values) ? nameOf(text) : undefined;
    const named = name === undefined ? args : [{ name, text, values }, ...rest];
    return super.query(...(named as Parameters<pg.Client["query"]>));
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_STATEMENTS) return known;
  const name = `signpost-${names.size}`;
  names.set(text, name);
  return name;
}

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    Client: NamingClient,
    connectionString: url,
    max: CONNECTIONS,
    application_name: "signpost",
    ...TIMEOUTS,
  });
  // A server that restarts drops its connections; the pool opens new ones. Nobody was waiting for an idle one, and who
  // was waiting for another hears of it through their statement. Without a listener the error would end the program.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** What is wrong with the server, in words, and what to do. `address` holds no password. */
export function sentenceForPostgres(address: string, error: unknown): string {
  const said = error instanceof Error ? error.message || error.name : String(error);
  const code = (error as { code?: string } | null)?.code ?? "";
  if (code === "28P01" || code === "28000")
    return `The database ${address} refused the user or the password. Check DATABASE_URL.`;
  if (code === "3D000")
    return `There is no such database at ${address}. Create it (createdb), or check DATABASE_URL.`;
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|timeout|ETIMEDOUT|starting up/i.test(`${code} ${said}`))
    return `The database ${address} does not answer (${code || said}). Check that it runs and that DATABASE_URL is right.`;
  return `The database ${address} cannot be used: ${said}. Check DATABASE_URL and the rights of its user.`;
}
