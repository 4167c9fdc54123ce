/** Nobody is asked who they are, and whoever begins is told to name no learners. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openNew } from "../databases.ts";
import { botAt, IN_SLACK, IN_TEAMS, ON_THE_PAGE, voiceOf, wordsOf } from "./voice.ts";

const PLEASE = "Please do not name any learners.";
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../conversations/${name}.json`, import.meta.url), "utf8"));

/** Every text under a key of this name, however deep. */
function textsOf(value: unknown, key: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === "string" ? [inner] : textsOf(inner, key),
  );
}

describe("names", () => {
  test.each([IN_SLACK, IN_TEAMS, ON_THE_PAGE])("of learners are not to be given: $channel", async (from) => {
    const { db } = await openNew("SQLite");
    const voice = voiceOf(botAt(db), from);
    expect(wordsOf(await voice.say("start"))).toContain(PLEASE);
  });

  test.each(["page", "slack", "teams"])(
    "of learners are not to be given, says the first view: %s",
    (view) => {
      expect(JSON.stringify(read(view))).toContain(PLEASE);
    },
  );

  test("and all else by which people are known are what no question asks for", () => {
    const questions = textsOf(read("interview"), "ask");
    expect(questions.length).toBeGreaterThan(10);
    const known =
      /\b(your|their|learner's|whose) (full |first |last )?(name|address|e-?mail|phone|birth\w*|age|number)\b|who are you|how old/i;
    expect(questions.filter((question) => known.test(question))).toEqual([]);
  });
});
