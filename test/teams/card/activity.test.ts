import { describe, expect, test } from "vitest";
import { activityFlaws } from "./activity.ts";
import { SAMPLES } from "./sample.ts";

const { form, words } = SAMPLES;
const [attached] = form.attachments;
const SUGGESTED = { actions: [{ type: "imBack", title: "Help", value: "help" }] };
const bytes = (activity: object) => Buffer.byteLength(JSON.stringify(activity));
/** The form, so large as JSON. */
const sized = (size: number) => ({
  ...form,
  locale: "é".padEnd(size - bytes({ ...form, locale: "é" }) + 1, "x"),
});

const REFUSED: readonly (readonly [bad: string, activity: object, path: string, wrong: string])[] = [
  ["another type", { ...words, type: "event" }, "type", "must be message"],
  ["no words", { type: "message" }, "text", "must not be empty without a card"],
  [
    "blank words",
    { type: "message", text: " ", attachments: [] },
    "text",
    "must not be empty without a card",
  ],
  ["two cards", { ...form, attachments: [attached, attached] }, "attachments", "must be no more than 1 card"],
  ["an attachment that is none", { ...form, attachments: [7] }, "attachments[0]", "must be an object"],
  [
    "a card of another kind",
    { ...form, attachments: [{ ...attached, contentType: "application/vnd.microsoft.card.hero" }] },
    "attachments[0].contentType",
    "must be application/vnd.microsoft.card.adaptive",
  ],
  [
    "an attachment without a card",
    { ...form, attachments: [{ ...attached, content: "{}" }] },
    "attachments[0].content",
    "must be a card",
  ],
  ["a card that nothing announces", { ...form, summary: undefined }, "summary", "must say what is new"],
  ["a summary of blanks", { ...words, summary: " " }, "summary", "must say what is new"],
  ["a summary of two lines", { ...form, summary: "One\nTwo" }, "summary", "must be one line"],
  ["a long summary", { ...form, summary: "x".repeat(301) }, "summary", "must be no more than 300 characters"],
  [
    "suggestions beside a card",
    { ...form, suggestedActions: SUGGESTED },
    "suggestedActions",
    "must not be beside a card",
  ],
  [
    "a fourth suggestion",
    { ...words, suggestedActions: { actions: [1, 2, 3, 4] } },
    "suggestedActions.actions",
    "must be no more than 3",
  ],
  ["20 KB and a byte", sized(20 * 1024 + 1), "", "must be no more than 20480 bytes"],
];

const FINE: readonly (readonly [what: string, activity: object])[] = [
  ["words with a suggestion", { ...words, suggestedActions: SUGGESTED }],
  ["a summary of 300 characters", { ...form, summary: "x".repeat(300) }],
  ["20 KB", sized(20 * 1024)],
];

describe("what is around a card", () => {
  test.each(Object.entries(SAMPLES))("takes %s", (_, activity) => {
    expect(activityFlaws(activity)).toEqual([]);
  });

  test.each(REFUSED)("refuses %s", (_, activity, path, wrong) => {
    expect(activityFlaws({ ...activity })).toEqual([{ path, wrong }]);
  });

  test.each(FINE)("takes %s", (_, activity) => {
    expect(activityFlaws({ ...activity })).toEqual([]);
  });

  test("is counted in bytes, not in characters", () => {
    expect(bytes(sized(20 * 1024))).toBe(20 * 1024);
    expect(JSON.stringify(sized(20 * 1024)).length).toBeLessThan(20 * 1024);
  });
});
