/** One person in two apps, from the code to being apart again, over each database. */
import { describe, expect, test } from "vitest";
import { DATABASES, openNew } from "../databases.ts";
import { contentsOf } from "../store/contents.ts";
import {
  botAt,
  type Clock,
  codeIn,
  IN_SLACK,
  IN_TEAMS,
  join,
  ON_THE_PAGE,
  voiceOf,
  wordsOf,
} from "./voice.ts";

const MINUTE = 60_000;
const WRONG = "link AAAA-AAAA";

async function open(kind: (typeof DATABASES)[number]) {
  const { db } = await openNew(kind);
  const clock: Clock = { passed: 0 };
  const bot = botAt(db, clock);
  const [slack, teams, page] = [IN_SLACK, IN_TEAMS, ON_THE_PAGE].map((from) => voiceOf(bot, from));
  if (!slack || !teams || !page) throw new Error("three people speak");
  return { db, clock, bot, slack, teams, page };
}

describe.each(DATABASES)("link, over %s", (kind) => {
  test("gives a code in two groups of four, also to somebody who has said nothing yet", async () => {
    const { db, slack } = await open(kind);
    const reply = await slack.say("link");
    expect(codeIn(reply)).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    expect(wordsOf(reply)).toContain("10 minutes");
    expect(await db.selectFrom("people").selectAll().execute()).toHaveLength(1);
  });

  test("keeps the code as a hash only", async () => {
    const { db, slack } = await open(kind);
    const code = codeIn(await slack.say("link"));
    const kept = JSON.stringify(await db.selectFrom("link_codes").selectAll().execute());
    expect(kept).toMatch(/[0-9a-f]{64}/);
    for (const part of code.split("-")) expect(kept).not.toContain(part);
  });

  test("makes one person of two, and what is told in one app is told in the other", async () => {
    const { db, slack, teams } = await open(kind);
    await slack.say("start", "college");
    const reply = await join(slack, teams);
    expect(wordsOf(reply)).toContain("one person here and in Slack");
    expect(wordsOf(reply)).toContain("'unlink'");
    expect(reply.prompt?.question).toBe("directly");
    await teams.say("yes");
    expect(await slack.told()).toEqual(["Where you work: A college", "Working directly with learners: Yes"]);
    const { people, records, identities, audit } = await contentsOf(db);
    expect([people, records, identities].map((rows) => rows.length)).toEqual([1, 1, 2]);
    expect(audit).toMatchObject([{ act: "link", subject: people[0]?.id }]);
  });

  test.each([
    ["in small letters", (code: string) => code.toLowerCase()],
    ["without its hyphen", (code: string) => code.replace("-", "")],
    ["with spaces", (code: string) => ` ${code.replace("-", " ")} `],
    ["with a long dash and a full stop", (code: string) => `${code.replace("-", "–")}.`],
    ["with a mark that cannot be seen", (code: string) => code.replace("-", "\u200b-")],
    [
      "in wide letters",
      (code: string) =>
        code.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    ],
  ])("takes a code %s", async (_, typed) => {
    const { slack, teams } = await open(kind);
    await slack.say("start", "college");
    const code = codeIn(await slack.say("link"));
    expect(wordsOf(await teams.say(`link ${typed(code)}`))).toContain("one person");
  });

  test("keeps what was told in the other app where nothing was told where the code was made", async () => {
    const { slack, teams } = await open(kind);
    await teams.say("start", "college", "yes");
    const reply = await join(slack, teams);
    expect(wordsOf(reply)).toContain("Where you work, Working directly with learners");
    expect(await slack.told()).toEqual(["Where you work: A college", "Working directly with learners: Yes"]);
    await slack.say("back");
    expect(await teams.told()).toEqual(["Where you work: A college"]);
  });

  test("takes over what was told in one app only, and asks about what differs", async () => {
    const { slack, teams } = await open(kind);
    await slack.say("start", "college", "yes");
    await teams.say("start", "prison", "yes", "someone else");
    const reply = await join(slack, teams);
    expect(wordsOf(reply)).toContain("Taken over from here: Who leads the learning.");
    expect(wordsOf(reply)).toContain("Different in the two places: 1.");
    expect(reply.prompt).toMatchObject({ question: "conflict:setting", kind: "choice", isNumbered: true });
    expect(reply.prompt?.choices.map(({ label }) => label)).toEqual([
      "In Slack: A college",
      "In Teams: A prison",
    ]);
    expect((await slack.told())[0]).toBe("Where you work: A college");
  });

  test("knows all apps of both afterwards", async () => {
    const { slack, teams, page } = await open(kind);
    await slack.say("start", "college");
    await teams.say("start");
    await join(teams, page);
    await join(slack, page);
    expect(await teams.told()).toEqual(["Where you work: A college"]);
  });
});

