/** The blocks: where each may stand, what it must have, and how much. */
import { describe } from "vitest";
import { counts, type Inner, long, refuses, takes, within } from "./case.ts";
import {
  actions,
  button,
  home,
  input,
  type Json,
  many,
  message,
  modal,
  mrkdwn,
  option,
  PIE,
  plain,
  section,
  TABLE,
} from "./samples.ts";

const EMPTY = "must be more than 0 characters";
const UNKNOWN = "unsupported type";
const SOURCE = "must have either image_url or slack_file";
const FIRST = "/blocks/0";
const missing = (key: string) => `missing required field: ${key}`;
const items = (most: number) => `must be no more than ${most} items`;
const numbered = (count: number) => many(count, (at) => mrkdwn(`${at}`));
const context = (...elements: unknown[]): Json => ({ type: "context", elements });
const name = { type: "plain_text_input", action_id: "name" };
const image = { type: "image", image_url: "https://example.org/a.png", alt_text: "A chart" };
const trash = { type: "icon_button", action_id: "bin", icon: "trash", text: plain("Bin") };
const icons = (count: number): Json => ({
  type: "context_actions",
  elements: many(count, (at) => ({ ...trash, action_id: `${at}` })),
});
const markdown = { type: "markdown", text: "Hi" };
const { alt_text: _alt, ...MUTE } = image;
const { image_url: _url, ...BLANK } = image;

const IN_MESSAGE: Inner[] = [
  ["a block that is no object", "divider", "must be object", ""],
  ["a block of an unknown type", { type: "poem" }, UNKNOWN, "/type"],
  ["a block without a type", {}, UNKNOWN, "/type"],
  ["a block that we never send", { type: "video" }, UNKNOWN, "/type"],
  ["an input in a message", input(name), UNKNOWN, "/type"],
  ["an unknown key", { type: "divider", text: "x" }, "invalid additional property: text", ""],
  ["an empty block_id", { type: "divider", block_id: "" }, EMPTY, "/block_id"],
  ["a header in mrkdwn", { type: "header", text: mrkdwn("Hi") }, "must be plain_text", "/text/type"],
  ["a header without text", { type: "header" }, missing("text"), ""],
  ["an empty header", { type: "header", text: plain("") }, EMPTY, "/text/text"],
  ["a blank header", { type: "header", text: plain(" ") }, EMPTY, "/text/text"],
  ["an unknown kind of text", { type: "section", text: { type: "html" } }, UNKNOWN, "/text/type"],
  ["a text that is a string", { type: "section", text: "Hi" }, "must be object", "/text"],
  ["a section without words", { type: "section" }, "must have text or fields", ""],
  ["an empty section", section(""), EMPTY, "/text/text"],
  ["a section without one field", { type: "section", fields: [] }, "must be at least 1 items", "/fields"],
  ["an empty field", { type: "section", fields: [plain("")] }, EMPTY, "/fields/0/text"],
  ["an input beside a section", { ...section("Hi"), accessory: name }, UNKNOWN, "/accessory/type"],
  ["actions without an element", actions(), "must be at least 1 items", "/elements"],
  ["an image among actions", actions(image), UNKNOWN, "/elements/0/type"],
  ["an input among actions", actions(name), UNKNOWN, "/elements/0/type"],
  ["an element of an unknown type", actions({ type: "dial" }), UNKNOWN, "/elements/0/type"],
  ["a context without an element", context(), "must be at least 1 items", "/elements"],
  ["a button in a context", context(button("Hi")), UNKNOWN, "/elements/0/type"],
  ["an empty text in a context", context(mrkdwn("")), EMPTY, "/elements/0/text"],
  ["an image in a context without alt text", context(MUTE), missing("alt_text"), "/elements/0"],
  ["an image without alt text", MUTE, missing("alt_text"), ""],
  ["an image with empty alt text", { ...image, alt_text: "" }, EMPTY, "/alt_text"],
  ["an image without a source", BLANK, SOURCE, ""],
  ["an image with two sources", { ...image, slack_file: { id: "F1" } }, SOURCE, ""],
  ["a file without a name", { ...BLANK, slack_file: {} }, "must have either id or url", "/slack_file"],
  ["a file with an empty name", { ...BLANK, slack_file: { id: "" } }, EMPTY, "/slack_file/id"],
  ["an image in a context without a source", context(BLANK), SOURCE, "/elements/0"],
  ["an image from nowhere", { ...image, image_url: "a.png" }, "must be a valid url", "/image_url"],
  ["an image with a title in mrkdwn", { ...image, title: mrkdwn("A") }, "must be plain_text", "/title/type"],
  ["an empty markdown", { ...markdown, text: "" }, EMPTY, "/text"],
  ["everybody in markdown", { ...markdown, text: "<!channel>" }, "must not mention everybody", "/text"],
  [
    "a button in context_actions",
    { type: "context_actions", elements: [button("Hi")] },
    UNKNOWN,
    "/elements/0/type",
  ],
  ["no context_actions", icons(0), "must be at least 1 items", "/elements"],
];

