/** A reminder as it arrives in Slack and in Teams: a message of its own, with what stops it. */
import { describe, expect, test } from "vitest";
import { openSlackIn } from "../slack/app.ts";
import { buttonsOf, textOf as slackText } from "../slack/workspace/readable.ts";
import { openTeamsIn } from "../teams/app.ts";
import { actionsOf } from "../teams/platform/action.ts";
import { textOf as teamsText } from "../teams/platform/readable.ts";
import { type App, openTestHouse, type TestHouse } from "./house.ts";

interface Stand {
  readonly house: TestHouse;
  readonly app: App;
  say(words: string): Promise<void>;
  /** Every message as it stands, oldest first. */
  shown(): readonly string[];
  labels(): readonly string[];
  press(label: string): Promise<void>;
}

async function calm(app: App): Promise<void> {
  await app.settled();
  app.pass(5);
  await app.settled();
}

async function inSlack(): Promise<Stand> {
  const house = await openTestHouse({ today: "2026-11-23" });
  const { slack, channel } = await openSlackIn(house);
  const { address, app } = await house.listen(channel);
  slack.app = address;
  const own = () => slack.seen("U0ANN").filter(({ isEphemeral }) => !isEphemeral);
  return {
    house,
    app,
    async say(words) {
      await slack.say("U0ANN", words);
      await calm(app);
    },
    shown: () => own().map(slackText),
    labels: () =>
      own()
        .slice(-1)
        .flatMap((each) => buttonsOf(each).map(({ text }) => text)),
    async press(label) {
      const last = own().at(-1);
      if (last) await slack.click("U0ANN", last, label);
      await calm(app);
    },
  };
}

async function inTeams(): Promise<Stand> {
  const house = await openTestHouse({ today: "2026-11-23" });
  const { teams, channel } = await openTeamsIn(house);
  const { address, app } = await house.listen(channel);
  teams.app = address;
  const own = () => teams.seen("ann");
  return {
    house,
    app,
    async say(words) {
      await teams.say("ann", words);
      await calm(app);
    },
    shown: () => own().map(({ activity }) => teamsText(activity)),
    labels: () =>
      own()
        .slice(-1)
        .flatMap(({ activity }) => actionsOf(activity).map(({ title }) => title)),
    async press(label) {
      const last = own().at(-1);
      if (last) await teams.press("ann", last, label);
      await calm(app);
    },
  };
}

describe.each([
  ["Slack", inSlack],
  ["Teams", inTeams],
] as const)("in %s a reminder", (_, open) => {
  test("comes as a message of its own, also after a button was pressed, and is stopped by its button", async () => {
    const { house, app, say, shown, labels, press } = await open();
    await say("start");
    await say("remind me weekly");
    await press("Show what is left");
    const before = shown().length;
    await house.db.updateTable("reminders").set({ next_at: "2026-11-23T09:00:00.000Z" }).execute();
    expect(await house.bot.remind()).toBe(1);
    // The desk of this house lives on another day than its deliverer.
    await house.db.updateTable("outbox").set({ until: null }).execute();
    app.pass(0);
    await calm(app);
    expect(shown()).toHaveLength(before + 1);
    expect(shown().at(-1)).toContain("You asked me for a weekly reminder.");
    expect(labels()).toContain("Stop these reminders");
    await press("Stop these reminders");
    expect(shown().at(-1)).toContain("I do not remind you any more");
    expect(await house.db.selectFrom("reminders").selectAll().execute()).toEqual([]);
  });
});
