/** What becomes of a reply where Teams does not take it: each answer of the connector, and what is done then. */
import { describe, expect, test } from "vitest";
import { openApp } from "./app.ts";
import type { Refusal } from "./platform/refusal.ts";
import { ANN, allText, calm, press, say } from "./seen.ts";

/** Nobody can be written to like that; they are again once they write. */
const NEVER: readonly (readonly [string, Refusal])[] = [
  ["somebody has blocked the bot", { status: 403, code: "ConversationBlockedByUser" }],
  ["writing is blocked, in the old form", { status: 403, subCode: "MessageWritesBlocked" }],
  ["the bot is not in the chat any more", { status: 403, code: "BotNotInConversationRoster" }],
  ["the bot is not installed there", { status: 403, code: "ForbiddenOperationException" }],
  ["an administrator has switched it off", { status: 403, code: "BotDisabledByAdmin" }],
  ["the chat is gone", { status: 404, code: "ConversationNotFound" }],
];

const LATER: readonly (readonly [string, Refusal])[] = [
  ["Teams asks to wait", { status: 429, retryAfter: 9 }],
  ["Teams is asked too much and says not how long", { status: 429 }],
  ["the chat changed meanwhile", { status: 412, code: "PreconditionFailed" }],
  ["Teams is in trouble (500)", { status: 500 }],
  ["Teams is in trouble (502)", { status: 502 }],
  ["Teams is in trouble (503)", { status: 503 }],
  ["Teams is in trouble (504)", { status: 504 }],
];

describe.each(NEVER)("where %s", (_, refusal) => {
  test("the reply is given up after one try, and the next thing the person says is answered", async () => {
    const app = await openApp();
    app.teams.connector.refuseNext("send", refusal);
    await say(app, "start");
    app.pass(600);
    await calm(app);
    expect(app.teams.connector.requests.filter(({ errand }) => errand === "send")).toHaveLength(1);
    expect(app.complaints.join()).toContain(`given up: ${refusal.status} ${refusal.code ?? refusal.subCode}`);
    await say(app, "college");
    expect(allText(app)).toContain("Where you work: A college.");
  });
});

describe.each(LATER)("where %s", (_, refusal) => {
  test("the reply is tried once, put off, and arrives once", async () => {
    const app = await openApp();
    app.teams.connector.refuseNext("send", refusal);
    await app.teams.say(ANN, "start");
    await app.settled();
    expect(app.teams.connector.requests).toHaveLength(1);
    expect(app.teams.seen(ANN)).toHaveLength(0);
    if (refusal.retryAfter) {
      app.pass(refusal.retryAfter - 1);
      await app.settled();
      expect(app.teams.connector.requests).toHaveLength(1);
    }
    app.pass(60);
    await app.settled();
    expect(app.teams.seen(ANN)).toHaveLength(1);
    expect(app.complaints).toEqual([]);
  });
});

test("an administrator's switch is told to whoever runs the program", async () => {
  const app = await openApp();
  app.teams.connector.refuseNext("send", { status: 403, code: "BotDisabledByAdmin" });
  await say(app, "start");
  expect(app.complaints.join()).toContain("An administrator has switched the bot off");
});

test("what nobody asked for is not sent again where it may have arrived", async () => {
  const app = await openApp();
  app.teams.connector.refuseNext("send", { status: 503 });
  await app.teams.install(ANN);
  await app.settled();
  app.pass(600);
  await calm(app);
  expect(app.teams.connector.requests).toHaveLength(1);
  expect(app.complaints.join()).toContain("it may have gone out");
});

test("a welcome that Teams asks to wait for comes later", async () => {
  const app = await openApp();
  app.teams.connector.refuseNext("send", { status: 429, retryAfter: 3 });
  await app.teams.install(ANN);
  await calm(app);
  expect(app.teams.seen(ANN)).toHaveLength(1);
});

