/** Codes that are used at the same moment as something else is said, by programs that know nothing of each other. */
import { describe, expect, test } from "vitest";
import type { Bot } from "../../src/bot/bot.ts";
import { DATABASES, type DatabaseKind, openTwice } from "../databases.ts";
import { turnOf } from "../desk.ts";
import { contentsOf } from "../store/contents.ts";
import { botAt, codeIn, IN_SLACK, IN_TEAMS, join, ON_THE_PAGE, voiceOf, wordsOf } from "./voice.ts";

async function open(kind: DatabaseKind) {
  const { both } = await openTwice(kind);
  const [one, other] = both.map((db) => botAt(db)) as [Bot, Bot];
  return { db: both[0], one, other };
}

describe.each(DATABASES)("at the same moment, over %s", (kind) => {
  test("one code joins only one of two people", async () => {
    const { db, one, other } = await open(kind);
    const slack = voiceOf(one, IN_SLACK);
    await slack.say("start", "college");
    const code = codeIn(await slack.say("link"));
    const said = await Promise.all([
      voiceOf(one, IN_TEAMS).say(`link ${code}`),
      voiceOf(other, ON_THE_PAGE).say(`link ${code}`),
    ]);
    const words = said.map(wordsOf);
    expect(words.filter((each) => each.includes("one person"))).toHaveLength(1);
    expect(words.filter((each) => each.includes("does not fit"))).toHaveLength(1);
    expect((await contentsOf(db)).people).toHaveLength(2);
  });

  test("a turn with a code that is sent ten times joins once, and each copy is answered the same", async () => {
    const { db, one, other } = await open(kind);
    await voiceOf(one, IN_SLACK).say("start", "college");
    await voiceOf(one, IN_TEAMS).say("start", "prison");
    const turn = turnOf({ text: `link ${codeIn(await voiceOf(one, IN_SLACK).say("link"))}` }, IN_TEAMS);
    const receipts = await Promise.all(
      Array.from({ length: 10 }, (_, place) => (place % 2 ? one : other).receive(turn)),
    );
    expect(receipts.filter(({ isAgain }) => !isAgain)).toHaveLength(1);
    for (const { reply } of receipts) expect(reply).toEqual(receipts[0]?.reply);
    expect(wordsOf((await one.receive(turn)).reply)).toContain("one person");
    const { people, audit } = await contentsOf(db);
    expect([people.length, audit.length]).toEqual([1, 1]);
    expect(await db.selectFrom("link_tries").selectAll().execute()).toEqual([]);
  });

  test("nothing is lost that either of them says while they are joined", async () => {
    const { one, other } = await open(kind);
    const [slack, teams] = [voiceOf(one, IN_SLACK), voiceOf(other, IN_TEAMS)];
    await slack.say("start", "college");
    await teams.say("start", "college");
    const code = codeIn(await slack.say("link"));
    const elsewhere = {
      ...turnOf({ text: "log practice 3 hours with groups" }, IN_TEAMS),
      conversation: "2",
    };
    await Promise.all([
      one.receive(elsewhere),
      teams.say(`link ${code}`),
      slack.say("log unit O06"),
      slack.say("log observation 60 minutes literacy"),
    ]);
    const told = await slack.told();
    expect(told.join("\n")).toMatch(/Units: .*\n.*Practice: .*\n.*Assessed or observed practice: /);
    expect(await teams.told()).toEqual(told);
  });

  test("two who give each other their codes are joined once, and never wait in a circle", async () => {
    const { db, one, other } = await open(kind);
    const pairs = Array.from({ length: 12 }, (_, round) => [
      voiceOf(one, { ...IN_SLACK, user: `U${round}` }),
      voiceOf(other, { ...IN_TEAMS, user: `ann ${round}` }),
    ]);
    const kept = await Promise.all(
      pairs.map(async (pair) => {
        const codes: string[] = [];
        for (const voice of pair) {
          await voice.say("start", "college");
          codes.push(codeIn(await voice.say("link")));
        }
        const replies = await Promise.all(pair.map((voice, place) => voice.say(`link ${codes[1 - place]}`)));
        return replies.filter((reply) => wordsOf(reply).includes("one person")).length;
      }),
    );
    expect(kept).toEqual(pairs.map(() => 1));
    expect((await contentsOf(db)).people).toHaveLength(pairs.length);
  });

  test("of two who unlink one stays, so that all that was told still belongs to somebody", async () => {
    const { db, one, other } = await open(kind);
    const [slack, teams] = [voiceOf(one, IN_SLACK), voiceOf(other, IN_TEAMS)];
    await slack.say("start", "college");
    await join(slack, teams);
    await Promise.all([slack.say("unlink"), teams.say("unlink")]);
    const { people, identities } = await contentsOf(db);
    expect(people).toHaveLength(2);
    expect(new Set(identities.map(({ person }) => person)).size).toBe(2);
    for (const voice of [slack, teams]) expect(await voice.told()).toEqual(["Where you work: A college"]);
  });

  test("somebody who is forgotten elsewhere is joined with nobody, or forgotten with all of it", async () => {
    const { db, one, other } = await open(kind);
    const [slack, teams] = [voiceOf(one, IN_SLACK), voiceOf(other, IN_TEAMS)];
    await slack.say("start", "college");
    await teams.say("start", "prison");
    const code = codeIn(await slack.say("link"));
    const [, reply] = await Promise.all([slack.say("forget me for good"), teams.say(`link ${code}`)]);
    const isJoined = wordsOf(reply).includes("one person");
    expect((await contentsOf(db)).people).toHaveLength(isJoined ? 0 : 1);
    expect(await slack.told()).toEqual([]);
  });

  test("codes that do not fit are counted, however many are tried at once", async () => {
    const { one, other } = await open(kind);
    const tries = Array.from({ length: 8 }, (_, place) => ({
      ...turnOf({ text: "link AAAA-AAAA" }, IN_TEAMS),
      conversation: `${place}`,
    }));
    const said = await Promise.all(
      tries.map(async (turn, place) => wordsOf((await (place % 2 ? one : other).receive(turn)).reply)),
    );
    expect(said.filter((words) => words.includes("does not fit"))).toHaveLength(4);
    expect(said.filter((words) => words.includes("too many codes"))).toHaveLength(4);
  });

  test("no program goes on with what it remembers of somebody who was joined or parted elsewhere", async () => {
    const { one, other } = await open(kind);
    const [slack, teams] = [voiceOf(one, IN_SLACK), voiceOf(one, IN_TEAMS)];
    await slack.say("start", "college");
    await teams.say("start", "prison", "yes");
    await join(voiceOf(other, IN_SLACK), voiceOf(other, IN_TEAMS));
    expect(await teams.told()).toEqual(["Where you work: A college", "Working directly with learners: Yes"]);
    await voiceOf(other, IN_TEAMS).say("unlink", "change where you work", "prison");
    expect((await slack.told())[0]).toBe("Where you work: A college");
    expect((await teams.told())[0]).toBe("Where you work: A prison");
  });
});
