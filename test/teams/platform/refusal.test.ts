/** What the stand-in refuses as the Bot Connector does. */
import { expect, test } from "vitest";
import { activitiesOf, openBot, shows, words } from "./bot.ts";

test.each<[string, object]>([
  ["a body that is no activity", { text: "hello" }],
  ["a message of nothing", { type: "message", text: "" }],
  ["a kind of activity that bots do not send", { type: "trace", text: "hello" }],
  ["a picture", { type: "message", attachments: [{ contentType: "image/png", contentUrl: "a.png" }] }],
  [
    "a card that is none",
    { type: "message", attachments: [{ ...shows([]).attachments[0], content: { type: "Card" } }] },
  ],
])("%s is refused", async (_, activity) => {
  const { platform, ask } = await openBot();
  const { id } = platform.personal("tess");
  expect(await ask("POST", activitiesOf(id), activity)).toMatchObject({
    status: 400,
    body: { error: { code: "BadSyntax" } },
  });
  expect(platform.seen("tess")).toEqual([]);
});

test("more than 80 KB is refused, counted two bytes a letter", async () => {
  const { platform, ask } = await openBot();
  const path = activitiesOf(platform.personal("tess").id);
  const around = JSON.stringify(words("")).length;
  const most = "x".repeat(40 * 1_024 - around);
  expect((await ask("POST", path, words(most))).status).toBe(201);
  expect(await ask("POST", path, words(`${most}x`))).toMatchObject({
    status: 413,
    body: { error: { code: "MessageSizeTooBig" } },
  });
});

test("a place that nobody knows is refused, and an activity that is not there", async () => {
  const { platform, ask, speak } = await openBot();
  const [tess, kim] = [platform.personal("tess").id, platform.personal("kim").id];
  const id = await speak(tess, words("hello"));
  const gone = { status: 404, body: { error: { code: "ActivityNotFoundInConversation" } } };
  expect(await ask("POST", activitiesOf("a:nobody"), words("x"))).toMatchObject({
    status: 404,
    body: { error: { code: "ConversationNotFound" } },
  });
  expect(await ask("PUT", `${activitiesOf(tess)}/none`, words("x"))).toMatchObject(gone);
  expect(await ask("PUT", `${activitiesOf(kim)}/${id}`, words("x"))).toMatchObject(gone);
  expect(await ask("DELETE", `${activitiesOf(kim)}/${id}`)).toMatchObject(gone);
});

test("nothing is said where the app is not installed", async () => {
  const { platform, ask } = await openBot();
  const channel = platform.channel("Support", "Trainees", ["tess"]);
  await platform.uninstall("tess");
  await platform.uninstall(channel);
  const codes = [];
  for (const id of ["a:tess", channel.id]) codes.push(await ask("POST", activitiesOf(id), words("x")));
  expect(codes).toMatchObject([
    { status: 403, body: { error: { code: "ForbiddenOperationException" } } },
    { status: 403, body: { error: { code: "BotNotInConversationRoster" } } },
  ]);
});

test("whatever comes without a token is refused", async () => {
  const { platform } = await openBot();
  const url = `${platform.connector.serviceUrl}v3/conversations`;
  expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(401);
});

test("a message in which the judge finds a flaw is refused, and nothing else is judged", async () => {
  const { platform, ask } = await openBot({ judge: ({ text }) => (text === "fine" ? [] : ["too rude"]) });
  const path = activitiesOf(platform.personal("tess").id);
  expect((await ask("POST", path, words("fine"))).status).toBe(201);
  expect((await ask("POST", path, { type: "typing" })).status).toBe(201);
  const refused = await ask("POST", path, words("rude"));
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining("too rude")]);
});

test("the connector refuses what it is told to, so many times and no more", async () => {
  const { platform, ask, speak } = await openBot();
  const { connector } = platform;
  const path = activitiesOf(platform.personal("tess").id);
  const id = await speak("a:tess", words("hello"));
  connector.refuseNext("send", { status: 403, code: "ConversationBlockedByUser" });
  connector.refuseNext("send", { status: 403, subCode: "MessageWritesBlocked" });
  connector.refuseNext("send", { status: 429, retryAfter: 3, times: 2 });
  connector.refuseNext("update", { status: 502 });
  connector.refuseNext("create", { status: 412 });
  const sent = [];
  for (let time = 0; time < 5; time += 1) sent.push(await ask("POST", path, words("x")));
  expect(sent).toMatchObject([
    { status: 403, body: { error: { code: "ConversationBlockedByUser" } } },
    { status: 403, body: { errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}' } },
    { status: 429, retryAfter: "3" },
    { status: 429, retryAfter: "3" },
    { status: 201, retryAfter: null },
  ]);
  expect((await ask("PUT", `${path}/${id}`, words("x"))).status).toBe(502);
  expect((await ask("POST", "", {})).status).toBe(412);
  expect(platform.seen("tess")).toHaveLength(2);
});
