/** Reminders by a clock that is turned by hand: who gets them, when, and that stop means stop. */
import type { Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import type { Reply } from "../../src/chat/reply.ts";
import type { Speaker } from "../../src/chat/turn.ts";
import type { Schema } from "../../src/store/schema.ts";
import { DATABASES, openNew, openTwice } from "../databases.ts";
import { type College, collegeIn, inSlack, joinAs, teamOf } from "./team/college.ts";
import { wordsOf } from "./voice.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ANN = inSlack("ann");
const BOSS = inSlack("boss");

/** Slack can write to people by itself, a page cannot. */
const reach = async ({ channel, user }: Speaker) =>
  channel === "slack" ? { conversation: user, reference: { user } } : null;

function openCollege(db: Kysely<Schema>): College {
  return collegeIn(db, { reach });
}

/** Until this time, looking for what is due as often as a program does. ISO, in London. */
async function until(college: College, time: string): Promise<number> {
  const end = new Date(time).getTime() - new Date("2026-11-23T12:00:00").getTime();
  let sent = 0;
  while (college.clock.passed < end) {
    college.clock.passed = Math.min(end, college.clock.passed + 30 * 60_000);
    for (let more = 1; more > 0; sent += more) more = await college.bot.remind();
  }
  return sent;
}

/** What was put into the outbox for nobody's turn, in order: when, to whom, and its words. */
async function notices(db: Kysely<Schema>) {
  const rows = await db
    .selectFrom("outbox")
    .select(["created_at", "conversation", "reply", "failed_at", "until", "turn"])
    .where(({ or, eb }) =>
      or(["own:", "nudge:", "digest:", "invite:"].map((kind) => eb("turn", "like", `${kind}%`))),
    )
    .orderBy("created_at")
    .orderBy("conversation")
    .execute();
  return rows.map(({ created_at: at, conversation, reply, failed_at, until: worth }) => ({
    at,
    to: conversation.split(":").at(-1),
    words: wordsOf(JSON.parse(reply) as Reply),
    isStopped: failed_at !== null,
    until: worth,
  }));
}

describe.each(DATABASES)("a weekly reminder, over %s,", (kind) => {
  test("comes only to who asked for it, says why, what is left and how to stop it", async () => {
    const { db } = await openNew(kind);
    const college = openCollege(db);
    for (const who of [ANN, inSlack("ben")]) await college.tell(who, 1);
    expect(await college.say(ANN, "remind me")).toContain("I do not remind you of anything");
    const on = await college.say(ANN, "remind me weekly");
    expect(on).toContain("every Monday at 10:00 (Europe/London)");
    expect(on).toContain("Monday, 30 November 2026 at 10:00");
    await until(college, "2026-12-02T12:00:00Z");
    const [only, ...more] = await notices(db);
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      at: "2026-11-30T10:00:00.000Z",
      to: "ann",
      until: "2026-11-30T12:00:00.000Z",
    });
    expect(only?.words).toContain("You asked me for a weekly reminder.");
    expect(only?.words).toContain("7.5 hours");
    expect(only?.words).toContain("'remind me off' stops these at once.");
  });

  test("stays at its hour over four weeks and a change of the clocks, once a week", async () => {
    const { db } = await openNew(kind);
    const college = openCollege(db);
    await college.tell(ANN, 1);
    await until(college, "2027-03-12T12:00:00Z");
    await college.say(ANN, "remind me on fridays at 4pm");
    await until(college, "2027-04-10T12:00:00Z");
    expect((await notices(db)).map(({ at }) => at)).toEqual([
      "2027-03-12T16:00:00.000Z",
      "2027-03-19T16:00:00.000Z",
      "2027-03-26T16:00:00.000Z",
      "2027-04-02T15:00:00.000Z",
      "2027-04-09T15:00:00.000Z",
    ]);
  }, 60_000);

  test("comes by the clock of who asked, and never when it is quiet there", async () => {
    const { db } = await openNew(kind);
    const college = openCollege(db);
    await college.tell(ANN, 1);
    const words = await college.say(ANN, "remind me on tuesday at 22:30 in America/New_York");
    expect(words).toContain("Wednesday, 25 November 2026 at 08:00");
    expect(words).toContain("At that time I write to nobody");
    await until(college, "2026-11-26T12:00:00Z");
    expect((await notices(db)).map(({ at }) => at)).toEqual(["2026-11-25T13:00:00.000Z"]);
  });

  test("is not sent twice by two programs that look at the same moment", async () => {
    const { both } = await openTwice(kind);
    const [one, other] = both.map(openCollege);
    if (!one || !other) throw new Error("two programs run");
    await one.tell(ANN, 1);
    await one.say(ANN, "remind me weekly");
    for (const college of [one, other]) college.clock.passed = 7 * DAY;
    const sent = await Promise.all([
      one.bot.remind(),
      other.bot.remind(),
      one.bot.remind(),
      other.bot.remind(),
    ]);
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await notices(both[0])).toHaveLength(1);
  });

  test("stops at once, also what was on its way", async () => {
    const { db } = await openNew(kind);
    const college = openCollege(db);
    await college.tell(ANN, 1);
    await college.say(ANN, "remind me weekly");
    await until(college, "2026-11-30T10:30:00Z");
    expect(await college.say(ANN, "remind me off")).toContain("I do not remind you any more");
    await until(college, "2026-12-20T12:00:00Z");
    expect((await notices(db)).map(({ isStopped }) => isStopped)).toEqual([true]);
  });

  test("ends with a kind word where everything is done", async () => {
    const { db } = await openNew(kind);
    const college = openCollege(db);
    await college.tell(ANN, 0);
    await college.say(ANN, "remind me weekly");
    await until(college, "2026-12-20T12:00:00Z");
    const [only, ...more] = await notices(db);
    expect(only?.words).toContain("this was the last weekly reminder");
    expect(more).toEqual([]);
  });

  test("is nothing for somebody whom no channel can write to, and goes with who forgets themselves", async () => {
    const { db } = await openNew(kind);
    const college = openCollege(db);
    const visitor: Speaker = { channel: "web", tenant: "local", user: "visitor" };
    expect(await college.say(visitor, "remind me weekly")).toContain("Here I can only answer");
    await college.tell(ANN, 1);
    await college.say(ANN, "remind me weekly");
    await college.say(ANN, "forget me");
    await college.say(ANN, "forget me for good");
    for (const table of ["reminders", "contacts"] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  test("that could not go out in the night waits until nobody is disturbed", async () => {
    const { db } = await openNew(kind);
    const college = openCollege(db);
    await college.tell(ANN, 1);
    await college.say(ANN, "remind me on monday at 17:45");
    // The program was away from Monday noon to Monday night.
    college.clock.passed = 11 * HOUR;
    expect(await college.bot.remind()).toBe(0);
    await until(college, "2026-11-24T09:00:00Z");
    expect((await notices(db)).map(({ at }) => at)).toEqual(["2026-11-24T08:00:00.000Z"]);
  });

  test.each([
    ["remind me in Europe/Lundon", "I do not know the time zone Europe/Lundon"],
    ["remind me when pigs fly", "I do not know when “when pigs fly” is"],
    ["remind me at 25:00", "I do not know when “at 25:00” is"],
    ["remind me at 16:75", "I do not know when"],
  ])("%s: %s", async (line, says) => {
    const { db } = await openNew(kind);
    expect(await openCollege(db).say(ANN, line)).toContain(says);
    expect(await db.selectFrom("reminders").selectAll().execute()).toEqual([]);
  });

  test("for hundreds at the same minute goes out in bounded passes, to each once", async () => {
    const { db } = await openNew(kind);
    const college = openCollege(db);
    for (let place = 0; place < 120; place += 1) {
      await college.tell(inSlack(`u${place}`), 1);
      await college.say(inSlack(`u${place}`), "remind me weekly");
    }
    college.clock.passed = 7 * DAY;
    expect(await college.bot.remind()).toBe(50);
    expect(await college.bot.remind()).toBe(50);
    expect(await college.bot.remind()).toBe(20);
    expect(await college.bot.remind()).toBe(0);
    expect(new Set((await notices(db)).map(({ to }) => to)).size).toBe(120);
  }, 60_000);
});

describe.each(DATABASES)("a manager, over %s,", (kind) => {
  async function openTeam(people: number) {
    const { db } = await openNew(kind);
    const college = openCollege(db);
    const code = await teamOf(college, BOSS, "Autumn");
    for (let place = 1; place <= people; place += 1)
      await joinAs(college, inSlack(`u${place}`), code, { place });
    return { db, college };
  }

  test("reminds one of what is left: it says who asked, and comes when it is not quiet", async () => {
    const { db, college } = await openTeam(1);
    expect(await college.say(BOSS, "team remind Ben")).toContain(
      "Will be reminded on Monday, 23 November 2026 at 12:00: Ben Example.",
    );
    await until(college, "2026-11-23T13:00:00Z");
    const [only] = await notices(db);
    expect(only).toMatchObject({ to: "u1" });
    expect(only?.words).toContain("Priya Shah, who manages Autumn, asked me to remind you.");
    expect(await college.say(BOSS, "team remind Ben")).toContain("Not reminded");
    college.clock.passed = 8 * HOUR;
    expect(await college.say(BOSS, "team remind Ben")).toContain("Tuesday, 24 November 2026 at 08:00");
  });

  test("reminds everybody after a second question, and nobody twice a day, with their own reminder or without", async () => {
    const { db, college } = await openTeam(3);
    college.clock.passed = 6 * DAY + 21 * HOUR;
    await college.say(inSlack("u1"), "remind me on monday at 10:00");
    await college.say(inSlack("u2"), "remind me off");
    await until(college, "2026-11-30T10:15:00Z");
    const asked = await college.offers(BOSS, "team remind all");
    expect(await notices(db)).toHaveLength(1);
    const words = await college.say(BOSS, asked.get("Yes") ?? "");
    expect(words).toMatch(/Will be reminded on .*: Dev Example\./);
    expect(words).toMatch(/Not reminded.*Ben Example, Cath Example/);
    await until(college, "2026-12-01T07:00:00Z");
    expect((await notices(db)).map(({ to }) => to)).toEqual(["u1", "u3"]);
  });

  test("cannot have somebody reminded who has left meanwhile, or who has said no", async () => {
    const { db, college } = await openTeam(2);
    college.clock.passed = 8 * HOUR;
    await college.say(BOSS, "team remind all yes");
    await college.say(inSlack("u1"), "leave");
    await college.say(inSlack("u2"), "remind me off");
    await until(college, "2026-11-26T12:00:00Z");
    expect(await notices(db)).toEqual([]);
  });

  test("has a weekly summary of all their teams, for as long as they have one", async () => {
    const { db, college } = await openTeam(3);
    expect(await college.say(BOSS, "team digest")).toContain("I send you no weekly summary");
    expect(await college.say(BOSS, "team digest weekly")).toContain("Monday, 30 November 2026 at 10:00");
    await until(college, "2026-11-30T12:00:00Z");
    const [first] = await notices(db);
    expect(first?.words).toContain("Autumn: 3 people: 0 ready, 3 on the way");
    expect(first?.words).toContain("'team digest off' stops these at once.");
    await college.say(BOSS, "team archive yes");
    await until(college, "2026-12-20T12:00:00Z");
    expect(await notices(db)).toHaveLength(1);
    expect(await db.selectFrom("reminders").selectAll().execute()).toEqual([]);
  });
});

describe.each(DATABASES)("who is asked to join a team, over %s,", (kind) => {
  async function openTeam() {
    const { db } = await openNew(kind);
    const college = openCollege(db);
    await teamOf(college, BOSS, "Autumn");
    return { db, college };
  }

  test("is written to once, with what will be seen, and can agree by a button", async () => {
    const { db, college } = await openTeam();
    await college.say(BOSS, "team add @Ann as Ann Lee", { users: ["ann"], group: null });
    expect(await college.bot.remind()).toBe(1);
    expect(await college.bot.remind()).toBe(0);
    const [only] = await notices(db);
    expect(only?.to).toBe("ann");
    expect(only?.words).toContain("You are asked to join the team Autumn. Managed by: Priya Shah.");
    expect(only?.words).toContain("the evidence you told");
    const { id } = await db.selectFrom("cohorts").select("id").executeTakeFirstOrThrow();
    expect(only?.words).toContain(`I agree: agree #${id}`);
    expect(await college.say(ANN, `agree #${id}`)).toContain("You are in Autumn now, as Ann Lee");
  });

  test("is not written to when it is quiet, nor by a channel that cannot, but told with the next reply", async () => {
    const { db, college } = await openTeam();
    college.clock.passed = 10 * HOUR;
    await college.say(BOSS, "team add @Ann as Ann Lee", { users: ["ann"], group: null });
    expect(await college.bot.remind()).toBe(0);
    expect(await college.say(ANN, "hello")).toContain("You are asked to join the team Autumn");
    college.clock.passed = 24 * HOUR;
    expect(await college.bot.remind()).toBe(0);
    expect(await notices(db)).toEqual([]);
  });

  test("is written to once by two programs that look at the same moment", async () => {
    const { db, college } = await openTeam();
    await college.say(BOSS, "team add @Ann @Ben", { users: ["ann", "ben"], group: null });
    const sent = await Promise.all([college.bot.remind(), college.bot.remind(), college.bot.remind()]);
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(2);
    expect((await notices(db)).map(({ to }) => to)).toEqual(["ann", "ben"]);
  });
});
