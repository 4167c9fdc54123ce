/** What if everybody had something: figures as the advice would give them, and nothing kept. */
import { expect, test } from "vitest";
import type { Edition } from "../../../src/advice/edition.ts";
import { stand } from "../../../src/advice/standing.ts";
import { progressOf, stageOf } from "../../../src/cohort/progress.ts";
import type { LearnerRecord } from "../../../src/record/record.ts";
import { openNew } from "../../databases.ts";
import { contentsOf } from "../../store/contents.ts";
import { collegeIn, inSlack, joinAs, library, teamOf } from "./college.ts";

const BOSS = inSlack("boss");
const edition = library.editions.get(library.interview.edition) as Edition;

async function openTeam() {
  const { db } = await openNew("SQLite");
  const college = collegeIn(db);
  const code = await teamOf(college, BOSS, "Autumn");
  for (const place of library.team.keys()) await joinAs(college, inSlack(`u${place}`), code, { place });
  return { db, college };
}

test("says how many would be ready, who that would be, and what it would close", async () => {
  const { college } = await openTeam();
  const words = await college.say(BOSS, "team what if everybody had 30 hours in all");
  expect(words).toContain("Only a what-if: nothing was changed");
  expect(words).toMatch(/of 8 people, \d would be ready\. Now it is 1\./);
  expect(words).toMatch(/Practice hours \(the Level 3 Certificate\); Before: 3; After: 0/);
  expect(words).toContain("nothing was kept");
});

test("counts as the rules would judge the records with it", async () => {
  const { college } = await openTeam();
  const words = await college.say(BOSS, "team what if everybody did O06 and O07");
  let ready = 0;
  for (const { record } of library.team) {
    const units = (record.units ?? []) as readonly { unit: string }[];
    const added = ["O06", "O07"]
      .filter((id) => !units.some(({ unit }) => unit === id))
      .map((unit) => ({ unit, level: 3, status: "achieved" }));
    const then = { ...record, units: [...units, ...added] } as LearnerRecord;
    if (stageOf(progressOf(await stand(edition, then, "2026-11-23"), edition)) === "ready") ready += 1;
  }
  expect(words).toContain(`of 8 people, ${ready} would be ready.`);
});

test("keeps nothing but that it was asked", async () => {
  const { db, college } = await openTeam();
  const before = await contentsOf(db);
  await college.say(BOSS, "team what if everybody did O06 and O07");
  const after = await contentsOf(db);
  for (const table of ["events", "people", "identities"] as const)
    expect(after[table]).toEqual(before[table]);
  const progress = await db.selectFrom("progress").selectAll().execute();
  expect(progress).toHaveLength(8);
});

test("that cannot be read is said so, with examples that can", async () => {
  const { college } = await openTeam();
  expect(await college.say(BOSS, "team what if everybody flew to the moon")).toContain(
    "Say what everybody would have",
  );
  const offers = await college.offers(BOSS, "team what if");
  for (const line of offers.values())
    if (line.includes("what if")) expect(await college.say(BOSS, line), line).toContain("Only a what-if");
});