const IN_MODAL: Inner[] = [
  ["a data_table in a modal", TABLE, UNKNOWN, "/type"],
  ["a table in a modal", { type: "table", rows: [] }, UNKNOWN, "/type"],
  ["markdown in a modal", markdown, UNKNOWN, "/type"],
  ["context_actions in a modal", icons(1), UNKNOWN, "/type"],
  ["an input without a label", { type: "input", element: name }, missing("label"), ""],
  ["an input with an empty label", { ...input(name), label: plain("") }, EMPTY, "/label/text"],
  [
    "an input labelled in mrkdwn",
    { ...input(name), label: mrkdwn("A") },
    "must be plain_text",
    "/label/type",
  ],
  ["an input with an empty hint", { ...input(name), hint: plain("") }, EMPTY, "/hint/text"],
  ["an input without an element", { type: "input", label: plain("A") }, missing("element"), ""],
  ["a button as an input", input(button("Hi")), UNKNOWN, "/element/type"],
  [
    "an overflow as an input",
    input({ type: "overflow", action_id: "a", options: [option("A")] }),
    UNKNOWN,
    "/element/type",
  ],
  [
    "a dispatch_action in words",
    { ...input(name), dispatch_action: "true" },
    "must be boolean",
    "/dispatch_action",
  ],
  ["an optional in words", { ...input(name), optional: "no" }, "must be boolean", "/optional"],
];

const IN_HOME: Inner[] = [
  ["a file_input on a Home", input({ type: "file_input", action_id: "a" }), UNKNOWN, "/element/type"],
  ["a data_table on a Home", TABLE, UNKNOWN, "/type"],
];

describe("a block", () => {
  refuses(within("message", message, FIRST, IN_MESSAGE));
  refuses(within("modal", modal, FIRST, IN_MODAL));
  refuses(within("home", home, FIRST, IN_HOME));
  refuses([
    ["a chart in a modal", "modal", modal(PIE, section("5 ready")), UNKNOWN, "/blocks/0/type"],
    ["a chart on a Home", "home", home(PIE, section("5 ready")), UNKNOWN, "/blocks/0/type"],
  ]);
  takes([
    ["an image of Slack's", "message", message({ ...BLANK, slack_file: { id: "F1" } })],
    ["an image beside a section", "home", home({ ...section("Hi"), accessory: image, expand: true })],
    ["an image in a context", "modal", modal(context(image, plain("Hi")))],
    ["a file_input in a modal", "modal", modal(input({ type: "file_input", action_id: "a", max_files: 1 }))],
  ]);
});

describe("in a block,", () => {
  counts(
    long("message", message, FIRST, [
      ["a block_id", 255, (text) => ({ type: "divider", block_id: text }), "/block_id"],
      ["a header", 150, (text) => ({ type: "header", text: plain(text) }), "/text/text"],
      ["a section in mrkdwn", 3_000, (text) => section(text), "/text/text"],
      ["a section in plain text", 3_000, (text) => ({ type: "section", text: plain(text) }), "/text/text"],
      ["a field", 2_000, (text) => ({ type: "section", fields: [mrkdwn(text)] }), "/fields/0/text"],
      ["a context", 3_000, (text) => context(mrkdwn(text)), "/elements/0/text"],
      ["an image's alt text", 2_000, (text) => ({ ...image, alt_text: text }), "/alt_text"],
      ["an image's title", 2_000, (text) => ({ ...image, title: plain(text) }), "/title/text"],
      [
        "an alt text in a context",
        2_000,
        (text) => context({ ...image, alt_text: text }),
        "/elements/0/alt_text",
      ],
    ]),
  );
  counts(
    long("modal", modal, FIRST, [
      ["a label", 2_000, (text) => ({ ...input(name), label: plain(text) }), "/label/text"],
      ["a hint", 2_000, (text) => ({ ...input(name), hint: plain(text) }), "/hint/text"],
    ]),
  );
  counts([
    [
      "fields",
      10,
      "message",
      (count) => message({ type: "section", fields: numbered(count) }),
      items(10),
      "/blocks/0/fields",
    ],
    [
      "actions",
      25,
      "message",
      (count) => message(actions(...many(count, (at) => button(`${at}`)))),
      items(25),
      "/blocks/0/elements",
    ],
    [
      "elements of a context",
      10,
      "message",
      (count) => message(context(...numbered(count))),
      items(10),
      "/blocks/0/elements",
    ],
    ["context_actions", 5, "message", (count) => message(icons(count)), items(5), "/blocks/0/elements"],
  ]);
});
