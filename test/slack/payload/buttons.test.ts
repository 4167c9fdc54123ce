/** Buttons, what they ask before they act, and feedback. */
import { describe } from "vitest";
import { changesOf, counts, type Long, long, refuses, takes, within } from "./case.ts";
import { actions, button, changed, type Json, message, mrkdwn, plain } from "./samples.ts";

const EMPTY = "must be more than 0 characters";
const AT = "/blocks/0/elements/0";
const here = (element: unknown): Json => message(actions(element));
const apart = (element: unknown): Json => message({ type: "context_actions", elements: [element] });
const missing = (key: string) => `missing required field: ${key}`;

const BUTTON: Json = {
  ...button("Go"),
  value: "s1",
  url: "https://example.org",
  accessibility_label: "Go on",
  confirm: { title: plain("Sure?"), text: mrkdwn("*All*"), confirm: plain("Yes"), deny: plain("No") },
};
const FEEDBACK: Json = {
  type: "feedback_buttons",
  action_id: "a",
  positive_button: { text: plain("Yes"), value: "yes", accessibility_label: "It helped" },
  negative_button: { text: plain("No"), value: "no" },
};
const ICON: Json = { type: "icon_button", action_id: "a", icon: "trash", text: plain("Bin"), value: "1" };

const BUTTONS = changesOf(BUTTON, [
  ["no action_id", "/action_id", undefined, missing("action_id"), ""],
  ["an empty action_id", "/action_id", "", EMPTY],
  ["no text", "/text", undefined, missing("text"), ""],
  ["an empty text", "/text/text", "", EMPTY],
  ["a text in mrkdwn", "/text/type", "mrkdwn", "must be plain_text"],
  ["an empty value", "/value", "", EMPTY],
  ["a style of its own", "/style", "default", "must be primary or danger"],
  ["a url to nowhere", "/url", "nowhere", "must be a valid url"],
  ["an empty accessibility_label", "/accessibility_label", "", EMPTY],
  ["a question without a title", "/confirm/title", undefined, missing("title"), "/confirm"],
  ["a question with an empty title", "/confirm/title/text", "", EMPTY],
  ["a question without words", "/confirm/text", undefined, missing("text"), "/confirm"],
  ["a question without a yes", "/confirm/confirm", undefined, missing("confirm"), "/confirm"],
  ["a question without a no", "/confirm/deny", undefined, missing("deny"), "/confirm"],
  ["a question with a bare &", "/confirm/text/text", "A & B", "must escape & as &amp;"],
]);
const FEEDBACKS = changesOf(FEEDBACK, [
  ["no action_id", "/action_id", undefined, missing("action_id"), ""],
  ["no way to say no", "/negative_button", undefined, missing("negative_button"), ""],
  ["a yes without a value", "/positive_button/value", undefined, missing("value"), "/positive_button"],
  ["a yes with an empty value", "/positive_button/value", "", EMPTY],
  ["a yes without a text", "/positive_button/text/text", "", EMPTY],
]);
const ICONS = changesOf(ICON, [
  ["no action_id", "/action_id", undefined, missing("action_id"), ""],
  ["an empty value", "/value", "", EMPTY],
  ["another icon", "/icon", "star", "must be trash"],
  ["no text", "/text", undefined, missing("text"), ""],
]);

const TEXTS = (
  [
    ["a text", 75, "/text/text"],
    ["an action_id", 255, "/action_id"],
    ["a value", 2_000, "/value"],
    ["an accessibility_label", 75, "/accessibility_label"],
    ["a question's title", 100, "/confirm/title/text"],
    ["a question's words", 300, "/confirm/text/text"],
    ["a yes", 30, "/confirm/confirm/text"],
    ["a no", 30, "/confirm/deny/text"],
  ] as const
).map(([what, most, where]): Long => [what, most, (text) => changed(BUTTON, where, text), where]);

describe("in a button,", () => {
  refuses(within("message", here, AT, BUTTONS));
  takes([["all that there can be", "message", here(BUTTON)]]);
  counts(long("message", here, AT, TEXTS));
  counts([
    [
      "characters of a url",
      3_000,
      "message",
      (count) => here({ ...BUTTON, url: "https://example.org/".padEnd(count, "x") }),
      "must be less than 3001 characters",
      `${AT}/url`,
    ],
  ]);
});

describe("in feedback or an icon,", () => {
  refuses(within("message", apart, AT, [...FEEDBACKS, ...ICONS]));
  takes([
    ["feedback", "message", apart(FEEDBACK)],
    ["an icon", "message", apart(ICON)],
  ]);
  counts(
    long("message", apart, AT, [
      [
        "a yes",
        75,
        (text) => changed(FEEDBACK, "/positive_button/text/text", text),
        "/positive_button/text/text",
      ],
      [
        "a yes' value",
        2_000,
        (text) => changed(FEEDBACK, "/positive_button/value", text),
        "/positive_button/value",
      ],
      ["an icon's text", 75, (text) => changed(ICON, "/text/text", text), "/text/text"],
      ["an icon's value", 2_000, (text) => changed(ICON, "/value", text), "/value"],
    ]),
  );
});
