import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { importCohort } from "../../src/app/cohort-import.ts";
import { openDatabase } from "../../src/store/database.ts";
import { collegeIn, inSlack, joinAs, teamOf } from "../bot/team/college.ts";

/** A team in a database in a folder, and the command on a file in it. */
async function openTeam(...names: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "signpost-import-"));
  const db = await openDatabase(join(folder, "signpost.db"));
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  const college = collegeIn(db);
  const codes = new Map<string, string>();
  for (const [at, name] of names.entries())
    codes.set(name, await teamOf(college, inSlack("boss", `T${at + 1}`), name));
  const run = async (
    csv: string | null,
    options: { readonly team?: string; readonly isWriting?: boolean } = {},
  ) => {
    const file = join(folder, "people.csv");
    if (csv !== null) writeFileSync(file, csv);
    const out: string[] = [];
    const err: string[] = [];
    const desk = {
      print: (text: string) => void out.push(text),
      complain: (line: string) => void err.push(line),
    };
    const { team = names[0] ?? "", isWriting = false } = options;
    const isFine = await importCohort({ SIGNPOST_DATA: folder }, desk, { file, team, isWriting });
    return { isFine, out: out.join(""), err: err.join("\n") };
  };
  const invited = () =>
    db.selectFrom("invitations").select(["user", "name", "role"]).orderBy("user").execute();
  return { db, college, codes, run, invited };
}

const FILE = "name,user,role\nAmy Khan,U0AMYAMY,\nSam Cole,U0SAMSAM,manager\n";

describe("signpost cohort import", () => {
  test("only looks unless it is told to write; then people are asked, and are in once they agree", async () => {
    const { college, run, invited } = await openTeam("Autumn");
    const looked = await run(FILE);
    expect(looked.isFine).toBe(true);
    expect(looked.out).toContain("2 good rows, 0 bad.");
    expect(looked.out).toContain("2 to ask to join Autumn.");
    expect(looked.out).toContain("Add --write");
    expect(await invited()).toEqual([]);
    expect((await run(FILE, { isWriting: true })).isFine).toBe(true);
    expect(await invited()).toEqual([
      { user: "U0AMYAMY", name: "Amy Khan", role: "learner" },
      { user: "U0SAMSAM", name: "Sam Cole", role: "manager" },
    ]);
    expect(await college.say(inSlack("U0AMYAMY"), "hello")).toContain(
      "You are asked to join the team Autumn",
    );
    expect(await college.say(inSlack("U0AMYAMY"), "agree")).toContain("as Amy Khan");
  });

  test("names every bad row with its line, and writes nothing while there is one", async () => {
    const { run, invited } = await openTeam("Autumn");
    const { isFine, err } = await run(`${FILE}Ben,ben@college.ac.uk,\n,U0NONAME,\n`, { isWriting: true });
    expect(isFine).toBe(false);
    expect(err).toContain('people.csv, line 4: "ben@college.ac.uk" is no user of slack');
    expect(err).toContain("people.csv, line 5: there is no name");
    expect(err).toContain("Nothing was written.");
    expect(await invited()).toEqual([]);
  });

  test("asks nobody who is in the team, and may be run again", async () => {
    const { college, codes, run, invited } = await openTeam("Autumn");
    await joinAs(college, inSlack("U0AMYAMY"), codes.get("Autumn") ?? "");
    for (let time = 0; time < 2; time += 1) {
      const { out } = await run(FILE, { isWriting: true });
      expect(out).toContain("1 to ask to join Autumn, 1 in it already.");
    }
    expect(await invited()).toHaveLength(1);
  });

  test("says which teams there are where a name is not enough, and takes an id", async () => {
    const { db, run, invited } = await openTeam("Autumn", "autumn");
    const { isFine, err } = await run(FILE);
    expect(isFine).toBe(false);
    expect(err).toContain('There are several teams called "Autumn"');
    const { id } = await db
      .selectFrom("cohorts")
      .select("id")
      .where("tenant", "=", "T2")
      .executeTakeFirstOrThrow();
    expect(err).toContain(id);
    expect((await run(FILE, { team: id, isWriting: true })).isFine).toBe(true);
    expect(await invited()).toHaveLength(2);
  });

  test("says what to do where there is no such team, or no such file", async () => {
    const { run } = await openTeam("Autumn");
    expect((await run(null)).err).toContain("cannot be read");
    expect((await run(FILE, { team: "Winter" })).err).toContain("team create Winter as NAME");
  });
});
