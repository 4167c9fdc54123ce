/** Four thousand characters of anything: every reader answers or asks, and none throws. */
import { describe, expect, test } from "vitest";
import { findCommand } from "../../src/bot/commands/commands.ts";
import { cleaned, LONGEST_TEXT } from "../../src/chat/turn.ts";
import { findDate } from "../../src/interview/reading/date.ts";
import { durationText, findDurations } from "../../src/interview/reading/duration.ts";
import { readNumber } from "../../src/interview/reading/number.ts";
import { answerTo, entriesIn, interview, readBy, TODAY } from "./reading.ts";

/** As much of it as anybody can send. */
function filled(piece: string): string {
  return piece.repeat(Math.ceil(LONGEST_TEXT / piece.length)).slice(0, LONGEST_TEXT);
}

const INPUTS: readonly (readonly [string, string])[] = [
  ["nothing", ""],
  ["digits", filled("1")],
  ["digits with points", filled("1.")],
  ["thousands", filled("1,000,")],
  ["letters", filled("a")],
  ["short words", filled("abcd ")],
  ["hours", filled("hours ")],
  ["hours hours hours", filled("hours")],
  ["one hour after another", filled("1 hour ")],
  ["hours and halves", filled("an hour and a half and ")],
  ["minutes in a row", filled("45 min, ")],
  ["times", filled("3 x ")],
  ["clock times", filled("1:1:")],
  ["number words", filled("twenty ")],
  ["fractions", filled("1/2 ")],
  ["dates", filled("10 March 2010 ")],
  ["dates in figures", filled("10/3/2010,")],
  ["days ago", filled("1 day ago ")],
  ["brackets", filled("(")],
  ["brackets of all kinds", filled("([{}])")],
  ["backslashes", filled("\\")],
  ["regular expressions", filled("(a+)+$")],
  ["emoji", filled("😀")],
  ["joined emoji", filled("👩‍👩‍👧‍👦")],
  ["half of a surrogate pair", filled("\ud83d")],
  ["marks on a letter", `e${filled("\u0301").slice(1)}`],
  ["text from right to left", filled("\u202eabc")],
  ["control characters", filled("\u0000\u0007")],
  ["spaces in between", `a${filled(" ").slice(2)}b`],
  ["line breaks", filled("\n")],
  ["commas", filled(",")],
  ["semicolons", filled(";")],
  ["units", filled("M1, ")],
  ["ranges of units", filled("M1-M4 ")],
  ["titles of units", filled("Equality and Diversity, ")],
  ["a total with many parts", `30 hours in all, ${filled("1 literacy, ")}`.slice(0, LONGEST_TEXT)],
  ["yes and no", filled("yes no ")],
  ["the names of built-in things", "__proto__ constructor toString hasOwnProperty"],
  ["markup", "<script>alert(1)</script> & <!-- -->"],
  ["a database command", "'; drop table events; --"],
];

const READERS: readonly (readonly [string, (typed: string) => unknown])[] = [
  ["cleaning", cleaned],
  ["commands", (typed) => findCommand(typed, interview.words)],
  ["lengths of time", (typed) => findDurations(durationText(typed))],
  ["hours", (typed) => readBy("hours", typed, { max: 10_000 })],
  ["dates", (typed) => findDate(typed, TODAY)],
  ["a date", (typed) => readBy("date", typed)],
  ["numbers", readNumber],
  ["yes or no", (typed) => answerTo("directly", typed)],
  ["a choice", (typed) => answerTo("setting", typed)],
  ["several choices", (typed) => answerTo("areas", typed)],
  ["units", (typed) => entriesIn("units", typed)],
  ["practice", (typed) => entriesIn("practice", typed)],
  ["observations", (typed) => entriesIn("observations", typed)],
];

describe.each(INPUTS)("%s", (_, typed) => {
  test.each(READERS)("does not throw in reading %s", { timeout: 120_000 }, (_name, read) => {
    expect(() => read(typed)).not.toThrow();
  });
});

describe("a number too great for a number", () => {
  test("is no amount: the person is asked", () => {
    expect(readBy("hours", "1".repeat(400), { max: 10_000 })).toBe("asks again");
  });
});
