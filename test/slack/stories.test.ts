/** Every story, told through signed requests in three ways: each leaves the record that the desk alone leaves. */
import { describe, expect, test } from "vitest";
import { begin, besides, recordAlone, recordOf, saidIn, stories } from "../channels/stories.ts";
import { openApp } from "./app.ts";
import { COMMAND, DIRECT, HOME, tellerFor } from "./teller.ts";
import { textOf } from "./workspace/readable.ts";

const USER = "U0LEARNER";

describe.each([DIRECT, COMMAND, HOME])("a story told $name", (place) => {
  const told: unknown[] = [];

  test.each(stories.map((story) => [story.title, story] as const))("%s", async (_, story) => {
    const app = await openApp({ today: story.today });
    const { slack, bot } = app;
    const speaker = { channel: "slack", tenant: slack.team, user: USER };
    await begin(bot, story, speaker);
    const teller = tellerFor(app, USER, place);
    for (const turn of story.turns) {
      const isTold = await teller.tell(saidIn(turn));
      if (isTold) told.push(turn);
      else await besides(bot, saidIn(turn), speaker);
      await app.settled();
      app.pass(3);
      await app.settled();
      if (isTold && place === DIRECT) {
        const seen = slack.seen(USER).map(textOf).join("\n");
        for (const piece of turn.hears ?? []) expect(seen).toContain(piece.replace(/^\d+ {2}/, ""));
      }
    }
    expect(app.complaints.join("\n")).toBe("");
    expect(await recordOf(bot, speaker)).toEqual(await recordAlone(story));
  });

  test("is told in that way, but for files and what Slack's forms do not let anybody enter", () => {
    const turns = stories.flatMap((story) => story.turns);
    expect(told.length / turns.length).toBeGreaterThan(0.9);
  });
});
