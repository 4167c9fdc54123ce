/** Every story, told over HTTP in every scope: each leaves the record that the desk alone leaves, by cards that are right. */
import { describe, expect, test } from "vitest";
import { begin, besides, recordAlone, recordOf, saidIn, stories } from "../channels/stories.ts";
import { openApp } from "./app.ts";
import { flawsOf } from "./card/judge.ts";
import { newPerson } from "./platform/place.ts";
import { textOf } from "./platform/readable.ts";
import { CHANNEL, GROUP, OWN, PHONE, tellerFor } from "./teller.ts";

const USER = "learner";

describe.each([OWN, PHONE, GROUP, CHANNEL])("a story told $name", (place) => {
  const told: unknown[] = [];

  test.each(stories.map((story) => [story.title, story] as const))("%s", async (_, story) => {
    const app = await openApp({ today: story.today, platform: { judge: flawsOf } });
    const { teams, bot } = app;
    const speaker = { channel: "teams", tenant: teams.tenant, user: newPerson(USER).aadObjectId };
    await begin(bot, story, speaker);
    const teller = tellerFor(app, USER, place);
    for (const turn of story.turns) {
      const isTold = await teller.tell(saidIn(turn));
      if (isTold) told.push(turn);
      else await besides(bot, saidIn(turn), speaker);
      await app.settled();
      app.pass(5);
      await app.settled();
      if (!isTold) continue;
      const seen = teams
        .seen(USER)
        .map(({ activity }) => textOf(activity))
        .join("\n");
      for (const piece of turn.hears ?? []) expect(seen).toContain(piece.replace(/^\d+ {2}/, ""));
    }
    expect(app.complaints.join("\n")).toBe("");
    expect(await recordOf(bot, speaker)).toEqual(await recordAlone(story));
  });
});
