/** What the app says reaches those who are there, and stays as the app last said it. */
import { expect, test } from "vitest";
import { activitiesOf, openBot, words } from "./bot.ts";
import { textOf } from "./readable.ts";

test("what the app says is seen in order, changed in place and taken away", async () => {
  const { platform, ask, speak } = await openBot();
  const { id } = platform.personal("tess");
  const [first, second] = [await speak(id, words("one")), await speak(id, words("two"))];
  await speak(id, words("three"));
  expect(await ask("PUT", `${activitiesOf(id)}/${first}`, words("uno"))).toMatchObject({ status: 200 });
  expect(await ask("DELETE", `${activitiesOf(id)}/${second}`)).toMatchObject({ status: 200 });
  expect(platform.seen("tess").map(({ activity }) => textOf(activity))).toEqual(["uno", "three"]);
  expect(platform.seen("tess")[0]?.id).toBe(first);
});

test("what the app says in one place is not seen in another", async () => {
  const { platform, speak } = await openBot();
  const group = platform.group("SEND group", ["tess", "kim"]);
  await speak(platform.personal("tess").id, words("for Tess"));
  await speak(group.id, words("for both"));
  const texts = (user: string, where?: { readonly id: string }) =>
    platform.seen(user, where).map(({ activity }) => activity.text);
  expect([texts("tess"), texts("tess", group), texts("kim", group)]).toEqual([
    ["for Tess"],
    ["for both"],
    ["for both"],
  ]);
  expect([texts("kim"), texts("pat", group)]).toEqual([[], []]);
});

test("what the app says begins a thread in a channel, goes on in one, or answers what stands in it", async () => {
  const { platform, ask, speak } = await openBot();
  const channel = platform.channel("Support", "Trainees", ["tess"]);
  const root = await speak(channel.id, words("root"));
  await speak(`${channel.id};messageid=${root}`, words("in the thread"));
  await ask("POST", `${activitiesOf(channel.id)}/${root}`, words("an answer"));
  const other = await speak(channel.id, words("another root"));
  const threads = platform.seen("tess", channel).map(({ thread }) => thread);
  expect(threads).toEqual([root, root, root, other]);
  const thread = { id: `${channel.id};messageid=${root}` };
  expect(platform.seen("tess", thread).map(({ activity }) => activity.text)).toEqual([
    "root",
    "in the thread",
    "an answer",
  ]);
});

test("the app shows that it is typing until the next message, and there only", async () => {
  const { platform, speak } = await openBot();
  const [tess, kim] = [platform.personal("tess").id, platform.personal("kim").id];
  for (const id of [tess, kim]) await speak(id, { type: "typing" });
  expect([platform.typing(tess).length, platform.seen("tess").length]).toEqual([1, 0]);
  await speak(tess, words("here"));
  expect([platform.typing(tess).length, platform.typing(kim).length]).toEqual([0, 1]);
});

test("what the app says is recorded with its token, refused or not", async () => {
  const { platform, ask } = await openBot();
  await ask("POST", activitiesOf("a:nobody"), words("hello"));
  expect(platform.connector.requests).toEqual([
    {
      errand: "send",
      method: "POST",
      path: "/emea/v3/conversations/a%3Anobody/activities",
      conversation: "a:nobody",
      body: words("hello"),
      authorization: "Bearer the app's own",
    },
  ]);
});

test("what the app says is answered only when it is released, and done before", async () => {
  const { platform, speak } = await openBot();
  const { id } = platform.personal("tess");
  const release = platform.connector.hold();
  let isAnswered = false;
  const spoken = speak(id, words("hello")).then(() => {
    isAnswered = true;
  });
  await platform.until(() => platform.seen("tess")[0]);
  // A whole exchange of the platform with the app goes by, and still there is no answer.
  await platform.say("tess", "hello");
  expect(isAnswered).toBe(false);
  release();
  await spoken;
  await speak(id, words("again"));
  expect(platform.seen("tess")).toHaveLength(2);
});