test.each([400, 413])(
  "a card that is refused by %d goes as words alone, and somebody hears of it",
  async (status) => {
    const app = await openApp();
    app.teams.connector.refuseNext("send", { status });
    await say(app, "start");
    expect(allText(app)).toContain("Where do you work");
    expect(app.complaints.join()).toContain("Teams refused a card");
  },
);

test("a token that is not taken is asked for anew, once, and somebody hears of it where that does not help", async () => {
  const asked: boolean[] = [];
  const app = await openApp({
    identity: (real) => ({ ...real, token: async (isFresh) => `${asked.push(isFresh)}` }),
  });
  app.teams.connector.refuseNext("send", { status: 401 });
  await say(app, "start");
  expect(asked).toEqual([false, true]);
  expect(app.teams.seen(ANN)).toHaveLength(1);
  app.teams.connector.refuseNext("send", { status: 401, times: 2 });
  await app.teams.say(ANN, "college");
  await app.settled();
  expect(app.complaints.join()).toContain("TEAMS_TENANT_ID");
  app.pass(60);
  await calm(app);
  expect(allText(app)).toContain("Where you work: A college.");
});

test("where Microsoft gives no token, the reply waits and somebody hears of it", async () => {
  let isWrong = true;
  const app = await openApp({
    identity: (real) => ({
      ...real,
      token: async () => (isWrong ? Promise.reject(new Error("invalid_client")) : "the app's own"),
    }),
  });
  await say(app, "start");
  expect(app.complaints.join()).toContain("TEAMS_APP_PASSWORD");
  isWrong = false;
  app.pass(60);
  await calm(app);
  expect(app.teams.seen(ANN)).toHaveLength(1);
});

test("a card that was taken away is not missed: a new one comes", async () => {
  const app = await openApp();
  app.teams.phone(ANN);
  await say(app, "start");
  app.teams.connector.refuseNext("update", { status: 404, code: "ActivityNotFoundInConversation" });
  await press(app, "Send", { answer: "fe-college" });
  expect(app.teams.seen(ANN)).toHaveLength(2);
  expect(allText(app)).toContain("Do you work directly with learners?");
});

test("a second reply waits for the first", async () => {
  const app = await openApp();
  app.teams.connector.refuseNext("send", { status: 503, times: 2 });
  await app.teams.say(ANN, "start");
  await app.settled();
  await app.teams.say(ANN, "college");
  await app.settled();
  expect(app.teams.seen(ANN)).toHaveLength(0);
  for (const _ of [1, 2, 3]) {
    app.pass(60);
    await calm(app);
  }
  const [first, second] = app.teams.seen(ANN);
  expect(Number(first?.id)).toBeLessThan(Number(second?.id));
  expect(allText(app).indexOf("leaflet from")).toBeLessThan(allText(app).indexOf("Where you work"));
});

test("replies go out no faster than Teams takes them", async () => {
  const app = await openApp();
  for (let turn = 0; turn < 12; turn += 1) await app.teams.say(ANN, "why");
  await app.settled();
  expect(app.teams.connector.requests.filter(({ errand }) => errand === "send").length).toBeLessThanOrEqual(
    7,
  );
  for (let wait = 0; wait < 12; wait += 1) await calm(app);
  expect(app.teams.connector.requests.filter(({ errand }) => errand === "send")).toHaveLength(12);
});

test("the address of the newest message counts", async () => {
  const app = await openApp();
  const sent = await say(app, "start");
  const { origin } = new URL(app.teams.connector.serviceUrl);
  app.teams.token = () => app.teams.issuer.token({ claims: { serviceurl: `${origin}/elsewhere/` } });
  const activity = { ...(JSON.parse(sent.request.body) as object), id: "2", text: "college" };
  await app.teams.raw({ ...activity, serviceUrl: `${origin}/elsewhere/` });
  app.pass(5);
  await app.settled();
  // Nobody takes replies there, so they stay where they are until the next message says where.
  expect(app.teams.seen(ANN)).toHaveLength(1);
  expect(app.complaints.join()).toContain("404");
});
