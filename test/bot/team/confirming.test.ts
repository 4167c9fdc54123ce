/** What managers and assessors confirm and decide, as both sides read it. */
import { describe, expect, test } from "vitest";
import { DATABASES, openNew } from "../../databases.ts";
import { collegeIn, inSlack, joinAs, joinIn, teamOf } from "./college.ts";

const BOSS = inSlack("boss");
const AMY = inSlack("amy");
const JO = inSlack("jo");

async function openTeam(kind: (typeof DATABASES)[number]) {
  const { db } = await openNew(kind);
  const college = collegeIn(db);
  const code = await teamOf(college, BOSS, "Autumn");
  await joinAs(college, AMY, code);
  await joinIn(college, BOSS, JO, "assessor", "Jo Lee");
  return { db, college };
}

describe.each(DATABASES)("evidence, over %s,", (kind) => {
  test("is on the learner's word until somebody confirms it; then both read by whom and when", async () => {
    const { college } = await openTeam(kind);
    expect(await college.say(AMY, "gaps")).toMatch(/You have 31 hours.*Not confirmed by anybody yet/);
    const offers = await college.offers(JO, "team confirm Amy");
    const [practice] = [...offers].find(([label]) => label.startsWith("Practice: 31 hours")) ?? [""];
    expect(await college.say(JO, offers.get(practice) ?? "")).toContain(
      "Confirmed for Amy Example: Practice: 31 hours",
    );
    const says = /You have 31 hours.*Confirmed by Jo Lee on 23 November 2026\./;
    expect(await college.say(AMY, "gaps")).toMatch(says);
    expect(await college.say(BOSS, "team show Amy")).toMatch(says);
    expect(await college.say(BOSS, "team show Amy")).toContain("(confirmed by Jo Lee on 23 November 2026)");
  });

  test("that was changed is on their word again", async () => {
    const { college } = await openTeam(kind);
    await college.say(JO, "team confirm Amy all");
    expect(await college.say(AMY, "gaps")).not.toContain("Not confirmed by anybody yet");
    await college.say(AMY, "log 5 hours general");
    expect(await college.say(AMY, "gaps")).toMatch(/You have 36 hours.*Confirmed by Jo Lee/);
    await college.say(AMY, "change practice");
    await college.say(AMY, "40 hours general");
    expect(await college.say(BOSS, "team confirm Amy")).toContain("40 hours");
  });

  test("is taken back, and the log keeps both without words", async () => {
    const { db, college } = await openTeam(kind);
    await college.say(JO, "team confirm Amy all");
    const undo = async () =>
      [...(await college.offers(BOSS, "team withdraw Amy")).values()].find((line) => line.includes("!"));
    for (let line = await undo(); line; line = await undo())
      expect(await college.say(BOSS, line)).toContain("Taken back");
    expect(await college.say(AMY, "gaps")).toMatch(/You have 31 hours.*Not confirmed by anybody yet/);
    const acts = await db
      .selectFrom("audit")
      .select(["act", "detail"])
      .where("act", "like", "%confirm%")
      .execute();
    const count = (act: string) => acts.filter((each) => each.act === act).length;
    expect(count("confirm")).toBeGreaterThan(5);
    expect(count("withdraw-confirmation")).toBe(count("confirm"));
    expect(JSON.stringify(acts)).not.toMatch(/hours|Amy/);
  });

  test("is nobody's own to confirm, and what is gone is not confirmed", async () => {
    const { db, college } = await openTeam(kind);
    const line =
      [...(await college.offers(JO, "team confirm Amy"))].find(([label]) =>
        label.startsWith("Practice"),
      )?.[1] ?? "";
    await college.say(AMY, "change practice");
    await college.say(AMY, "remove 1");
    expect(await college.say(JO, line)).toContain("changed or confirmed since");
    await db.updateTable("members").set({ role: "learner" }).where("name", "=", "Priya Shah").execute();
    expect(await db.selectFrom("confirmations").selectAll().execute()).toEqual([]);
  });

  test("goes with who forgets themselves", async () => {
    const { db, college } = await openTeam(kind);
    await college.say(JO, "team confirm Amy all");
    await college.say(BOSS, "team decide Amy A02 because they said so");
    await college.say(AMY, "forget me");
    await college.say(AMY, "forget me for good");
    for (const table of ["confirmations", "decisions"] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  });
});

describe.each(DATABASES)("a decision, over %s,", (kind) => {
  test("needs a reason, stands beside the requirement with name and date, and changes no verdict", async () => {
    const { college } = await openTeam(kind);
    const before = (await college.say(AMY, "gaps")).match(/- (met|not met|not known|still to do)[^.]*/g);
    expect(await college.say(BOSS, "team decide Amy")).toContain("Surplus optional credits are accepted");
    const topics = await college.offers(BOSS, "team decide Amy");
    const asked = await college.say(BOSS, topics.get("The place of practice is accepted") ?? "");
    expect(asked).toContain("Please say the reason");
    const line = /such as: (team decide .*?) the awarding body/.exec(asked.replace(/\s+/g, " "))?.[1];
    expect(await college.say(BOSS, `${line} seen on a visit in October`)).toContain("Noted for Amy Example");
    const after = await college.say(AMY, "gaps");
    expect(after).toContain(
      "Decided by the provider (Priya Shah, 23 November 2026): The place of practice is accepted. Reason: seen on a visit in October",
    );
    expect(after.match(/- (met|not met|not known|still to do)[^.]*/g)).toEqual(before);
  });

  test("is for managers alone, and can be taken back", async () => {
    const { college } = await openTeam(kind);
    expect(await college.say(JO, "team decide Amy A59 because I say so")).toContain("That is for managers");
    await college.say(BOSS, "team decide Amy A59 because seen");
    expect(
      [...(await college.offers(JO, "team withdraw Amy")).values()].some((each) => each.includes("!")),
    ).toBe(false);
    const [undo = ""] = [...(await college.offers(BOSS, "team withdraw Amy")).values()].filter((each) =>
      each.includes("!"),
    );
    await college.say(BOSS, undo);
    expect(await college.say(AMY, "gaps")).not.toContain("Decided by the provider");
  });
});
