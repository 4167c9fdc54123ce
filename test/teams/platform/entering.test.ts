/** People fill in what a card asks, and their client keeps back what it does not take. */
import { expect, test } from "vitest";
import { z } from "zod";
import { execute, showing } from "./bot.ts";
import type { Entries } from "./entering.ts";

const choices = ["One", "Two", "Three"].map((title) => ({ title, value: title.toLowerCase() }));
const FORM = [
  { type: "Input.Text", id: "name", label: "Name", isRequired: true, errorMessage: "Tell us", maxLength: 5 },
  { type: "Input.Text", id: "code", label: "Code", regex: "^[A-Z]+$", errorMessage: "Capitals" },
  { type: "Input.Number", id: "hours", label: "Hours", value: 3, min: 1, max: 40, errorMessage: "1 to 40" },
  { type: "Input.Date", id: "day", label: "Day", max: "2026-11-30", errorMessage: "A day till then" },
  { type: "Input.Time", id: "time", label: "Time" },
  { type: "Input.Toggle", id: "sure", label: "Sure", title: "I am" },
  { type: "Input.ChoiceSet", id: "one", label: "Which one", choices },
  { type: "Input.ChoiceSet", id: "many", label: "Which ones", choices, isMultiSelect: true, value: "two" },
  {
    type: "Container",
    isVisible: false,
    items: [{ type: "Input.Text", id: "secret", label: "Secret", value: "hidden" }],
  },
];

const invoked = z.object({ action: z.object({ data: z.unknown() }) });

const pressing = async (inputs: Entries) => {
  const { platform, heard, shown } = await showing(FORM, [execute("Send", "send", { name: "of the app" })]);
  await platform.press("tess", shown, "Send", inputs);
  return invoked.parse(heard[0]?.value).action.data;
};

test("what is left alone is sent as it stood, and nothing of what is empty", async () => {
  expect(await pressing({ name: "Tess" })).toEqual({
    name: "Tess",
    hours: "3",
    sure: "false",
    many: "two",
    secret: "hidden",
  });
});

test("every value is sent as words", async () => {
  expect(
    await pressing({
      Name: "Tess",
      code: "ABC",
      hours: 4.5,
      day: "2026-11-15",
      time: "09:30",
      sure: true,
      one: "Two",
      many: ["One", "three"],
    }),
  ).toEqual({
    name: "Tess",
    code: "ABC",
    hours: "4.5",
    day: "2026-11-15",
    time: "09:30",
    sure: "true",
    one: "two",
    many: "one,three",
    secret: "hidden",
  });
});

test.each<[string, Entries, string]>([
  ["nothing where something is required", {}, '"name" is required: Tell us'],
  ["more letters than there may be", { name: "Teresa" }, "longer than 5"],
  ["another form", { name: "T", code: "abc" }, "Capitals"],
  ["too little", { name: "T", hours: 0 }, "at least 1"],
  ["too much", { name: "T", hours: "41" }, "at most 40"],
  ["no figure", { name: "T", hours: "many" }, 'takes no "many"'],
  ["a later day", { name: "T", day: "2026-12-01" }, "A day till then"],
  ["no day", { name: "T", day: "tomorrow" }, 'takes no "tomorrow"'],
  ["no choice of the list", { name: "T", one: "Four" }, "there are One | Two | Three"],
  ["two choices where one is asked for", { name: "T", one: ["One", "Two"] }, "Only one"],
  ["into an input that is not there", { name: "T", age: "9" }, 'no input "age"'],
  ["into an input that is hidden", { name: "T", secret: "x" }, 'no input "secret"'],
])("%s is kept back by the client", async (_, inputs, words) => {
  const { platform, heard, shown } = await showing(FORM, [execute("Send", "send")]);
  await expect(platform.press("tess", shown, "Send", inputs)).rejects.toThrow(words);
  expect(heard).toEqual([]);
});

test("a box that must be ticked is", async () => {
  const box = { type: "Input.Toggle", id: "sure", isRequired: true, valueOn: "yes", valueOff: "no" };
  const { platform, heard, shown } = await showing([box], [execute("Send", "send")]);
  await expect(platform.press("tess", shown, "Send", { sure: false })).rejects.toThrow("is required");
  await platform.press("tess", shown, "Send", { sure: true });
  expect(heard).toMatchObject([{ value: { action: { data: { sure: "yes" } } } }]);
});

test("an action that wants no inputs sends none, whatever stands in them", async () => {
  const skip = { ...execute("Skip", "skip", { n: 1 }), associatedInputs: "none" };
  const { platform, heard, shown } = await showing(FORM, [skip]);
  await platform.press("tess", shown, "Skip");
  expect(heard).toMatchObject([{ value: { action: { data: { n: 1 } } } }]);
  expect(JSON.stringify(heard)).not.toContain("hidden");
});
