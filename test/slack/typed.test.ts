import { describe, expect, test } from "vitest";
import { typedIn } from "../../src/channels/slack/typed.ts";

describe("what was typed in Slack", () => {
  test.each([
    ["9:00am-10:30am", "9:00am-10:30am"],
    ["3:30pm: 2 hours with groups", "3:30pm: 2 hours with groups"],
    ["10 hours (9:30am: group, 1:30pm: one)", "10 hours (9:30am: group, 1:30pm: one)"],
    ["maths:english:both", "maths:english:both"],
    ["7h30, 2*3, snake_case_word", "7h30, 2*3, snake_case_word"],
    ["&lt;3 hours of C# &amp; maths", "<3 hours of C# & maths"],
    ["well done :tada: :+1: yes", "well done yes"],
    ["*_both_* and ~neither~ `code`", "both and neither code"],
    ["ask <@U0BOB|bob> in <#C1|staff> about <https://a.example|this> <!here>", "ask in staff about this"],
    ["<mailto:a@b.example|a@b.example>", "a@b.example"],
    ["one\ntwo", "one\ntwo"],
  ])("%s reads as on paper", (typed, read) => {
    expect(typedIn(typed)).toBe(read);
  });
});
