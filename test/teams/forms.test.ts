/** Buttons and forms in Teams: pressed, pressed twice, too late, filled in wrongly, and on a phone. */
import { describe, expect, test } from "vitest";
import { openApp, type TeamsApp } from "./app.ts";
import { inputsOf } from "./platform/action.ts";
import { textOf } from "./platform/readable.ts";
import { ANN, allText, buttonsOf, calm, newest, press, say } from "./seen.ts";

const TOLD = [
  "start",
  "college",
  "yes",
  "the teacher",
  "yes",
  "all sorts",
  "full certificate",
  "yes",
  "yes",
  "yes",
];

/** At the question that asks for practice. */
async function atPractice(): Promise<TeamsApp> {
  const app = await openApp();
  for (const words of TOLD) await say(app, words);
  for (let tries = 0; tries < 8 && !textOf(newest(app).activity).includes("How many hours"); tries += 1)
    await say(app, "skip");
  return app;
}

describe("a card that is pressed", () => {
  test("becomes the next one in place, with what was answered as a line to read", async () => {
    const app = await openApp();
    await say(app, "start");
    await press(app, "Send", { answer: "fe-college" });
    expect(app.teams.seen(ANN)).toHaveLength(1);
    expect(allText(app)).toContain("Where you work: A college.");
    expect(allText(app)).not.toContain("Where do you work");
  });

  test("twice counts once", async () => {
    const app = await openApp();
    await say(app, "start");
    const sent = await press(app, "Send", { answer: "fe-college" });
    const again = await app.teams.resend(sent);
    expect(again.body).toBe(sent.body);
    await calm(app);
    expect(app.teams.seen(ANN)).toHaveLength(1);
    expect(app.counted).toContain("again");
  });

  test("with nothing picked is sent back by the server, too", async () => {
    const app = await openApp();
    await say(app, "start");
    const sent = await press(app, "Send", { answer: "fe-college" });
    const activity = JSON.parse(sent.request.body) as {
      value: { action: { data: Record<string, unknown> } };
    };
    delete activity.value.action.data.answer;
    const empty = await app.teams.raw(activity as never);
    expect(empty.status).toBe(200);
    expect(empty.body).toContain("Choose an answer first");
  });

  test("that is not known any more says so, and shows where the person is", async () => {
    const app = await openApp();
    await say(app, "start");
    const sent = await press(app, "Send", { answer: "fe-college" });
    const activity = JSON.parse(sent.request.body) as { value: { action: { data: unknown } } };
    activity.value.action.data = { from: "an older version" };
    const old = await app.teams.raw({ ...activity, id: "another" } as never);
    expect(old.body).toContain("I do not know that button any more");
    expect(old.body).toContain("Do you work directly with learners?");
  });

  test("while something is wrong on our side keeps the card and says so", async () => {
    let isBroken = false;
    const app = await openApp({
      bot: (bot) => ({
        ...bot,
        receive: (turn) => (isBroken ? Promise.reject(new Error("no database")) : bot.receive(turn)),
      }),
    });
    await say(app, "start");
    isBroken = true;
    await press(app, "Send", { answer: "fe-college" });
    expect(app.teams.notices(ANN).join()).toMatch(/Something went wrong on our side.*TURN1/);
    isBroken = false;
    await press(app, "Send", { answer: "fe-college" });
    expect(allText(app)).toContain("Where you work: A college.");
  });

  test("whose answer was lost on the way is brought later, and nothing is counted twice", async () => {
    const app = await openApp({ bot: (bot) => ({ ...bot, delivered: async () => false }) });
    await say(app, "start");
    await press(app, "Send", { answer: "fe-college" });
    app.pass(20);
    await app.settled();
    expect(app.teams.seen(ANN).length).toBeGreaterThan(1);
    expect(allText(app)).toContain("Do you work directly with learners?");
  });

  test("stands for a longer advice by its words alone, and the advice follows beneath in order", async () => {
    const app = await openApp();
    await say(app, "start");
    for (const words of ["college", "yes", "the teacher"]) await say(app, words);
    await press(app, "Back one step");
    expect(allText(app)).toContain("Back one step.");
  });
});

describe.each(["computer", "phone"])("the form of an entry on a %s", (client) => {
  async function atForm(): Promise<TeamsApp> {
    const app = await atPractice();
    if (client === "phone") app.teams.phone(ANN);
    await press(app, "Add one by form");
    return app;
  }

  test("has a label on every input, and can be left", async () => {
    const app = await atForm();
    expect(inputsOf(newest(app).activity).every(({ label }) => label !== "")).toBe(true);
    expect(buttonsOf(newest(app))).toEqual(["Add it", "Cancel"]);
    await press(app, "Cancel");
    expect(textOf(newest(app).activity)).toContain("How many hours");
  });

  test("says at the input what is wrong, and keeps what was entered", async () => {
    const app = await atForm();
    const before = app.teams.seen(ANN).length;
    await press(app, "Add it", { hours: "a while" });
    const [hours] = inputsOf(newest(app).activity).filter(({ id }) => id === "hours");
    expect(hours?.value).toBe("a while");
    expect(textOf(newest(app).activity)).toContain("I need one");
    expect(app.teams.seen(ANN)).toHaveLength(before);
    await press(app, "Add it", { hours: "3" });
    expect(allText(app)).toContain("3 hours");
  });
});

test("a press on a phone changes the card that was pressed", async () => {
  const app = await openApp();
  await say(app, "start");
  app.teams.phone(ANN);
  await press(app, "Send", { answer: "fe-college" });
  expect(app.teams.seen(ANN)).toHaveLength(1);
  expect(allText(app)).toContain("Where you work: A college.");
});

test("every button does what its words do when they are typed", async () => {
  const pressed = await openApp();
  const typed = await openApp();
  for (const app of [pressed, typed]) await say(app, "start");
  for (const [button, words] of [
    ["Why do you ask?", "why"],
    ["I am not sure", "skip"],
    ["Back one step", "back"],
  ] as const) {
    await press(pressed, button);
    await say(typed, words);
    expect(textOf(newest(pressed).activity)).toBe(textOf(newest(typed).activity));
  }
});

test("what is logged without saying more is entered in a form, in one card", async () => {
  const app = await openApp();
  await say(app, "start");
  await say(app, "log practice");
  expect(buttonsOf(newest(app))).toEqual(["Add it", "Cancel"]);
  await press(app, "Add it", { hours: "3" });
  expect(allText(app)).toContain("3 hours");
});
