/** No words of anybody become part of a statement to the database: they are its parameters. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { findByName } from "../../src/store/whereabouts.ts";
import { DATABASES, openNew } from "../databases.ts";

const SRC = fileURLToPath(new URL("../../src", import.meta.url));

test("nothing in the code writes a value into a statement", () => {
  const written = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) =>
      [
        ...readFileSync(`${SRC}/${name}`, "utf8").matchAll(
          /sql\.(?:raw|lit)\(.*?\)|CompiledQuery\.raw\([^,)]*/g,
        ),
      ].map(([found]) => `${name}: ${found}`),
    );
  expect(written).toEqual([
    // How many rows a page has and how long somebody waits, and two statements that this project wrote or compiled.
    "store/backup.ts: sql.lit(PAGE)",
    "store/prepared.ts: CompiledQuery.raw(query.sql",
    'store/sqlite.ts: CompiledQuery.raw("begin immediate"',
    "store/sqlite.ts: sql.lit(BUSY)",
  ]);
});

describe.each(DATABASES)("on %s", (kind) => {
  test.each(["' or '1'='1", "'; drop table people; --", '"; --', "\\'; --", "%"])(
    "%s is a name that nobody has",
    async (name) => {
      const { db } = await openNew(kind);
      expect(await findByName(db, "a cohort", name, { roles: ["learner"], limit: 10 })).toEqual([]);
      expect(await db.selectFrom("people").selectAll().execute()).toEqual([]);
    },
  );
});
