/** What a manager sees of 0, 1, 3 and 250 people, and what people see of being seen. */
import { describe, expect, test } from "vitest";
import { cohortFileSchema } from "../../../src/cohort/export.ts";
import { DATABASES, openNew } from "../../databases.ts";
import { wordsOf } from "../voice.ts";
import { type College, collegeIn, inSlack, joinAs, joinIn, teamOf } from "./college.ts";

const BOSS = inSlack("boss");
const DAY = 24 * 3_600_000;

async function openTeam(kind: (typeof DATABASES)[number], people: number) {
  const { db } = await openNew(kind);
  const college = collegeIn(db);
  const code = await teamOf(college, BOSS, "Autumn 2026");
  for (let place = 0; place < people; place += 1)
    await joinAs(college, inSlack(`u${place}`), code, {
      place,
      ...(place < 8 ? {} : { name: nameOf(place) }),
    });
  return { db, college, code };
}

function nameOf(place: number): string {
  return `Person ${String(place).padStart(3, "0")}`;
}

/** How many rows the table of people has. */
async function rowsIn(college: College, line: string): Promise<string[]> {
  const { parts } = await college.reply(BOSS, line);
  return parts.flatMap((part) => (part.kind === "table" ? part.rows.map(([name = ""]) => name) : []));
}

describe.each(DATABASES)("a manager, over %s,", (kind) => {
  test("of nobody yet is told how people join", async () => {
    const { college, code } = await openTeam(kind, 0);
    expect(await college.say(BOSS, "team")).toContain("Nobody has joined Autumn 2026 yet");
    expect(await college.say(BOSS, "team code")).toContain(code);
    expect(await college.say(BOSS, "team list")).toContain("Nobody has joined");
    expect(await college.say(BOSS, "team gaps")).toContain("Nothing is open for anybody");
  });

  test("of one person reads how they stand in a sentence, and sees them by pressing their name", async () => {
    const { college } = await openTeam(kind, 1);
    expect(await college.say(BOSS, "team")).toContain("1 person, ready.");
    const offers = await college.offers(BOSS, "team list");
    const shown = await college.say(BOSS, offers.get("Amy Example") ?? "");
    expect(shown).toContain("Level 3 Certificate in Learning Support: 11 of 11 met. Can start: yes.");
    expect(shown).toContain("Practice: 31 hours");
  });

  test("of three sees what is open for how many, and who that is", async () => {
    const { college } = await openTeam(kind, 3);
    const summary = await college.say(BOSS, "team");
    expect(summary).toContain("3 people: 1 ready, 2 on the way, 0 without a recommendation yet.");
    const gaps = await college.offers(BOSS, "team gaps");
    const line = gaps.get("Assessed practice: time");
    expect(await rowsIn(college, line ?? "")).toEqual(["Ben Example"]);
    expect(await rowsIn(college, "team ready")).toEqual(["Amy Example"]);
    expect(await rowsIn(college, "team list specialist")).toEqual(["Cath Example"]);
  });

  test("of 250 turns pages, and every one of them is on just one page", async () => {
    const { college } = await openTeam(kind, 250);
    const seen: string[] = [];
    let line: string | undefined = "team list";
    while (line) {
      seen.push(...(await rowsIn(college, line)));
      line = (await college.offers(BOSS, line)).get("Next page");
    }
    expect(seen).toHaveLength(250);
    expect(new Set(seen).size).toBe(250);
    expect(seen).toEqual([...seen].sort());
    expect(await rowsIn(college, "team list page 999")).toHaveLength(10);
    const narrow = (await college.offers(BOSS, "team list ready")).get("Next page");
    expect(narrow).toContain("ready");
  }, 60_000);

  test("sees what somebody told at once, and since when somebody is quiet", async () => {
    const { college } = await openTeam(kind, 2);
    expect(await rowsIn(college, "team stalled 3")).toEqual([]);
    college.clock.passed = 4 * DAY;
    // Who is ready is not stalled.
    expect(await rowsIn(college, "team stalled 3")).toEqual(["Ben Example"]);
    await college.say(inSlack("u1"), "log 8 hours general support");
    expect(await rowsIn(college, "team stalled 3")).toEqual([]);
    expect(await college.say(BOSS, "team ben")).toContain("8 hours");
  });

  test("compares two days by what was kept of them, and nothing from before people agreed", async () => {
    const { college } = await openTeam(kind, 2);
    expect(await college.say(BOSS, "team compare 1 November 2026")).toContain(
      "Nobody had joined the team by 1 November",
    );
    college.clock.passed = 2 * DAY;
    await college.say(inSlack("u1"), "log practice 30 hours general");
    const words = await college.say(BOSS, "team compare 23 November 2026");
    expect(words).toMatch(/Practice hours.*Before: 1; After: 0/);
    expect(await college.say(BOSS, "team compare next summer")).toContain("Say one day or two");
  });

  test("has everybody as a file, and that it was made stands in the audit", async () => {
    const { db, college } = await openTeam(kind, 12);
    const fileIn = async (line: string) =>
      (await college.reply(BOSS, line)).parts.flatMap((part) => (part.kind === "file" ? [part] : []));
    const [csv] = await fileIn("team export");
    expect(csv?.name).toBe("autumn-2026-2026-11-23.csv");
    expect(csv?.content.trimEnd().split("\r\n")).toHaveLength(13);
    const [json] = await fileIn("team export json");
    const people = cohortFileSchema.parse(JSON.parse(json?.content ?? "")).people;
    expect(people).toHaveLength(12);
    expect(people[0]).toMatchObject({ name: "Amy Example", stage: "ready", met: 11, of: 11, open: [] });
    const acts = await db.selectFrom("audit").select("act").where("act", "=", "cohort-export").execute();
    expect(acts).toHaveLength(2);
  });

  test("with several teams is asked which, and a button answers", async () => {
    const { college } = await openTeam(kind, 1);
    await teamOf(college, BOSS, "Spring");
    expect(await rowsIn(college, "team")).toEqual(["Autumn 2026", "Spring"]);
    const which = await college.offers(BOSS, "team gaps");
    expect([...which.keys()]).toEqual(["Autumn 2026", "Spring"]);
    expect(await college.say(BOSS, which.get("Spring") ?? "")).toContain("Nothing is open");
    expect(await rowsIn(college, "team list in autumn 2026")).toEqual(["Amy Example"]);
  });

  test("who slips on a word is told what was meant; who names nobody is told so", async () => {
    const { college } = await openTeam(kind, 1);
    expect(await college.say(BOSS, "team summray")).toContain("'team summary'");
    expect(await college.say(BOSS, "team show Nobody Atall")).toContain("nobody called “Nobody Atall”");
    expect(await college.say(BOSS, "team Amy Exampel")).toContain("11 of 11 met");
  });

  test("puts a team into the archive only after a second question, and takes it out again", async () => {
    const { college, code } = await openTeam(kind, 1);
    const asked = await college.offers(BOSS, "team archive");
    expect(await rowsIn(college, "team list")).toHaveLength(1);
    await college.say(BOSS, asked.get("Yes") ?? "");
    expect(await college.say(inSlack("late"), `join ${code}`)).toContain("There is no team with that code");
    expect(await college.say(inSlack("u0"), "who sees me")).toContain("Nobody sees");
    expect(await college.say(BOSS, "team reopen Autumn 2026")).toContain("open again");
    expect(await rowsIn(college, "team list")).toHaveLength(1);
  });
});

