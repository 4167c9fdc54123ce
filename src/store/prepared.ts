/** Queries that are written down once: Kysely's builder gives the text, and each run only the values. */
import { type Compilable, CompiledQuery, type Kysely, type QueryResult } from "kysely";
import type { Schema } from "./schema.ts";

/** Stands for a value while a query is compiled. */
class Hole {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Runs the query with these values. */
export type Prepared<Values, Row> = (db: Kysely<Schema>, values: Values) => Promise<QueryResult<Row>>;

/**
 * Building and compiling a query costs more than running it. Here it is done once for each kind of database.
 * `build` may put `values` only where a query takes a value, and may not look at them: they are not there yet.
 */
export function prepared<Values extends object, Row = unknown>(
  build: (db: Kysely<Schema>, values: Values) => Compilable<Row>,
): Prepared<Values, Row> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  const holes = new Proxy({} as Values, { get: (_, name) => new Hole(String(name)) });
  return (db, values) => {
    const { adapter } = db.getExecutor();
    const query = compiled.get(adapter) ?? build(db, holes).compile();
    compiled.set(adapter, query);
    const parameters = query.parameters.map((each) =>
      each instanceof Hole ? (values as Readonly<Record<string, unknown>>)[each.name] : each,
    );
    return db.executeQuery(CompiledQuery.raw(query.sql, parameters) as CompiledQuery<Row>);
  };
}
