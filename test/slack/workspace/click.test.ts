/** Clicks and ticks on messages and Home, as a person's client sends them. */
import { expect, test } from "vitest";
import { buttons, home, openBolt, openSlack, option, PERSON } from "./bolt.ts";

test("a button is answered in place, by the address or by the Web API", async () => {
  const slack = await openSlack();
  await openBolt(slack, (app) => {
    app.message(async ({ say }) => void (await say({ text: "Ask", blocks: [buttons("One", "Two")] })));
    app.action("One", async ({ ack, respond }) => {
      await ack();
      await respond({ text: "Replaced", blocks: [buttons("Two")], replace_original: true });
    });
    app.action({ type: "block_actions", action_id: "Two" }, async ({ ack, body, client }) => {
      await ack();
      const { channel, message } = body;
      await client.chat.update({
        channel: channel?.id ?? "",
        ts: message?.ts ?? "",
        text: "Done",
        blocks: [],
      });
    });
  });
  await slack.say(PERSON, "hi");
  const asked = await slack.until(() => slack.seen(PERSON)[0]);
  expect(slack.buttonsOf(asked)).toMatchObject([
    { text: "One", actionId: "One", value: "One" },
    { text: "Two" },
  ]);
  await slack.click(PERSON, asked, "One");
  await slack.until(() => slack.seen(PERSON)[0]?.text === "Replaced");
  await slack.click(PERSON, asked.ts, "Two");
  await slack.until(() => slack.seen(PERSON)[0]?.text === "Done");
  expect(slack.seen(PERSON)).toMatchObject([{ ts: asked.ts, edited: true, blocks: [] }]);
});

test("a click on what was seen before it changed sends what stood there then", async () => {
  const slack = await openSlack();
  const values: unknown[] = [];
  await openBolt(slack, (app) => {
    app.message(async ({ say }) => void (await say({ text: "Ask", blocks: [buttons("One")] })));
    app.action(/./, async ({ ack, action, respond }) => {
      values.push(action);
      await ack();
      await respond({ text: "Next", blocks: [buttons("Two")], replace_original: true });
    });
  });
  await slack.say(PERSON, "hi");
  const asked = await slack.until(() => slack.seen(PERSON)[0]);
  await slack.click(PERSON, asked, "One");
  await slack.until(() => slack.seen(PERSON)[0]?.text === "Next");
  await slack.click(PERSON, asked, "One");
  expect(values).toMatchObject([{ value: "One" }, { value: "One" }]);
  await expect(slack.click(PERSON, asked.ts, "One")).rejects.toThrow("there are Two");
});

test("nobody clicks on an ephemeral message of somebody else", async () => {
  const slack = await openSlack();
  await openBolt(slack, (app) =>
    app.command("/signpost", async ({ ack }) => ack({ text: "Ask", blocks: [buttons("One")] })),
  );
  await slack.command(PERSON, "");
  await slack.say("U0KIM", "hi");
  const ts = slack.seen(PERSON).at(-1)?.ts ?? "";
  await expect(slack.click("U0KIM", ts, "One")).rejects.toThrow("does not see");
});

test("ticked boxes are sent as they stand, and stay through an update of the same block", async () => {
  const slack = await openSlack();
  const boxes = (block_id: string, ...labels: string[]) => ({
    type: "actions" as const,
    block_id,
    elements: [{ type: "checkboxes" as const, action_id: "areas", options: labels.map(option) }],
  });
  const states: unknown[] = [];
  let next = boxes("v1", "Reading", "Writing", "Sums");
  await openBolt(slack, (app) => {
    app.message(
      async ({ say }) => void (await say({ text: "Which?", blocks: [boxes("v1", "Reading", "Writing")] })),
    );
    app.action("areas", async ({ ack, body, respond }) => {
      await ack();
      if (body.type === "block_actions") states.push(body.state?.values);
      await respond({ text: "Which?", blocks: [next], replace_original: true });
    });
  });
  await slack.say(PERSON, "hi");
  const { ts } = await slack.until(() => slack.seen(PERSON)[0]);
  await slack.click(PERSON, ts, "Reading");
  await slack.until(() => slack.seen(PERSON)[0]?.edited);
  // The third box came with the same ids, so the client does not show it.
  await expect(slack.click(PERSON, ts, "Sums")).rejects.toThrow("there are Reading | Writing");
  next = boxes("v2", "Sums");
  await slack.click(PERSON, ts, "Writing");
  await slack.until(() => slack.seen(PERSON).map(slack.textOf)[0] === "Sums");
  await slack.click(PERSON, ts, "Sums");
  const ticked = (block: string, ...labels: string[]) => ({
    [block]: { areas: { type: "checkboxes", selected_options: labels.map(option) } },
  });
  expect(states).toEqual([ticked("v1", "Reading"), ticked("v1", "Reading", "Writing"), ticked("v2", "Sums")]);
});

