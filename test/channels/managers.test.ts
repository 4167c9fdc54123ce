/** A manager and their people over HTTP: in Slack, and in Teams. */
import { describe, expect, test } from "vitest";
import type { Speaker } from "../../src/chat/turn.ts";
import { openSlackIn } from "../slack/app.ts";
import { buttonsOf as slackButtons, textOf as slackText } from "../slack/workspace/readable.ts";
import { openTeamsIn } from "../teams/app.ts";
import { actionsOf } from "../teams/platform/action.ts";
import { newPerson } from "../teams/platform/place.ts";
import { textOf as teamsText } from "../teams/platform/readable.ts";
import { library, openTestHouse, type TestHouse } from "./house.ts";

/** How people of a test are called in either app. */
interface Names {
  readonly boss: string;
  readonly amy: string;
  readonly ben: string;
}

interface Stand extends Names {
  /** In their own conversation; gives all that they see there afterwards. */
  say(user: string, words: string): Promise<string>;
  /** Where others read along: what they read there, and what the person sees in their own conversation. */
  sayAmong(user: string, words: string): Promise<{ readonly there: string; readonly own: string }>;
  /** Presses a button under the newest reply, or picks it from a list. */
  press(user: string, label: string): Promise<string>;
  /** All that is kept of teams. */
  kept(): Promise<unknown>;
  /** What can be pressed there. */
  labels(user: string): readonly string[];
}

const RECORD = JSON.stringify(library.team[1]?.record);

function managedBy(...users: readonly string[]) {
  return openTestHouse({ today: "2026-11-23", managers: ({ user }) => users.includes(user) });
}

async function keptIn({ db }: TestHouse) {
  const tables = ["cohorts", "members", "invitations", "reminders", "confirmations", "decisions"] as const;
  return Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
}

/** A record is told without a platform, which takes no files. */
async function tell({ bot }: TestHouse, from: Speaker): Promise<void> {
  await bot.receive({
    id: `record of ${from.user}`,
    from,
    conversation: "elsewhere",
    said: { file: RECORD },
  });
}

async function inSlack(): Promise<Stand> {
  const [boss, amy, ben] = ["U0BOSS", "U0AMY", "U0BEN"];
  const house = await managedBy(boss);
  const { slack, channel } = await openSlackIn(house, {
    workspace: { scopes: ["files:write", "usergroups:read"] },
  });
  const { address, app } = await house.listen(channel);
  slack.app = address;
  slack.group("S0GROUP", amy, ben, boss);
  for (const user of [amy, ben]) await tell(house, { channel: "slack", tenant: slack.team, user });
  const calm = async () => {
    await app.settled();
    app.pass(5);
    await app.settled();
  };
  const own = (user: string) => slack.seen(user).filter(({ isEphemeral }) => !isEphemeral);
  const shown = (user: string) => own(user).map(slackText).join("\n");
  return {
    boss,
    amy,
    ben,
    async say(user, words) {
      await slack.say(user, words);
      await calm();
      return shown(user);
    },
    async sayAmong(user, words) {
      await slack.command(user, words, { channel: "C0STAFF" });
      await calm();
      const whispers = slack.seen(user).filter(({ isEphemeral }) => isEphemeral);
      return { there: whispers.map(slackText).join("\n"), own: shown(user) };
    },
    async press(user, label) {
      const newest = own(user).at(-1);
      if (!newest) throw new Error(`${user} sees nothing`);
      await slack.click(user, newest, label);
      await calm();
      return shown(user);
    },
    kept: () => keptIn(house),
    labels: (user) =>
      own(user)
        .slice(-1)
        .flatMap((each) => slackButtons(each).map(({ text }) => text)),
  };
}

async function inTeams(): Promise<Stand> {
  const [boss, amy, ben] = ["boss", "amy", "ben"];
  const house = await managedBy(newPerson(boss).aadObjectId);
  const { teams, channel } = await openTeamsIn(house);
  const { address, app } = await house.listen(channel);
  teams.app = address;
  const staff = teams.channel("College", "Staff", [boss, amy, ben]);
  for (const user of [amy, ben])
    await tell(house, { channel: "teams", tenant: teams.tenant, user: newPerson(user).aadObjectId });
  const calm = async () => {
    await app.settled();
    app.pass(5);
    await app.settled();
  };
  const shown = (user: string) =>
    teams
      .seen(user)
      .map(({ activity }) => teamsText(activity))
      .join("\n");
  return {
    boss,
    amy,
    ben,
    async say(user, words) {
      await teams.say(user, words);
      await calm();
      return shown(user);
    },
    async sayAmong(user, words) {
      await teams.say(user, words, staff);
      await calm();
      const there = teams.seen(user, staff).map(({ activity }) => teamsText(activity));
      return { there: there.join("\n"), own: shown(user) };
    },
    async press(user, label) {
      const newest = teams.seen(user).at(-1);
      if (!newest) throw new Error(`${user} sees nothing`);
      const isButton = actionsOf(newest.activity).some(({ title }) => title === label);
      if (isButton) await teams.press(user, newest, label);
      else await teams.press(user, newest, "Send", { answer: label });
      await calm();
      return shown(user);
    },
    kept: () => keptIn(house),
    labels: (user) =>
      teams
        .seen(user)
        .slice(-1)
        .flatMap(({ activity }) => actionsOf(activity).map(({ title }) => title)),
  };
}