describe.each(DATABASES)("a code, over %s", (kind) => {
  test.each([
    ["is refused when its time has run out", 10 * MINUTE, "does not fit"],
    ["is taken just before", 10 * MINUTE - 1, "one person"],
  ])("%s", async (_, passed, words) => {
    const { clock, slack, teams } = await open(kind);
    const code = codeIn(await slack.say("link"));
    clock.passed = passed;
    expect(wordsOf(await teams.say(`link ${code}`))).toContain(words);
  });

  test("is used once", async () => {
    const { slack, teams, page } = await open(kind);
    const code = codeIn(await slack.say("link"));
    await teams.say(`link ${code}`);
    expect(wordsOf(await page.say(`link ${code}`))).toContain("does not fit");
    expect(wordsOf(await page.say("unlink"))).toContain("Nothing is linked");
  });

  test("ends when a new one is made", async () => {
    const { slack, teams } = await open(kind);
    const [first, second] = [codeIn(await slack.say("link")), codeIn(await slack.say("link"))];
    expect(wordsOf(await teams.say(`link ${first}`))).toContain("does not fit");
    expect(wordsOf(await teams.say(`link ${second}`))).toContain("one person");
  });

  test("of oneself stays valid", async () => {
    const { slack, teams } = await open(kind);
    const code = codeIn(await slack.say("link"));
    expect(wordsOf(await slack.say(`link ${code}`))).toContain("your own code");
    expect(wordsOf(await teams.say(`link ${code}`))).toContain("one person");
  });

  test("is taken from nobody for ten minutes after five that do not fit", async () => {
    const { clock, slack, teams } = await open(kind);
    const code = codeIn(await slack.say("link"));
    const said = [wordsOf(await teams.say(WRONG))];
    clock.passed = 9 * MINUTE;
    for (let tries = 1; tries < 5; tries += 1) said.push(wordsOf(await teams.say(WRONG)));
    expect(said.map((words) => words.includes("too many codes"))).toEqual([false, false, false, false, true]);
    expect(wordsOf(await teams.say(`link ${code}`))).toContain("too many codes");
    const fresh = codeIn(await slack.say("link"));
    clock.passed = 19 * MINUTE - 1;
    expect(wordsOf(await teams.say(`link ${fresh}`))).toContain("too many codes");
    clock.passed = 19 * MINUTE;
    expect(wordsOf(await teams.say(`link ${codeIn(await slack.say("link"))}`))).toContain("one person");
  });

  test("that does not fit is forgotten after ten minutes", async () => {
    const { clock, teams } = await open(kind);
    await teams.say(WRONG, WRONG, WRONG, WRONG);
    clock.passed = 10 * MINUTE;
    expect(wordsOf(await teams.say(WRONG))).not.toContain("too many codes");
  });

  test("that somebody else typed wrongly does not count for others", async () => {
    const { teams, page } = await open(kind);
    await teams.say(WRONG, WRONG, WRONG, WRONG, WRONG);
    expect(wordsOf(await page.say(WRONG))).toContain("does not fit");
  });
});

describe.each(DATABASES)("unlink, over %s", (kind) => {
  test("parts the two, each with all that was told until then", async () => {
    const { db, slack, teams } = await open(kind);
    await slack.say("start", "college");
    await join(slack, teams);
    await slack.say("yes");
    expect(wordsOf(await teams.say("unlink"))).toContain("on your own here again");
    const both = ["Where you work: A college", "Working directly with learners: Yes"];
    expect([await slack.told(), await teams.told()]).toEqual([both, both]);
    await teams.say("someone else");
    expect(await slack.told()).toEqual(both);
    expect(await teams.told()).toEqual([...both, "Who leads the learning: Someone else"]);
    const { people, audit } = await contentsOf(db);
    expect(people).toHaveLength(2);
    expect(audit.map(({ act }) => act).toSorted()).toEqual(["link", "unlink"]);
  });

  test("where nothing is linked says so, and changes nothing", async () => {
    const { db, slack } = await open(kind);
    await slack.say("start", "college");
    expect(wordsOf(await slack.say("unlink"))).toContain("Nothing is linked");
    expect(await slack.told()).toEqual(["Where you work: A college"]);
    expect((await contentsOf(db)).audit).toEqual([]);
  });

  test("lets the two be joined once more, and what both know is not asked about", async () => {
    const { slack, teams } = await open(kind);
    await slack.say("start", "college");
    await join(slack, teams);
    await teams.say("unlink", "no");
    const reply = await join(slack, teams);
    expect(wordsOf(reply)).not.toContain("Different in the two places");
    expect(await slack.told()).toEqual(["Where you work: A college", "Working directly with learners: No"]);
  });

  test("takes the replies of its own app along, so that both can be forgotten wholly", async () => {
    const { db, slack, teams } = await open(kind);
    await slack.say("start", "college");
    await teams.say("start", "prison");
    await join(slack, teams);
    await teams.say("unlink", "forget me for good");
    const left = (await contentsOf(db)).outbox.filter(({ channel }) => channel === "teams");
    expect(left).toMatchObject([{ reply: expect.stringContaining("deleted") }]);
    expect((await slack.told()).length).toBeGreaterThan(0);
    await slack.say("forget me for good");
    const { people, identities, events, records, outbox } = await contentsOf(db);
    expect([people, identities, events, records].flat()).toEqual([]);
    expect(outbox).toHaveLength(2);
  });
});

describe.each(DATABASES)("forgetting somebody in two apps, over %s", (kind) => {
  test("deletes what both told and heard, also from before they were joined, and the codes that did not fit", async () => {
    const { db, slack, teams } = await open(kind);
    await slack.say("start", "college");
    await teams.say("start", "prison", WRONG);
    await join(slack, teams);
    await slack.say("link", "forget me for good");
    const { people, identities, records, events, outbox } = await contentsOf(db);
    expect([people, identities, records, events].flat()).toEqual([]);
    expect(outbox).toMatchObject([{ channel: "slack", reply: expect.stringContaining("deleted") }]);
    expect(await db.selectFrom("link_codes").selectAll().execute()).toEqual([]);
    expect(await db.selectFrom("link_tries").selectAll().execute()).toEqual([]);
    expect(await teams.told()).toEqual([]);
  });
});