test("Home is shown once it is published, and its buttons work", async () => {
  const slack = await openSlack();
  await openBolt(slack, (app) => {
    app.event("app_home_opened", async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: home(event.view ? "Again" : "First") });
    });
    app.action("Start", async ({ ack, body, client }) => {
      await ack();
      await client.views.publish({ user_id: body.user.id, view: home("Started") });
    });
  });
  const shows = (words: string) =>
    slack.until(() => {
      const view = slack.home(PERSON);
      return view !== null && slack.textOf(view) === `${words}\nStart`;
    });
  await slack.openHome(PERSON, "home");
  await shows("First");
  await slack.openHome(PERSON, "home");
  await shows("Again");
  await slack.click(PERSON, "home", "Start");
  await shows("Started");
  expect(slack.seen(PERSON)).toEqual([]);
});

test("a tick is taken away by a second one, and what the app set at first does not come back", async () => {
  const slack = await openSlack();
  const boxes = (...ticked: string[]) => ({
    type: "actions" as const,
    block_id: "v1",
    elements: [
      {
        type: "checkboxes" as const,
        action_id: "areas",
        options: ["Reading", "Sums"].map(option),
        ...(ticked.length > 0 && { initial_options: ticked.map(option) }),
      },
    ],
  });
  const chosen: unknown[] = [];
  await openBolt(slack, (app) => {
    app.message(async ({ say }) => void (await say({ text: "Which?", blocks: [boxes("Reading")] })));
    app.action("areas", async ({ ack, action, respond }) => {
      await ack();
      if (action.type === "checkboxes") chosen.push(action.selected_options.map(({ value }) => value));
      await respond({ text: "Which?", blocks: [boxes("Sums")], replace_original: true });
    });
  });
  await slack.say(PERSON, "hi");
  const { ts } = await slack.until(() => slack.seen(PERSON)[0]);
  const answers = () => slack.calls.filter(({ method }) => method === "response_url").length;
  for (const [place, label] of ["Sums", "Reading", "Reading"].entries()) {
    await slack.click(PERSON, ts, label);
    await slack.until(() => answers() === place + 1);
  }
  expect(chosen).toEqual([["reading", "sums"], ["sums"], ["sums", "reading"]]);
});

test("an update of the same block does not set what the app sets in it", async () => {
  const slack = await openSlack();
  const asked = (ticked: string) => ({
    type: "actions" as const,
    block_id: "v1",
    elements: [
      {
        type: "checkboxes" as const,
        action_id: "areas",
        options: [option("Reading"), option("Sums")],
        initial_options: [option(ticked)],
      },
      { type: "button" as const, action_id: "send", text: { type: "plain_text" as const, text: "Send" } },
    ],
  });
  const states: unknown[] = [];
  await openBolt(slack, (app) => {
    app.message(async ({ say }) => void (await say({ text: "Which?", blocks: [asked("Reading")] })));
    app.action("send", async ({ ack, body, respond }) => {
      await ack();
      if (body.type === "block_actions") states.push(body.state?.values.v1?.areas?.selected_options);
      await respond({ text: "Which?", blocks: [asked("Sums")], replace_original: true });
    });
  });
  await slack.say(PERSON, "hi");
  const { ts } = await slack.until(() => slack.seen(PERSON)[0]);
  await slack.click(PERSON, ts, "Send");
  await slack.until(() => slack.seen(PERSON)[0]?.edited);
  await slack.click(PERSON, ts, "Send");
  expect(states).toEqual([[option("Reading")], [option("Reading")]]);
});