/** Two people whom the manager named, and who have agreed. */
async function withTeam(open: () => Promise<Stand>): Promise<Stand> {
  const stand = await open();
  const { boss, amy, ben } = stand;
  const made = await stand.say(boss, "team create Autumn 2026 as Priya Shah");
  const [, code = ""] = /join ([A-Z0-9]{4}-[A-Z0-9]{4})/.exec(made) ?? [];
  for (const [user, name] of [
    [amy, "Amy Khan"],
    [ben, "Ben Lee"],
  ] as const) {
    expect(await stand.say(user, `join ${code}`)).toContain("Managed by: Priya Shah");
    expect(await stand.say(user, `agree as ${name}`)).toContain(`as ${name}`);
  }
  return stand;
}

describe.each([
  ["Slack", inSlack],
  ["Teams", inTeams],
] as const)("in %s", (_, open) => {
  test("a manager finds by help alone how to see the team, look closer and have it as a file", async () => {
    const stand = await withTeam(open);
    const { boss } = stand;
    const help = await stand.say(boss, "team help");
    for (const line of library.cohort.help.manager)
      expect(help.replace(/\s+/g, " ")).toContain(line.slice(0, 12));
    expect(await stand.say(boss, "team")).toContain("2 people: 0 ready, 2 on the way");
    expect(await stand.press(boss, "Everybody by name")).toContain("1 to 2 of 2");
    expect(await stand.press(boss, "Amy Khan")).toContain("8 of 11 met");
    expect(await stand.say(boss, "team export")).toContain("2 people, as a file");
  });

  test("under lines to press there is nothing about a question", async () => {
    const stand = await withTeam(open);
    await stand.say(stand.boss, "team");
    const labels = stand.labels(stand.boss);
    expect(labels.length).toBeGreaterThan(0);
    for (const aside of ["Why?", "Skip", "Back", "Why do you ask?"]) expect(labels).not.toContain(aside);
  });

  test("asked where others read along, it is answered in the manager's own conversation", async () => {
    const stand = await withTeam(open);
    const { there, own } = await stand.sayAmong(stand.boss, "team list");
    expect(there).not.toMatch(/Amy|Ben|Autumn|met/);
    expect(there.trim()).not.toBe("");
    expect(own).toContain("Amy Khan");
  });

  test("who was a manager when a card was drawn may not press it any more", async () => {
    const stand = await withTeam(open);
    const { boss, amy } = stand;
    await stand.sayAmong(boss, `team manager @${amy} as Amy Khan`);
    await stand.say(amy, "hello");
    await stand.say(amy, "agree");
    await stand.say(amy, "team list");
    await stand.say(boss, "team remove Amy Khan yes");
    const pressed = await stand.press(amy, "Ben Lee");
    expect(pressed).toContain(library.cohort.manages.notManager.slice(0, 40));
    expect(pressed).not.toContain("Can start");
  });

  test("who is no manager may do nothing with a team, whatever they say, and learns nothing of its people", async () => {
    const stand = await withTeam(open);
    const { amy } = stand;
    const { verbs, help } = library.cohort;
    const before = await stand.kept();
    for (const [first = ""] of Object.values(verbs))
      await stand.sayAmong(amy, `team ${first} Ben Lee yes @${stand.ben}`);
    const { there, own } = await stand.sayAmong(amy, "team help");
    expect(own).toContain(help.none.slice(0, 30));
    expect(`${there}${own}`).not.toMatch(/Ben Lee|met\b.*Ben|people, as a file/);
    expect(await stand.kept()).toEqual(before);
  }, 60_000);

  test("people are asked by mention, and told with their next reply", async () => {
    const stand = await open();
    const { boss, amy } = stand;
    await stand.say(boss, "team create Autumn 2026 as Priya Shah");
    const { own } = await stand.sayAmong(boss, `team add @${amy} as Amy Khan`);
    expect(own).toContain("Asked to join Autumn 2026: Amy Khan");
    expect(await stand.say(amy, "hello")).toContain("You are asked to join the team Autumn 2026");
    expect(await stand.say(amy, "agree")).toContain("You are in Autumn 2026 now, as Amy Khan");
  });
});

test("in Slack a user group is asked, where the app may look; the manager is not", async () => {
  const stand = await inSlack();
  await stand.say(stand.boss, "team create Autumn 2026 as Priya Shah");
  expect(await stand.say(stand.boss, "team add @S0GROUP")).toContain("U0AMY, U0BEN.");
  expect(await stand.say(stand.boss, "team add @S0NONE")).toContain("I cannot see that group");
});

test("in Slack, without the permission, a clear line says what to do instead", async () => {
  const house = await managedBy("U0BOSS");
  const { slack, channel } = await openSlackIn(house);
  const { address, app } = await house.listen(channel);
  slack.app = address;
  for (const words of ["team create Autumn 2026 as Priya Shah", "team add @S0GROUP"]) {
    await slack.say("U0BOSS", words);
    await app.settled();
    app.pass(5);
    await app.settled();
  }
  expect(slack.seen("U0BOSS").map(slackText).join("\n")).toContain(
    "I am not allowed to see who is in that group",
  );
});

test("in Teams everybody in the team where it is said is asked", async () => {
  const stand = await inTeams();
  await stand.say(stand.boss, "team create Autumn 2026 as Priya Shah");
  const { own } = await stand.sayAmong(stand.boss, "team add everybody");
  expect(own).toContain("Asked to join Autumn 2026: Amy, Ben.");
});
