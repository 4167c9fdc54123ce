/** Where a conversation stands is worked out from what was said: back goes over every kind of event, and loses nothing else. */
import { describe, expect, test } from "vitest";
import { joinBy } from "../../src/interview/join.ts";
import { type Event, replay } from "../../src/interview/log.ts";
import { interview } from "./reading.ts";

type Answer = Extract<Event, { kind: "answer" }>["answer"];

const JOIN = joinBy(interview);
const START: Event = { kind: "start", record: null };
const BACK: Event = { kind: "back" };
const ask = (question: string): Event => ({ kind: "ask", question });
const answer = (question: string, told: Answer): Event => ({ kind: "answer", question, answer: told });
const list = (...entries: object[]) => ({ entries: entries as Record<string, unknown>[], isComplete: false });

const COLLEGE = answer("setting", "fe-college");
const DIRECTLY = answer("directly", true);

/** The answers as one object, and what was asked for. */
function standing(events: readonly Event[]) {
  const { answers, asked } = replay(events, JOIN);
  return { answers: Object.fromEntries(answers), asked };
}

describe("replay", () => {
  test.each([
    ["nothing said", [], {}],
    ["a start", [START], {}],
    ["two answers", [START, COLLEGE, DIRECTLY], { setting: "fe-college", directly: true }],
    ["an answer without a start", [COLLEGE], { setting: "fe-college" }],
    ["an answer given again", [START, COLLEGE, answer("setting", "prison")], { setting: "prison" }],
    ["a skip", [START, answer("setting", null)], { setting: null }],
    ["a beginning anew", [START, COLLEGE, START], {}],
    ["a change that was only asked for", [START, COLLEGE, ask("setting")], { setting: "fe-college" }],
    [
      "a change",
      [START, COLLEGE, DIRECTLY, ask("setting"), answer("setting", "prison")],
      { setting: "prison", directly: true },
    ],
  ] as const)("after %s the answers are what was said last", (_, events, answers) => {
    expect(standing(events).answers).toEqual(answers);
  });

  test("keeps the answers in the order in which they were last given", () => {
    const events = [START, COLLEGE, DIRECTLY, answer("setting", "prison")];
    expect([...replay(events, JOIN).answers.keys()]).toEqual(["directly", "setting"]);
  });

  test("begins from the record that it was given", () => {
    const record = { format: "signpost.record/1", edition: "lluk-2010" };
    expect(replay([{ kind: "start", record }], JOIN).base).toEqual(record);
  });
});

describe("back", () => {
  test.each([
    ["an answer", [START, COLLEGE, DIRECTLY], { setting: "fe-college" }, "directly"],
    ["the first answer", [START, COLLEGE], {}, "setting"],
    ["a skip", [START, COLLEGE, answer("directly", null)], { setting: "fe-college" }, "directly"],
    [
      "an answer given again",
      [START, COLLEGE, answer("setting", "prison")],
      { setting: "fe-college" },
      "setting",
    ],
    [
      "a changed answer",
      [START, COLLEGE, DIRECTLY, ask("setting"), answer("setting", "prison")],
      { setting: "fe-college", directly: true },
      "setting",
    ],
    [
      "a typed level with its words",
      [START, COLLEGE, answer("english", { choice: "level-2", typed: "Level 2, GCSE" })],
      { setting: "fe-college" },
      "english",
    ],
    [
      "an entry added to a list",
      [START, answer("practice", list({ hours: 3 })), answer("practice", list({ hours: 3 }, { hours: 5 }))],
      { practice: list({ hours: 3 }) },
      "practice",
    ],
    [
      "an entry taken out of a list",
      [START, answer("practice", list({ hours: 3 }, { hours: 5 })), answer("practice", list({ hours: 5 }))],
      { practice: list({ hours: 3 }, { hours: 5 }) },
      "practice",
    ],
    [
      "a field of an entry",
      [
        START,
        answer("practice", list({ hours: 3 })),
        answer("practice", list({ hours: 3, with: ["groups"] })),
      ],
      { practice: list({ hours: 3 }) },
      "practice",
    ],
    ["the review", [START, COLLEGE, answer("review", "right")], { setting: "fe-college" }, "review"],
    [
      "a problem that was left as it is",
      [START, COLLEGE, answer("check:unit-twice@units[1]:It is twice.", "right")],
      { setting: "fe-college" },
      "check:unit-twice@units[1]:It is twice.",
    ],
  ] as const)("over %s brings back what was before, and asks it again", (_, events, answers, asked) => {
    expect(standing([...events, BACK])).toEqual({ answers, asked });
  });

  test("over a beginning anew brings the earlier answers back", () => {
    expect(standing([START, COLLEGE, DIRECTLY, START, BACK]).answers).toEqual({
      setting: "fe-college",
      directly: true,
    });
  });

  test("over answers given after a beginning anew, and then over that, brings the earlier answers back", () => {
    const events = [START, COLLEGE, START, answer("setting", "prison"), BACK, BACK];
    expect(standing(events).answers).toEqual({ setting: "fe-college" });
  });

  test("over 'change', before the new answer is given, keeps every answer", () => {
    const events = [START, COLLEGE, DIRECTLY, ask("setting"), BACK];
    expect(standing(events)).toEqual({ answers: { setting: "fe-college", directly: true }, asked: null });
  });

  test("twice goes over two answers", () => {
    expect(standing([START, COLLEGE, DIRECTLY, BACK, BACK])).toEqual({ answers: {}, asked: "setting" });
  });

  test("then forward again keeps the new answer", () => {
    const events = [START, COLLEGE, DIRECTLY, BACK, BACK, answer("setting", "prison")];
    expect(standing(events)).toEqual({ answers: { setting: "prison" }, asked: null });
  });

  test.each([1, 2, 5])("%i times more than there is to go back over does no harm", (more) => {
    const events = [START, COLLEGE, ...Array<Event>(1 + more).fill(BACK)];
    expect(standing(events).answers).toEqual({});
  });
});
