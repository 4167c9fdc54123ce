/** Modals as a person's client holds them: filled in, submitted, refused, stacked and closed. */
import { expect, test } from "vitest";
import { modal, openBolt, openSlack, PERSON, plain, section } from "./bolt.ts";
import type { Workspace } from "./workspace.ts";

/** The modal that a shortcut opens; `answer` acknowledges it, and what came is kept. */
async function opened(answer?: object, view: ReturnType<typeof modal> = modal("Hours")) {
  const slack = await openSlack();
  const came: unknown[] = [];
  await openBolt(slack, (app) => {
    app.shortcut("start", async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
    app.view("hours", async ({ ack, body }) => {
      came.push(body.view.state.values);
      await ack(answer as never);
    });
    app.view({ type: "view_closed", callback_id: "hours" }, async ({ ack, body }) => {
      came.push(body.type);
      await ack();
    });
    app.action(/./, async ({ ack, body, client }) => {
      came.push(body.type === "block_actions" ? body.state?.values : null);
      await ack();
      if (body.type === "block_actions")
        await client.views.push({ trigger_id: body.trigger_id, view: modal("Above") });
    });
  });
  await slack.globalShortcut(PERSON, "start");
  const { id } = await slack.until(() => slack.modal(PERSON));
  return { slack, came, id };
}

const titleOf = (slack: Workspace) => slack.modal(PERSON)?.title ?? null;

test("what is entered is sent in the shape of each element, and an empty answer closes the view", async () => {
  const { slack, came, id } = await opened();
  const sent = await slack.submit(PERSON, id, { "How many hours?": 12, "Which kind?": "Paid" });
  expect(sent).toMatchObject({ status: 200, body: "", trouble: null });
  expect(came).toEqual([
    {
      hours: { number: { type: "number_input", value: "12" } },
      kind: {
        choice: {
          type: "static_select",
          selected_option: { text: { type: "plain_text", text: "Paid" }, value: "paid" },
        },
      },
    },
  ]);
  expect(slack.modal(PERSON)).toBeNull();
});

test.each([
  ["nothing", null, "is required"],
  ["a word", "many", "must be a number"],
  ["half an hour", "0.5", "must be a whole number"],
  ["too little", "0", "must be at least 1"],
  ["too much", "41", "must be at most 40"],
])("the client keeps a view with %s in it", async (_, value, words) => {
  const { slack, came, id } = await opened();
  await expect(slack.submit(PERSON, id, { hours: value })).rejects.toThrow(`"How many hours?" ${words}`);
  expect([came, slack.modal(PERSON)?.id]).toEqual([[], id]);
});

test("errors stand beneath their inputs, and go when the view is sent again", async () => {
  const answer: { response_action: string; errors?: object } = {
    response_action: "errors",
    errors: { hours: "Too many" },
  };
  const { slack, id } = await opened(answer);
  await slack.submit(PERSON, id, { hours: 12 });
  const shown = slack.modal(PERSON);
  expect(shown?.errors).toEqual({ hours: "Too many" });
  expect(shown && slack.textOf(shown)).toContain("How many hours?\nToo many\nWhich kind?");
  answer.response_action = "clear";
  delete answer.errors;
  await slack.submit(PERSON, id);
  expect(slack.modal(PERSON)).toBeNull();
});

test("errors are gone from a view once another has stood above it", async () => {
  const answer: { response_action: string; errors?: object; view?: object } = {
    response_action: "errors",
    errors: { hours: "No" },
  };
  const { slack, id } = await opened(answer);
  await slack.submit(PERSON, id, { hours: 12 });
  answer.response_action = "push";
  delete answer.errors;
  answer.view = modal("Above");
  await slack.submit(PERSON, id);
  await slack.close(PERSON, slack.modal(PERSON)?.id ?? "");
  const below = slack.modal(PERSON);
  expect([below?.id, below?.errors]).toEqual([id, {}]);
});

test.each([
  ["errors at a block that is no input", { response_action: "errors", errors: { why: "No" } }],
  [
    "an update that Slack refuses",
    { response_action: "update", view: { ...modal("x"), blocks: [section("")] } },
  ],
  ["an action that Slack does not know", { response_action: "next" }],
])("%s are trouble, and the view stays", async (_, answer) => {
  const { slack, id } = await opened(answer);
  const { trouble } = await slack.submit(PERSON, id, { hours: 12 });
  expect(trouble).not.toBeNull();
  expect(titleOf(slack)).toEqual(plain("Hours"));
});

test("an update keeps the id and what was entered, and changes the hash", async () => {
  const { slack, id } = await opened({ response_action: "update", view: modal("Step 2") });
  const before = slack.modal(PERSON)?.hash;
  await slack.submit(PERSON, id, { hours: 12 });
  const shown = slack.modal(PERSON);
  expect(shown).toMatchObject({
    id,
    title: plain("Step 2"),
    state: { values: { hours: { number: { value: "12" } } } },
  });
  expect(shown?.hash).not.toBe(before);
});

test("a view pushed in answer stands above, and closing it tells the app and shows the one below", async () => {
  const { slack, came, id } = await opened({ response_action: "push", view: modal("Above") });
  await slack.submit(PERSON, id, { hours: 12 });
  const above = slack.modal(PERSON);
  expect(above).toMatchObject({ title: plain("Above"), previous_view_id: id, root_view_id: id });
  await expect(slack.submit(PERSON, id)).rejects.toThrow("does not stand before");
  await slack.close(PERSON, above?.id ?? "");
  expect(came.at(-1)).toBe("view_closed");
  expect(slack.modal(PERSON)?.id).toBe(id);
});

test("a button in a view carries what was entered so far, and the stack is three deep", async () => {
  const { slack, came } = await opened();
  expect(await slack.set(PERSON, "modal", "hours", "7")).toBeNull();
  const pushes = () => slack.calls.filter(({ method }) => method === "views.push").length;
  for (const times of [1, 2, 3]) {
    await slack.click(PERSON, "modal", "Why we ask");
    await slack.until(() => pushes() === times);
  }
  expect(came[0]).toMatchObject({ hours: { number: { value: "7" } } });
  expect(slack.modal(PERSON)?.previous_view_id).not.toBe(slack.modal(PERSON)?.root_view_id);
  const top = slack.modal(PERSON)?.id ?? "";
  await slack.close(PERSON, top);
  expect(slack.modal(PERSON)?.previous_view_id).toBe(slack.modal(PERSON)?.root_view_id);
});

test("an option that is not there cannot be chosen", async () => {
  const { slack } = await opened();
  await expect(slack.set(PERSON, "modal", "Which kind?", "Lent")).rejects.toThrow("there are Paid | Unpaid");
});
