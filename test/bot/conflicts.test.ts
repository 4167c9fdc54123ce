/** What was told differently in two apps is asked about, until one of the answers is chosen. */
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { botAt, IN_SLACK, IN_TEAMS, join, ON_THE_PAGE, type Voice, voiceOf, wordsOf } from "./voice.ts";

async function open(): Promise<Readonly<Record<"slack" | "teams" | "page", Voice>>> {
  const db = await openDatabase(":memory:");
  onTestFinished(() => db.destroy());
  const bot = botAt(db);
  return { slack: voiceOf(bot, IN_SLACK), teams: voiceOf(bot, IN_TEAMS), page: voiceOf(bot, ON_THE_PAGE) };
}

/** A college in Slack, a prison in Teams. */
async function openDiffering() {
  const voices = await open();
  await voices.slack.say("start", "college");
  await voices.teams.say("start", "prison");
  return { ...voices, reply: await join(voices.slack, voices.teams) };
}

const COLLEGE = "Where you work: A college";
const PRISON = "Where you work: A prison";

describe("a question that was answered differently", () => {
  test.each([
    ["1", COLLEGE],
    ["2", PRISON],
    ["In Teams: A prison", PRISON],
    ["in slack", COLLEGE],
    ["teams", PRISON],
    ["prison", PRISON],
    ["the college", COLLEGE],
    ["skip", COLLEGE],
    ["not sure", COLLEGE],
  ])("is settled by saying '%s'", async (typed, told) => {
    const { slack, teams } = await openDiffering();
    const reply = await teams.say(typed);
    expect(wordsOf(reply)).toContain(told.split(": ")[1]);
    expect(reply.prompt?.question).toBe("directly");
    expect(await slack.told()).toEqual([told]);
  });

  test.each([
    ["stands", COLLEGE],
    ["other-1", PRISON],
  ])("is settled by a press on '%s', from either app", async (choice, told) => {
    const { slack, teams, reply } = await openDiffering();
    expect(reply.prompt?.choices.map(({ id }) => id)).toEqual(["stands", "other-1"]);
    expect((await slack.choose(choice, "conflict:setting")).prompt?.question).toBe("directly");
    expect(await teams.told()).toEqual([told]);
  });

  test("says plainly that a skip keeps the answer of where the code was made", async () => {
    const { teams } = await openDiffering();
    expect(wordsOf(await teams.say("skip"))).toContain("Where you work stays as it was: A college.");
  });

  test.each(["banana", "no idea what you mean here", "3"])("is asked again after '%s'", async (typed) => {
    const { teams } = await openDiffering();
    expect((await teams.say(typed)).prompt?.question).toBe("conflict:setting");
  });

  test("is open again after 'back', and can then be settled the other way", async () => {
    const { teams } = await openDiffering();
    await teams.say("1");
    expect((await teams.say("back")).prompt?.question).toBe("conflict:setting");
    expect((await teams.say("2")).prompt?.question).toBe("directly");
    expect(await teams.told()).toEqual([PRISON]);
  });

  test("stays where 'back' goes further than it: what was joined is never taken back", async () => {
    const { teams } = await openDiffering();
    await teams.say("back");
    expect(await teams.told()).toEqual([PRISON]);
    expect(wordsOf(await teams.say("back"))).toContain("nothing to go back to");
    expect(await teams.told()).toEqual([PRISON]);
  });

  test("is told from others by a late press, and is no longer there once it was settled", async () => {
    const { teams } = await openDiffering();
    await teams.say("review", "change where you work");
    expect((await teams.choose("other-1", "conflict:setting")).prompt?.question).toBe("directly");
    const late = await teams.choose("stands", "conflict:setting");
    expect(wordsOf(late)).toContain("no longer open");
    expect(await teams.told()).toEqual([PRISON]);
  });

  test("is settled as well by another answer to the question itself", async () => {
    const { teams } = await openDiffering();
    expect((await teams.choose("school", "setting")).prompt?.question).toBe("directly");
    expect(await teams.told()).toEqual(["Where you work: A school"]);
  });

  test("is put aside by a new start, and comes back with it", async () => {
    const { teams } = await openDiffering();
    expect((await teams.say("start")).prompt?.question).toBe("setting");
    expect((await teams.say("back")).prompt?.question).toBe("conflict:setting");
  });

  test("is explained by 'why'", async () => {
    const { teams } = await openDiffering();
    const reply = await teams.say("why");
    expect(wordsOf(reply)).toContain("lifelong learning sector");
    expect(reply.prompt?.question).toBe("conflict:setting");
  });
});

