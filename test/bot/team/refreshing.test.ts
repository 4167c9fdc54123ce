import { describe, expect, test } from "vitest";
import { DATABASES, openNew } from "../../databases.ts";
import { collegeIn, inSlack, joinAs, teamOf } from "./college.ts";

const BOSS = inSlack("boss");

describe.each(DATABASES)("progress, over %s,", (kind) => {
  test("that other rules judged is worked out anew, and nothing else is touched", async () => {
    const { db } = await openNew(kind);
    const college = collegeIn(db);
    const code = await teamOf(college, BOSS, "Autumn");
    for (const place of [0, 1, 2]) await joinAs(college, inSlack(`u${place}`), code, { place });
    const before = await db.selectFrom("progress").selectAll().orderBy("person").execute();
    expect(await college.bot.refresh()).toBe(0);
    await db.updateTable("progress").set({ rules: "of before", open: ",gone,", done: 0 }).execute();
    expect(await college.bot.refresh()).toBe(3);
    expect(await db.selectFrom("progress").selectAll().orderBy("person").execute()).toEqual(before);
  });

  test("that lags behind the record is caught up with", async () => {
    const { db } = await openNew(kind);
    const college = collegeIn(db);
    const code = await teamOf(college, BOSS, "Autumn");
    await joinAs(college, inSlack("u0"), code);
    await db.updateTable("progress").set({ version: 0, done: 0 }).execute();
    expect(await college.bot.refresh()).toBe(1);
    expect(await college.say(BOSS, "team")).toContain("1 person, ready.");
  });

  test("of whom nobody may see any more does not stay", async () => {
    const { db } = await openNew(kind);
    const college = collegeIn(db);
    const code = await teamOf(college, BOSS, "Autumn");
    await joinAs(college, inSlack("u0"), code);
    await db.deleteFrom("members").where("role", "=", "learner").execute();
    await college.bot.refresh();
    expect(await db.selectFrom("progress").selectAll().execute()).toEqual([]);
    expect(await db.selectFrom("progress_days").selectAll().execute()).toEqual([]);
  });

  test("is not worked out where the program is about to stop", async () => {
    const { db } = await openNew(kind);
    const college = collegeIn(db);
    const code = await teamOf(college, BOSS, "Autumn");
    await joinAs(college, inSlack("u0"), code);
    await db.updateTable("progress").set({ rules: "of before" }).execute();
    await college.bot.refresh(AbortSignal.abort());
    const [row] = await db.selectFrom("progress").select("rules").execute();
    expect(row?.rules).toBe("of before");
  });
});
