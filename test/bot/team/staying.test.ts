/** People who stay under the edition with which they began, in a team of a manager who sits at the newest. */
import { describe, expect, test } from "vitest";
import type { Edition } from "../../../src/advice/edition.ts";
import { deskOf } from "../../../src/app/house.ts";
import type { Desk } from "../../../src/bot/view.ts";
import { cohortFileSchema } from "../../../src/cohort/export.ts";
import { said } from "../../../src/interview/words.ts";
import { DATABASES, openNew } from "../../databases.ts";
import { collegeIn, inSlack, joinAs, library, teamOf } from "./college.ts";

const BOSS = inSlack("boss");
const AMY = inSlack("amy");
const BEFORE = deskOf(library);
const OPEN = BEFORE.edition.readings.find(({ decision }) => decision !== undefined);
const TOPIC = OPEN?.decision ?? "";

/** An edition that leaves nothing to the provider, beside the one that people began with. */
function afterIt(): Desk {
  const { edition } = BEFORE;
  const readings = edition.readings.map(({ decision: _, ...rest }) => rest);
  const newest: Edition = { ...edition, id: "lluk-2027", readings };
  return { ...BEFORE, edition: newest, rules: "of 2027", others: new Map([[edition.id, BEFORE]]) };
}

async function openTeam(kind: (typeof DATABASES)[number]) {
  const { db } = await openNew(kind);
  const college = collegeIn(db);
  await joinAs(college, AMY, await teamOf(college, BOSS, "Autumn"));
  college.bot.adopt(afterIt());
  return college;
}

describe.each(DATABASES)("somebody who began under an earlier edition, over %s,", (kind) => {
  test("has decided for them what their own edition leaves open", async () => {
    const college = await openTeam(kind);
    expect(await college.say(BOSS, "team decide Amy")).toContain(OPEN?.says);
    const line = `team decide Amy ${OPEN?.id} because the college said so`;
    expect(await college.say(BOSS, line)).toContain(TOPIC);
    const [label] = [...(await college.offers(BOSS, "team withdraw Amy")).keys()];
    expect(label).toBe(TOPIC);
  });

  test("is in the file with the rules that judge them", async () => {
    const college = await openTeam(kind);
    const { parts } = await college.reply(BOSS, "team export json");
    const file = parts.find((part) => part.kind === "file");
    const { edition, people } = cohortFileSchema.parse(JSON.parse(file?.kind === "file" ? file.content : ""));
    expect(edition).toBe("lluk-2027");
    expect(people.map((each) => each.edition)).toEqual([BEFORE.edition.id]);
  });
});

describe.each(DATABASES)("somebody who began under the newest edition, over %s,", (kind) => {
  test("is not decided about by what another leaves open", async () => {
    const college = await openTeam(kind);
    const jo = inSlack("jo");
    await college.say(jo, "college");
    await joinAs(college, jo, await teamOf(college, BOSS, "Spring"), { place: 1, name: "Jo Lee" });
    const words = await college.say(BOSS, `team decide Jo ${OPEN?.id} because the college said so in Spring`);
    expect(words).toContain(said(library.cohort.manages.decideWhat, { name: "Jo Lee" }));
    expect(words).not.toContain(OPEN?.says);
  });
});