describe.each(DATABASES)("somebody in a team, over %s,", (kind) => {
  test("is told what will be seen before they agree, and is not seen until then", async () => {
    const { college, code } = await openTeam(kind, 0);
    const ann = inSlack("ann");
    await college.tell(ann, 0);
    const asked = await college.say(ann, `join ${code.toLowerCase()}`);
    expect(asked).toContain("Managed by: Priya Shah");
    expect(asked).toContain("the evidence you told");
    expect(await rowsIn(college, "team list")).toEqual([]);
    expect(await college.say(ann, "agree")).toContain("the name your team knows you by");
    expect(await rowsIn(college, "team list")).toEqual([]);
    expect(await college.say(ann, "agree as Ann Lee")).toContain("You are in Autumn 2026 now, as Ann Lee");
    expect(await rowsIn(college, "team list")).toEqual(["Ann Lee"]);
  });

  test("may decline, and may leave at once at any time", async () => {
    const { db, college, code } = await openTeam(kind, 1);
    const ann = inSlack("ann");
    await college.say(ann, `join ${code}`);
    expect(await college.say(ann, "decline")).toContain("nobody sees you there");
    expect(await college.say(ann, "agree as Ann")).toContain("Nobody has asked you");
    const seen = await college.say(inSlack("u0"), "who sees me");
    expect(seen).toContain(
      "Autumn 2026: Priya Shah can see how far you are, as Amy Example, since 23 November 2026.",
    );
    await college.say(inSlack("u0"), "leave");
    expect(await rowsIn(college, "team list")).toEqual([]);
    expect(await college.say(inSlack("u0"), "who sees me")).toContain("Nobody sees what you tell me");
    expect(await db.selectFrom("progress").selectAll().execute()).toEqual([]);
    expect(await db.selectFrom("progress_days").selectAll().execute()).toEqual([]);
  });

  test("who was named by a manager is told with their next reply, once, and is asked what they are asked", async () => {
    const { college } = await openTeam(kind, 0);
    await college.say(BOSS, "team add @Ann as Ann Lee", { users: ["ann"], group: null });
    expect(await college.say(BOSS, "team invited")).toContain("Ann Lee");
    const ann = inSlack("ann");
    // Nobody agrees to what they were not told.
    expect(await college.say(ann, "agree")).toContain("You are asked to join the team Autumn 2026");
    expect(await rowsIn(college, "team list")).toEqual([]);
    expect(await college.say(ann, "hello")).not.toContain("You are asked to join");
    expect(await college.say(ann, "agree")).toContain("as Ann Lee");
    expect(await college.say(BOSS, "team invited")).toContain("Nobody is waiting");
  });

  test("who forgets themselves is gone from the team, from what was kept of it and from its invitations", async () => {
    const { db, college } = await openTeam(kind, 1);
    await college.say(BOSS, "team add as Amy", { users: ["u0"], group: null });
    await college.say(inSlack("u0"), "forget me");
    await college.say(inSlack("u0"), "forget me for good");
    expect(await rowsIn(college, "team list")).toEqual([]);
    for (const table of ["progress", "progress_days", "invitations"] as const)
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
  });

  test("a manager who is the last one cannot leave; with another they can", async () => {
    const { college } = await openTeam(kind, 0);
    expect(await college.say(BOSS, "leave")).toContain("the only manager of Autumn 2026");
    await joinIn(college, BOSS, inSlack("sam"), "manager", "Sam Cole");
    expect(await college.say(BOSS, "leave")).toContain("You have left Autumn 2026");
    expect(wordsOf(await college.reply(inSlack("sam"), "team"))).toContain("Autumn 2026");
  });

  test("codes of another workspace fit nothing", async () => {
    const { college, code } = await openTeam(kind, 0);
    expect(await college.say(inSlack("ann", "T2"), `join ${code}`)).toContain(
      "There is no team with that code here",
    );
  });
});
