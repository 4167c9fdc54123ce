/** What a person reads on a message. */
import { expect, test } from "vitest";
import type { Block } from "./block.ts";
import { textOf, unmarked } from "./readable.ts";

const read = (blocks: readonly object[]) => textOf({ text: "Fallback", blocks: blocks as Block[] });
const run = (text: string) => ({ type: "rich_text_section", elements: [{ type: "text", text }] });
const words = (text: string) => ({ type: "raw_text", text });

test.each([
  ["*Bold* and _so_ on", "Bold and so on"],
  ["R&amp;D &lt;3", "R&D <3"],
  ["<https://example.org|the page>, <@U1>", "the page, @U1"],
  ["<!date^1700000000^{date}|14 November>", "14 November"],
  ["2*3*4 in snake_case_words", "2*3*4 in snake_case_words"],
  ["Award* and Certificate*", "Award* and Certificate*"],
])("%s is read as %s", (text, shown) => {
  expect(unmarked(text)).toBe(shown);
});

test("a message without blocks is its text", () => {
  expect(textOf({ text: "*Fall*back", blocks: [] })).toBe("*Fall*back");
});

test.each([
  [
    "lists of rich text",
    {
      type: "rich_text",
      elements: [
        run("a < b"),
        { type: "rich_text_list", style: "bullet", elements: [run("one")] },
        { type: "rich_text_list", style: "ordered", elements: [run("first"), run("second")] },
      ],
    },
    "a < b\n- one\n1. first\n2. second",
  ],
  [
    "tables",
    {
      type: "data_table",
      caption: "The team",
      rows: [
        [words("Name"), words("Hours")],
        [words("Pat"), { type: "raw_number", value: 3, text: "3" }],
      ],
    },
    "The team\nName | Hours\nPat | 3",
  ],
  [
    "charts",
    {
      type: "data_visualization",
      title: "Progress",
      chart: { type: "bar", series: [{ name: "People", data: [{ label: "Ready", value: 5 }] }] },
    },
    "Progress\nPeople\nReady: 5",
  ],
  [
    "menus with their options",
    {
      type: "section",
      text: { type: "mrkdwn", text: "*Which?*" },
      accessory: {
        type: "static_select",
        placeholder: { type: "plain_text", text: "Choose" },
        options: [{ text: { type: "plain_text", text: "One" }, value: "1" }],
      },
    },
    "Which?\nChoose\nOne",
  ],
])("%s are read from top to bottom", (_, block, text) => {
  expect(read([block])).toBe(text);
});
