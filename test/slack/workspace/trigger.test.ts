/** Trigger ids and response addresses: what lets an app act lasts for a while, and is used up. */
import { expect, test } from "vitest";
import { buttons, modal, openBolt, PERSON, peopled, refusedWith } from "./bolt.ts";

const text = "Hello";

/** A trigger and an answering address of one command, and a clock to move. */
async function commanded() {
  const clock = { ahead: 0 };
  const { slack, client } = await peopled({ now: () => Date.now() + clock.ahead });
  const given: { trigger_id: string; response_url: string }[] = [];
  await openBolt(slack, (app) =>
    app.command("/signpost", async ({ ack, command }) => {
      given.push(command);
      await ack();
    }),
  );
  await slack.command(PERSON, "help");
  const [command] = given;
  if (!command) throw new Error("No command came");
  const answer = async (body: object) => {
    const response = await fetch(command.response_url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return [response.status, ((await response.json()) as { error?: string }).error];
  };
  const open = () => client.views.open({ trigger_id: command.trigger_id, view: modal("Hours") });
  return { slack, clock, answer, open };
}

test("a trigger opens one view", async () => {
  const { open } = await commanded();
  await open();
  expect(await refusedWith(open())).toBe("exchanged_trigger_id");
});

test("a trigger is over after three seconds", async () => {
  const { open, clock } = await commanded();
  clock.ahead = 3_100;
  expect(await refusedWith(open())).toBe("expired_trigger_id");
});

test("a response_url takes five answers", async () => {
  const { answer, slack } = await commanded();
  for (const text of ["1", "2", "3", "4", "5"]) expect(await answer({ text })).toEqual([200, undefined]);
  expect(await answer({ text: "6" })).toEqual([404, "used_url"]);
  expect(slack.seen(PERSON)).toHaveLength(5);
});

test("a response_url is over after half an hour", async () => {
  const { answer, clock } = await commanded();
  clock.ahead = 30 * 60_000 + 1;
  expect(await answer({ text })).toEqual([404, "expired_url"]);
});

test("a response_url refuses what Slack refuses", async () => {
  const { answer, slack } = await commanded();
  expect(await answer({ text, blocks: [buttons("")] })).toEqual([400, "invalid_blocks"]);
  expect(slack.seen(PERSON)).toEqual([]);
});

test("a response_url speaks to all in the channel where it is told to", async () => {
  const { answer, slack } = await commanded();
  await answer({ text, response_type: "in_channel" });
  expect(slack.seen(PERSON)).toMatchObject([{ text, isEphemeral: false }]);
});