describe("several questions that were answered differently", () => {
  test("are asked about one after the other, before anything else", async () => {
    const { slack, teams } = await open();
    await slack.say("start", "college", "yes", "someone else");
    await teams.say("start", "prison", "no");
    expect(wordsOf(await join(slack, teams))).toContain("Different in the two places: 2.");
    expect((await teams.say("2")).prompt?.question).toBe("conflict:directly");
    expect((await teams.say("yes")).prompt?.question).toBe("independence");
    expect(await slack.told()).toEqual([
      PRISON,
      "Working directly with learners: Yes",
      "Who leads the learning: Someone else",
    ]);
  });

  test("keep every answer where a third app joins before one was chosen", async () => {
    const { slack, teams, page } = await openDiffering();
    await page.say("start", "school");
    const reply = await join(page, teams);
    expect(reply.prompt?.choices.map(({ label }) => label)).toEqual([
      "In the browser: A school",
      "In Teams: A college",
      "In Teams: A prison",
    ]);
    await slack.say("3");
    expect(await page.told()).toEqual([PRISON]);
  });
});

describe("lists that differ", () => {
  async function openLists() {
    const { slack, teams } = await open();
    await slack.say("start", "college", "log practice 3 hours with groups on 2 March 2026");
    await teams.say("start", "college", "log practice 3 hours with groups on 2 March 2026");
    await teams.say("log practice 5 hours with groups on 3 March 2026");
    return { slack, teams, reply: await join(slack, teams) };
  }
  const SHARED = "3 hours, with groups, 2 March 2026";
  const MORE = "5 hours, with groups, 3 March 2026";

  test.each([
    ["1", `Practice: ${SHARED}`],
    ["2", `Practice: ${SHARED}; ${MORE}`],
    ["both together", `Practice: ${SHARED}; ${MORE}`],
    ["both", `Practice: ${SHARED}; ${MORE}`],
  ])("are settled by '%s'", async (typed, told) => {
    const { slack, teams, reply } = await openLists();
    expect(reply.prompt?.choices.map(({ label }) => label)).toEqual([
      `In Slack: ${SHARED}`,
      `In Teams: ${SHARED}; ${MORE}`,
      "Both together",
    ]);
    await teams.say(typed);
    expect((await slack.told()).at(-1)).toBe(told);
  });
});

describe("records that two people began from", () => {
  const record = (skills: object) =>
    JSON.stringify({ format: "signpost.record/1", edition: "lluk-2010", name: "Ann", skills });

  test("count as told, also where no answer would tell the same", async () => {
    const { slack, teams } = await open();
    await slack.file(record({ english: { level: 3 }, maths: { level: 1 } }));
    await teams.file(record({ english: { level: 2 }, maths: { level: 1 }, initialAssessment: true }));
    const reply = await join(slack, teams);
    expect(reply.prompt).toMatchObject({
      question: "conflict:english",
      choices: [{ label: "In Slack: Level 3" }, { label: expect.stringMatching(/^In Teams: Level 2/) }],
    });
    await teams.say("back", "skip");
    expect(await slack.told()).toEqual([
      "Level in English: Level 3",
      expect.stringMatching(/^Level in maths: Level 1/),
      "Initial assessment: Yes",
    ]);
  });

  test("stay where the other side has answered only other questions", async () => {
    const { slack, teams } = await open();
    await slack.say("start", "college");
    await teams.file(record({ english: { level: 3 } }));
    await join(slack, teams);
    expect(await slack.told()).toEqual([COLLEGE, "Level in English: Level 3"]);
    const [file] = (await slack.say("export")).parts.filter(({ kind }) => kind === "file");
    expect(file).toMatchObject({ content: expect.stringContaining('"name": "Ann"') });
  });
});
