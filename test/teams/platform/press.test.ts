/** People press what a card shows, and see what comes of it. */
import { expect, test } from "vitest";
import { type Activity, CARD } from "./activity.ts";
import { adaptiveCard, execute, openBot, showing, shows, words } from "./bot.ts";
import { NOTICE } from "./press.ts";
import { textOf } from "./readable.ts";

const text = (line: string) => ({ type: "TextBlock", text: line, wrap: true });

test("an action sends what it carries, with the message that it stands on", async () => {
  const { platform, heard, shown } = await showing([], [execute("Skip", "skip", { signpost: { n: 0 } })]);
  await platform.press("tess", shown, "Skip");
  const action = { type: "Action.Execute", title: "Skip", verb: "skip", data: { signpost: { n: 0 } } };
  expect(heard).toMatchObject([
    {
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: shown.id,
      conversation: { id: "a:tess" },
      value: { action },
      channelData: { source: { name: "message" } },
    },
  ]);
  expect(heard[0]?.value).toEqual({ action });
  expect(platform.notices("tess")).toEqual(["Kept"]);
});

test("the same on a phone sends a message without words", async () => {
  const { platform, heard, shown } = await showing(
    [{ type: "Input.Text", id: "role", label: "Role" }],
    [execute("Save", "save", { n: 0 })],
  );
  platform.phone("tess");
  await platform.press("tess", shown, { verb: "save" }, { role: "hlta" });
  expect(heard).toMatchObject([{ type: "message", value: { verb: "save", n: 0, role: "hlta" } }]);
  expect(heard[0]).not.toHaveProperty("text");
  expect(heard[0]).toMatchObject({ replyToId: shown.id, entities: [{ platform: "iOS" }] });
});

test("a phone does nothing with an action that has no fallback", async () => {
  const { platform, shown } = await showing([], [{ type: "Action.Execute", title: "Skip", verb: "skip" }]);
  platform.phone("tess");
  await expect(platform.press("tess", shown, "Skip")).rejects.toThrow("no fallback");
});

test("another card comes in the place of the old one, for everybody in the channel", async () => {
  const value = adaptiveCard([text("Noted")]);
  const { platform, heard, speak } = await openBot({}, () => ({ statusCode: 200, type: CARD, value }));
  const channel = platform.channel("Support", "Trainees", ["tess", "kim"]);
  const id = await speak(channel.id, shows([text("Which?")], [execute("This", "this")]));
  await platform.press("tess", { id }, "This");
  expect(heard).toMatchObject([{ conversation: { id: `${channel.id};messageid=${id}` } }]);
  const [seen] = platform.seen("kim", channel);
  expect([seen?.id, seen && textOf(seen.activity)]).toEqual([id, "Noted"]);
  await expect(platform.press("kim", { id }, "This")).rejects.toThrow("0 things can be pressed");
});

test.each<[string, unknown]>([
  ["nothing", null],
  ["a fault", { statusCode: 400, type: "application/vnd.microsoft.error", value: { code: "BadRequest" } }],
  ["a card that is none", { statusCode: 200, type: CARD, value: { type: "Card" } }],
  ["no words", { statusCode: 200, type: NOTICE, value: "" }],
])("%s in answer is a fault before the person", async (_, body) => {
  const { platform, shown } = await showing([text("Which?")], [execute("This", "this")], () => body);
  await expect(platform.press("tess", shown, "This")).rejects.toThrow("something went wrong");
  expect(platform.seen("tess").map(({ activity }) => textOf(activity))).toEqual(["Which?"]);
});

test("a card in an answer is judged like any other", async () => {
  const value = adaptiveCard([text("rude")]);
  const judge = (activity: Activity) => (textOf(activity) === "rude" ? ["too rude"] : []);
  const { platform, speak } = await openBot({ judge }, () => ({ statusCode: 200, type: CARD, value }));
  const id = await speak(platform.personal("tess").id, shows([text("Fine")], [execute("This", "this")]));
  await expect(platform.press("tess", { id }, "This")).rejects.toThrow("too rude");
});

test("one presses only what is there once, on what one sees", async () => {
  const { platform, shown, speak, ask } = await showing(
    [text("Which?")],
    [execute("This", "this"), execute("This", "that"), { type: "Action.OpenUrl", title: "Read", url: "x" }],
  );
  await expect(platform.press("tess", shown, "This")).rejects.toThrow("2 things");
  await expect(platform.press("tess", shown, "Other")).rejects.toThrow("This | This | Read");
  await expect(platform.press("tess", shown, "Read")).rejects.toThrow("sends nothing");
  await expect(platform.press("kim", shown, { verb: "this" })).rejects.toThrow("kim sees no message");
  const gone = await speak("a:tess", words("gone"));
  await ask("DELETE", `/a:tess/activities/${gone}`);
  await expect(platform.press("tess", { id: gone }, "This")).rejects.toThrow("tess sees no message");
});

test("nobody can press what is hidden, or the seventh of a row", async () => {
  const row = ["1", "2", "3", "4", "5", "6", "7"].map((title) => execute(title, title));
  const hidden = { type: "ActionSet", isVisible: false, actions: [execute("Hidden", "hidden")] };
  const { platform, shown } = await showing([hidden], row);
  await expect(platform.press("tess", shown, "7")).rejects.toThrow("there are 1 | 2 | 3 | 4 | 5 | 6");
  await expect(platform.press("tess", shown, "Hidden")).rejects.toThrow("0 things");
  expect((await platform.press("tess", shown, "6")).status).toBe(200);
});
