/** SQLite while another program holds the file's only write lock for longer than anybody waits. */
import { sql } from "kysely";
import Database from "libsql";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { StoreError } from "../../src/store/error.ts";
import { findPerson } from "../../src/store/people.ts";
import { keepTurn } from "../../src/store/turns.ts";
import { newDatabase, openNew } from "../databases.ts";
import { contentsOf, countsOf } from "./contents.ts";
import { EDITION, nextTurnOf, turnOf } from "./turn.ts";

describe("a SQLite file that another program writes for too long", () => {
  test("refuses the turn, can be read meanwhile, and takes the same turn afterwards", async () => {
    const { database, db } = await openNew("SQLite");
    await keepTurn(db, turnOf("ann"));
    const before = await contentsOf(db);
    const other = new Database(database.address);
    onTestFinished(() => void other.close());
    await sql`pragma busy_timeout = 100`.execute(db);
    other.exec("begin immediate");
    await expect(keepTurn(db, nextTurnOf("ann", 1))).rejects.toThrow("locked");
    expect(await findPerson(db, turnOf("ann").from)).toEqual({
      id: "person ann",
      version: 1,
      edition: EDITION,
    });
    other.exec("rollback");
    expect(await contentsOf(db)).toEqual(before);
    expect(await keepTurn(db, nextTurnOf("ann", 1))).toEqual({ kind: "kept", number: 2 });
  });

  test("is opened where it is up to date", async () => {
    const { database } = await openNew("SQLite");
    const other = new Database(database.address);
    onTestFinished(() => void other.close());
    other.exec("begin immediate");
    expect(await countsOf(await database.open())).toEqual({});
  });

  test("is not opened where it has to be brought up to date, with a sentence that says why", async () => {
    const { address, remove } = await newDatabase("SQLite");
    onTestFinished(remove);
    const other = new Database(address);
    onTestFinished(() => void other.close());
    other.exec("pragma journal_mode = wal; begin immediate");
    const refusal = await openDatabase(address).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreError);
    expect((refusal as StoreError).message).toContain(`${address} is in use by another program`);
  });
});
