/** What people fill in: the inputs of a modal and their bounds. */
import { describe } from "vitest";
import { type Change, changesOf, counts, long, refuses, takes, within } from "./case.ts";
import { changed, input, type Json, modal, plain } from "./samples.ts";

const AT = "/blocks/0/element";
const CROSSED = "must not cross its other bound";
const QUOTED = "must be a number in quotes";
const EMPTY = "must be more than 0 characters";
const NONE = "must be at least 1 items";
const TRIGGERS = "/dispatch_action_config/trigger_actions_on";
const here = (element: unknown): Json => modal({ ...input(element as Json), dispatch_action: true });
const element = (type: string, more: Json = {}): Json => ({ type, action_id: "a", ...more });
const rich = {
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "A" }] }],
};
const heard = {
  dispatch_action_config: { trigger_actions_on: ["on_enter_pressed", "on_character_entered"] },
};
const asked = { placeholder: plain("Pick one"), focus_on_load: true };

const NUMBER = element("number_input", {
  is_decimal_allowed: false,
  initial_value: "-2",
  min_value: "-10",
  max_value: "9",
  ...heard,
  ...asked,
});
const LINE = element("plain_text_input", {
  initial_value: "Ann",
  multiline: true,
  min_length: 0,
  max_length: 3_000,
  ...heard,
  ...asked,
});
const RICH = element("rich_text_input", {
  initial_value: rich,
  min_lines: 2,
  max_lines: 100,
  ...heard,
  ...asked,
});
const FINE: Json[] = [
  NUMBER,
  { ...NUMBER, is_decimal_allowed: true, min_value: "-2.5", initial_value: "-2.5" },
  LINE,
  RICH,
  element("email_text_input", { initial_value: "ann@example.org", ...heard, ...asked }),
  element("url_text_input", { initial_value: "https://example.org", ...heard, ...asked }),
];

const CHANGES: readonly (readonly [fine: Json, changes: readonly Change[]])[] = [
  [
    NUMBER,
    [
      [
        "no word on decimals",
        "/is_decimal_allowed",
        undefined,
        "missing required field: is_decimal_allowed",
        "",
      ],
      ["a least that is a number", "/min_value", -10, "must be string"],
      ["a most that is a number", "/max_value", 9, "must be string"],
      ["a start that is a number", "/initial_value", -2, "must be string"],
      ["a least in words", "/min_value", "ten", QUOTED],
      ["an empty most", "/max_value", "", QUOTED],
      ["a start below the least", "/initial_value", "-11", CROSSED],
      ["a start above the most", "/initial_value", "10", CROSSED],
      ["a decimal where none may be", "/max_value", "9.5", "must be a whole number"],
    ],
  ],
  [
    LINE,
    [
      ["no action_id", "/action_id", undefined, "missing required field: action_id", ""],
      ["a length below 0", "/min_length", -1, "must be at least 0"],
      ["a most that is too long", "/max_length", 3_001, "must be at most 3000"],
      ["no length at all", "/max_length", 0, "must be at least 1"],
      ["several lines in words", "/multiline", "yes", "must be boolean"],
      ["an empty placeholder", "/placeholder/text", "", EMPTY],
      [
        "an unknown trigger",
        "/dispatch_action_config/trigger_actions_on/0",
        "on_blur",
        "must be on_enter_pressed or on_character_entered",
      ],
      ["no trigger", TRIGGERS, [], NONE],
      ["too many triggers", TRIGGERS, Array(3).fill("on_enter_pressed"), "must be no more than 2 items"],
    ],
  ],
  [{ ...NUMBER, initial_value: undefined }, [["bounds that cross", "/min_value", "10", CROSSED]]],
  [{ ...LINE, max_length: 8 }, [["lengths that cross", "/min_length", 9, CROSSED]]],
  [
    { ...LINE, max_length: undefined },
    [["a least that is too long", "/min_length", 3_001, "must be at most 3000"]],
  ],
  [
    RICH,
    [
      ["words for rich text", "/initial_value", "A", "must be object"],
      ["no lines", "/min_lines", 0, "must be at least 1"],
      ["too many lines", "/max_lines", 101, "must be at most 100"],
      ["lines that cross", "/max_lines", 1, CROSSED, "/min_lines"],
    ],
  ],
];

describe.each(CHANGES.map(([fine, changes]) => [String(fine.type), fine, changes] as const))(
  "in a %s,",
  (_type, fine, changes) => {
    refuses(within("modal", here, AT, changesOf(fine, changes)));
  },
);

describe("in an input,", () => {
  takes(FINE.map((it, at) => [`fine ${it.type} ${at + 1}`, "modal", here(it)]));
  counts(
    long("modal", here, AT, [
      ["an action_id", 255, (text) => ({ ...LINE, action_id: text }), "/action_id"],
      ["a first text", 3_000, (text) => ({ ...LINE, initial_value: text }), "/initial_value"],
      ["a placeholder", 150, (text) => changed(LINE, "/placeholder/text", text), "/placeholder/text"],
    ]),
  );
});
