/** Words that steer the conversation, and words that only look like them. */
import { describe, expect, test } from "vitest";
import { findCommand } from "../../src/bot/commands/commands.ts";
import { interview } from "./reading.ts";

const { words } = interview;

/** The command that the typed words are, or null. */
const commandIn = (typed: string) => findCommand(typed, words)?.command.word ?? null;

describe("a command", () => {
  test.each([
    ["start", "start"],
    ["START!", "start"],
    ["start again", "start"],
    ["back", "back"],
    ["go back", "back"],
    ["why?", "why"],
    ["why do you ask?", "why"],
    ["review", "review"],
    ["gaps", "gaps"],
    ["what's left?", "gaps"],
    ["stop", "stop"],
    ["resume", "resume"],
    ["help", "help"],
    ["export", "export"],
    ["forget me", "forget"],
    ["forget me for good", "forget"],
    ["change 3", "change"],
    ["change who leads", "change"],
    ["log practice 3 hours", "log"],
    ["link", "link"],
    ["Link my account", "link"],
    ["link K7QM-3XPA", "link"],
    ["UNLINK", "unlink"],
    ["What if?", "whatIf"],
    ["what if I do O06 and O07", "whatIf"],
    ["What would happen if I had a mentor?", "whatIf"],
    ["suppose I had 5 more hours", "whatIf"],
  ])("'%s' is %s", (typed, command) => {
    expect(commandIn(typed)).toBe(command);
  });

  test.each([
    "skip",
    "not sure",
    "Not sure.",
    "NOT SURE!!!",
    "don't know",
    "I don't know",
    "no idea",
    "I'm not sure",
    "I am not sure",
    "im not sure",
    "not sure about that",
    "not really sure",
  ])("'%s' leaves the question open", (typed) => {
    expect(commandIn(typed)).toBe("skip");
  });

  test.each([
    "yes",
    "correct",
    "that's correct",
    "right",
    "no",
    "fine",
    "ok",
    "all",
    "done",
    "more",
    "none",
    "full",
  ])("'%s' is an answer, not a command", (typed) => {
    expect(commandIn(typed)).toBeNull();
  });

  test.each([
    "start small",
    "I stopped working there",
    "help with reading",
    "back to work",
    "review meetings",
    "linked to a tutor",
    "unlink them",
    "suppose so",
  ])("'%s' only begins like a command", (typed) => {
    expect(commandIn(typed)).toBeNull();
  });

  test("with more words to it is not one with words behind it", () => {
    expect(findCommand("link my account", words)?.rest).toBe("");
  });

  test("what is typed behind a command is kept as it was typed", () => {
    expect(findCommand("log observation 60 min literacy 10 March, specialist", words)?.rest).toBe(
      "observation 60 min literacy 10 March, specialist",
    );
  });
});
