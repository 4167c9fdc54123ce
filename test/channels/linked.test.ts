/** One person who is interviewed half in Slack and half in Teams, over HTTP on both sides. */
import { expect, test } from "vitest";
import { openSlackIn } from "../slack/app.ts";
import { textOf as slackText } from "../slack/workspace/readable.ts";
import { openTeamsIn } from "../teams/app.ts";
import { actionsOf } from "../teams/platform/action.ts";
import { newPerson } from "../teams/platform/place.ts";
import { textOf as teamsText } from "../teams/platform/readable.ts";
import { openTestHouse } from "./house.ts";
import { recordOf } from "./stories.ts";

const IN_SLACK = "U0ANN";
const IN_TEAMS = "ann";

async function openBoth() {
  const house = await openTestHouse({ today: "2026-11-23" });
  const { slack, channel } = await openSlackIn(house);
  const door = await openTeamsIn(house);
  const { address, app } = await house.listen(channel, door.channel);
  slack.app = address;
  door.teams.app = address;
  const calm = async () => {
    await app.settled();
    app.pass(5);
    await app.settled();
  };
  const { teams } = door;
  return {
    app,
    /** All that the person reads there afterwards. */
    async inSlack(words: string): Promise<string> {
      await slack.say(IN_SLACK, words);
      await calm();
      return slack.seen(IN_SLACK).map(slackText).join("\n");
    },
    async inTeams(words: string): Promise<string> {
      await teams.say(IN_TEAMS, words);
      await calm();
      return teams
        .seen(IN_TEAMS)
        .flatMap(({ activity }) => [teamsText(activity), ...actionsOf(activity).map(({ title }) => title)])
        .join("\n");
    },
    records: () =>
      Promise.all([
        recordOf(app.bot, { channel: "slack", tenant: slack.team, user: IN_SLACK }),
        recordOf(app.bot, {
          channel: "teams",
          tenant: teams.tenant,
          user: newPerson(IN_TEAMS).aadObjectId,
        }),
      ]),
  };
}

const CODE = /[A-Z0-9]{4}-[A-Z0-9]{4}/;

test("is advised on one record, whichever app they ask in", async () => {
  const { inSlack, inTeams, records, app } = await openBoth();
  for (const words of ["start", "college", "yes", "the teacher", "yes", "all sorts of subjects"])
    await inSlack(words);
  for (const words of ["start", "college"]) await inTeams(words);
  const [code = ""] = CODE.exec(await inSlack("link")) ?? [];
  expect(await inTeams(`link ${code.toLowerCase()}`)).toContain("one person");
  for (const words of [
    "full certificate",
    "yes",
    "M1 level 3, M2",
    "that's all",
    "22.5 hours, one to one and groups",
    "that is all",
  ])
    await inTeams(words);
  const [one, other] = await records();
  expect(one).toEqual(other);
  expect(one).toMatchObject({
    role: { setting: "fe-college", directed: true, aim: "full" },
    practice: [{ hours: 22.5 }],
  });
  expect(await inSlack("gaps")).toContain("22.5");
  expect(await inTeams("gaps")).toContain("22.5");
  expect(app.complaints).toEqual([]);
});

test("chooses between two answers, and nothing that was told is lost", async () => {
  const { inSlack, inTeams, records } = await openBoth();
  for (const words of ["start", "college", "yes"]) await inSlack(words);
  for (const words of ["start", "a prison", "yes", "the teacher"]) await inTeams(words);
  const [code = ""] = CODE.exec(await inSlack("link")) ?? [];
  const asked = await inTeams(`link ${code}`);
  expect(asked).toContain("A college");
  expect(asked).toContain("A prison");
  await inTeams("2");
  const [one, other] = await records();
  expect(one).toEqual(other);
  expect(one).toMatchObject({ role: { setting: "prison", worksDirectlyWithLearners: true, directed: true } });
});

test("is two again after unlink, each with all that was told until then", async () => {
  const { inSlack, inTeams, records } = await openBoth();
  for (const words of ["start", "college"]) await inSlack(words);
  const [code = ""] = CODE.exec(await inSlack("link")) ?? [];
  await inTeams(`link ${code}`);
  await inTeams("unlink");
  await inTeams("no");
  const [one, other] = await records();
  expect(one).toMatchObject({ role: { setting: "fe-college" } });
  expect(other).toMatchObject({ role: { setting: "fe-college", worksDirectlyWithLearners: false } });
  expect(one).not.toEqual(other);
});
