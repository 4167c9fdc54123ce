/** What a person reads on an activity, and what can be pressed and filled in there. */
import { expect, test } from "vitest";
import { actionsOf, inputsOf } from "./action.ts";
import type { Activity } from "./activity.ts";
import { execute, shows } from "./bot.ts";
import { textOf, unmarked } from "./readable.ts";

const card = (body: readonly object[], actions: readonly object[] = []) => shows(body, actions) as Activity;
const text = (line: string) => ({ type: "TextBlock", text: line });
const cell = (...lines: string[]) => ({ type: "TableCell", items: lines.map(text) });

test.each([
  ["**Bold**, *so* and _so_", "Bold, so and so"],
  ["[the page](https://example.org/a_b_c)", "the page"],
  ["2*3*4 in snake_case_words", "2*3*4 in snake_case_words"],
  ["\\*Not bold\\* and \\[no link\\](x)", "*Not bold* and [no link](x)"],
  ["<at>Tess</at>, hello", "Tess, hello"],
])("%s is read as %s", (marked, shown) => {
  expect(unmarked(marked)).toBe(shown);
});

test("a message without a card is its words, and plain words keep their stars", () => {
  expect(textOf({ type: "message", text: "**Hello**" })).toBe("Hello");
  expect(textOf({ type: "message", text: "**Hello**", textFormat: "plain" })).toBe("**Hello**");
});

test.each<[string, object, string]>([
  [
    "runs on one line",
    { type: "RichTextBlock", inlines: ["Three ", { type: "TextRun", text: "*hours*" }] },
    "Three *hours*",
  ],
  ["facts", { type: "FactSet", facts: [{ title: "Hours", value: "**3** of 50" }] }, "Hours: 3 of 50"],
  [
    "tables row by row",
    {
      type: "Table",
      columns: [{ width: 1 }, { width: 2 }],
      rows: [
        { type: "TableRow", cells: [cell("Name"), cell("Hours")] },
        { type: "TableRow", cells: [cell("Tess"), cell("3", "so far")] },
      ],
    },
    "Name | Hours\nTess | 3 so far",
  ],
  [
    "columns and containers",
    {
      type: "ColumnSet",
      columns: [
        { type: "Column", items: [text("left")] },
        { type: "Column", items: [{ type: "Container", items: [text("right")] }] },
      ],
    },
    "left\nright",
  ],
  [
    "the figures of a pie",
    { type: "Chart.Donut", title: "Hours", data: [{ legend: "Done", value: 30 }], fallback: text("no") },
    "Hours\nDone: 30",
  ],
  ["bars", { type: "Chart.VerticalBar", title: "Units", data: [{ x: "Unit 1", y: 0 }] }, "Units\nUnit 1: 0"],
  [
    "stacked bars",
    {
      type: "Chart.HorizontalBar.Stacked",
      title: "Team",
      data: [{ title: "Tess", data: [{ legend: "Done", value: 2 }] }],
    },
    "Team\nTess\nDone: 2",
  ],
  [
    "gauges",
    { type: "Chart.Gauge", title: "Credits", value: 12, segments: [{ legend: "Of", size: 30 }] },
    "Credits\n12\nOf: 30",
  ],
  [
    "nothing of a chart without figures",
    { type: "Chart.Pie", title: "Empty", data: [], fallback: text("no") },
    "",
  ],
  [
    "labels and choices, not placeholders",
    {
      type: "Input.ChoiceSet",
      label: "Which?",
      placeholder: "Choose",
      errorMessage: "Choose one",
      choices: [{ title: "One", value: "1" }],
    },
    "Which?\nOne",
  ],
  ["the words beside a box", { type: "Input.Toggle", label: "Sure", title: "I am" }, "Sure\nI am"],
  ["nothing that is hidden", { type: "Container", isVisible: false, items: [text("hidden")] }, ""],
  ["no titles of actions", { type: "ActionSet", actions: [execute("Skip", "skip")] }, ""],
])("a card reads %s", (_, element, read) => {
  expect(textOf(card([element]))).toBe(read);
});

test("all that can be pressed is found, wherever it stands", () => {
  const activity = card(
    [
      { type: "Container", items: [text("x")], selectAction: execute("Open", "open") },
      { type: "Input.Text", id: "note", inlineAction: execute("Send", "send") },
      { type: "ActionSet", actions: [execute("Skip", "skip", { n: 1 })] },
    ],
    [{ type: "Action.OpenUrl", title: "Read", url: "https://example.org" }],
  );
  expect(actionsOf(activity)).toMatchObject([
    { title: "Read", verb: null, type: "Action.OpenUrl", fallback: null },
    { title: "Open", verb: "open" },
    { title: "Send", verb: "send" },
    {
      title: "Skip",
      verb: "skip",
      data: { n: 1 },
      fallback: { type: "Action.Submit", data: { n: 1, verb: "skip" } },
    },
  ]);
});

test("all that can be filled in is found with what stands in it", () => {
  const choices = [{ title: "One", value: "1" }];
  const activity = card([
    {
      type: "Input.ChoiceSet",
      id: "which",
      label: "Which?",
      choices,
      value: "1",
      isRequired: true,
      errorMessage: "!",
    },
    { type: "Input.Number", id: "hours", value: 3 },
    { type: "Input.Text", id: "hidden", isVisible: false },
  ]);
  expect(inputsOf(activity)).toMatchObject([
    {
      id: "which",
      kind: "ChoiceSet",
      label: "Which?",
      choices,
      value: "1",
      isRequired: true,
      errorMessage: "!",
    },
    { id: "hours", kind: "Number", label: "", choices: [], value: "3", isRequired: false, errorMessage: "" },
  ]);
});
