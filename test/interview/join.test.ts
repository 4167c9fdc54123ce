/** What two people told, brought together: nothing that either answered is lost, and only what differs is asked about. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/facts/entry.ts";
import { hear } from "../../src/interview/answer.ts";
import { joinBy, joiningOf, together } from "../../src/interview/join.ts";
import { type Event, type LoggedAnswer, replay, type State } from "../../src/interview/log.ts";
import { openById } from "../../src/interview/open.ts";
import type { Question } from "../../src/interview/question.ts";
import { answerOf, recordOf } from "../../src/interview/told.ts";
import { around, interview, questionNamed } from "./reading.ts";

const JOIN = joinBy(interview);
const START: Event = { kind: "start", record: null };
const answer = (question: string, told: LoggedAnswer): Event => ({ kind: "answer", question, answer: told });
const stateOf = (events: readonly Event[]) => replay(events, JOIN);

/** The first has told its events in Slack, the second in Teams. */
function joined(first: readonly Event[], second: readonly Event[]): readonly Event[] {
  return [...first, joiningOf(interview, stateOf(second), "teams", "slack")];
}

/** The answers that stand, and the questions that are open, after the second has joined the first. */
function standing(first: readonly Event[], second: readonly Event[]) {
  const { answers, conflicts } = stateOf(joined(first, second));
  return { answers: Object.fromEntries(answers), differ: conflicts.map(({ question }) => question) };
}

const list = (...entries: Record<string, unknown>[]) => ({ entries, isComplete: true });

describe("joining", () => {
  test.each<[string, Event[], Event[], Record<string, LoggedAnswer>, string[]]>([
    ["takes over what only the other told", [START], [answer("mentor", true)], { mentor: true }, []],
    ["leaves the same answer", [answer("mentor", true)], [answer("mentor", true)], { mentor: true }, []],
    [
      "asks about a different one",
      [answer("mentor", true)],
      [answer("mentor", false)],
      { mentor: true },
      ["mentor"],
    ],
    [
      "asks about one that tells two facts the other way round",
      [answer("leader", "me")],
      [answer("leader", "someone-else")],
      { leader: "me" },
      ["leader"],
    ],
    ["lets 'not sure' give way", [answer("mentor", null)], [answer("mentor", false)], { mentor: false }, []],
    [
      "does not let an answer give way to 'not sure'",
      [answer("mentor", true)],
      [answer("mentor", null)],
      { mentor: true },
      [],
    ],
    ["takes 'not sure' over", [START], [answer("mentor", null)], { mentor: null }, []],
    [
      "knows the same choice by other words",
      [answer("english", { choice: "level-2", typed: "GCSE" })],
      [answer("english", "level-2")],
      { english: { choice: "level-2", typed: "GCSE" } },
      [],
    ],
    [
      "knows the same areas in another order",
      [answer("areas", ["literacy", "numeracy"])],
      [answer("areas", ["numeracy", "literacy"])],
      { areas: ["literacy", "numeracy"] },
      [],
    ],
    [
      "knows the same entries in another order, whatever is not known of them",
      [answer("practice", list({ hours: 1 }, { hours: 2, area: null }))],
      [answer("practice", list({ hours: 2 }, { hours: 1, date: null }))],
      { practice: list({ hours: 1 }, { hours: 2, area: null }) },
      [],
    ],
    [
      "does not take over what was looked over",
      [answer("mentor", true)],
      [answer("review", "right")],
      { mentor: true },
      [],
    ],
    ["does not take over questions that are there no more", [START], [answer("gone", "yes")], {}, []],
  ])("%s", (_, first, second, answers, differ) => {
    expect(standing(first, second)).toEqual({ answers, differ });
  });

  test("leaves nothing to look over once more where nothing new was told", () => {
    const events = [answer("mentor", true), answer("review", "right")];
    expect([...stateOf(joined(events, [answer("mentor", true)])).answers.keys()].at(-1)).toBe("review");
  });
});

describe("entries together", () => {
  test.each<[string, Entry[], Entry[], Entry[]]>([
    ["of both", [{ hours: 1 }], [{ hours: 2 }], [{ hours: 1 }, { hours: 2 }]],
    [
      "once where both have them",
      [{ hours: 1, area: "literacy" }],
      [{ area: "literacy", hours: 1 }],
      [{ hours: 1, area: "literacy" }],
    ],
    [
      "twice where one has them twice",
      [{ hours: 1 }],
      [{ hours: 1 }, { hours: 1 }],
      [{ hours: 1 }, { hours: 1 }],
    ],
    ["without those that were only begun", [{}], [{ hours: 1 }, {}], [{ hours: 1 }]],
  ])("are %s", (_, first, second, entries) => {
    const both = [first, second].map((each) => ({ entries: each, isComplete: true }));
    expect(together(both)).toEqual({ entries, isComplete: true });
  });

  test("are complete where both lists were", () => {
    const lists = [true, false].map((isComplete) => ({ entries: [], isComplete }));
    expect(together(lists).isComplete).toBe(false);
  });
});

const ENTRY = fc.record(
  {
    hours: fc.integer({ min: 1, max: 3 }),
    area: fc.constantFrom("literacy", "numeracy"),
    date: fc.constant(null),
  },
  { requiredKeys: ["hours"] },
);

function answerTo({ kind, choices = [] }: Question): fc.Arbitrary<LoggedAnswer> {
  const ids = choices.map(({ id }) => id);
  if (kind === "list")
    return fc.record({ entries: fc.array(ENTRY, { maxLength: 4 }), isComplete: fc.boolean() });
  if (kind === "many") return fc.subarray(ids, { minLength: 1 });
  return kind === "choice" ? fc.constantFrom(...ids) : fc.boolean();
}

const ANSWERS = fc
  .tuple(
    ...interview.questions.map((question) => fc.option(fc.option(answerTo(question)), { nil: undefined })),
  )
  .map((answers) =>
    answers.flatMap((each, place): Event[] => {
      const id = interview.questions[place]?.id;
      return id === undefined || each === undefined ? [] : [answer(id, each)];
    }),
  );

/** Some tell all by answers; some begin from a record, which may tell levels that no choice does. */
const SIDE = fc
  .record({ before: fc.option(ANSWERS), answers: ANSWERS, level: fc.option(fc.integer({ min: 0, max: 8 })) })
  .map(({ before, answers, level }): Event[] => {
    if (!before) return [START, ...answers];
    const record = recordOf(interview, stateOf(before));
    const skills = record.skills as object | undefined;
    const told = level === null ? record : { ...record, skills: { ...skills, maths: { level } } };
    return [{ kind: "start", record: told }, ...answers];
  });

/** Every conflict settled by its last choice, which for lists is all entries together, or by its first. */
function settled(events: readonly Event[], isLast: boolean): State {
  const state = stateOf(events);
  const [conflict] = state.conflicts;
  if (!conflict) return state;
  const open = openById(interview, state, `conflict:${conflict.question}`);
  if (open?.kind !== "conflict") throw new Error("a conflict is found by its id");
  const chosen = (isLast ? open.options.at(-1) : open.options[0])?.id ?? "";
  const heard = hear(interview, state, open, { chosen: [chosen] }, around);
  if ("problem" in heard) throw new Error(heard.problem);
  return settled([...events, heard.answer.event], isLast);
}

function entriesOf(state: State, question: Question): readonly string[] {
  const told = answerOf(interview, state, question);
  const entries = told && typeof told === "object" && "isComplete" in told ? told.entries : [];
  return entries.map(({ hours, area }) => `${hours} ${area ?? ""}`);
}

describe("whatever two people told", () => {
  test("no question that either has answered is without an answer after they are joined and have chosen", () => {
    fc.assert(
      fc.property(SIDE, SIDE, fc.boolean(), (first, second, isLast) => {
        const sides = [stateOf(first), stateOf(second)];
        const after = settled(joined(first, second), isLast);
        for (const question of interview.questions) {
          const told = sides.map((state) => answerOf(interview, state, question));
          const now = answerOf(interview, after, question);
          if (told.some((each) => each !== undefined)) expect(now, question.id).not.toBeUndefined();
          if (told.some((each) => each !== undefined && each !== null))
            expect(now, question.id).not.toBeNull();
        }
      }),
    );
  });

  test("no entry of either list is lost where both are kept together", () => {
    const lists = ["units", "practice", "observations"].map(questionNamed);
    fc.assert(
      fc.property(SIDE, SIDE, (first, second) => {
        const after = settled(joined(first, second), true);
        for (const question of lists) {
          const left = [...entriesOf(after, question)];
          for (const side of [first, second]) {
            const rest = [...left];
            for (const entry of entriesOf(stateOf(side), question)) {
              expect(rest).toContain(entry);
              rest.splice(rest.indexOf(entry), 1);
            }
          }
        }
      }),
    );
  });

  test("what stood where the code was made stands until another answer is chosen", () => {
    fc.assert(
      fc.property(SIDE, SIDE, (first, second) => {
        const [before, after] = [stateOf(first), stateOf(joined(first, second))];
        for (const question of interview.questions) {
          const told = answerOf(interview, before, question);
          if (told !== undefined && told !== null) expect(answerOf(interview, after, question)).toEqual(told);
        }
      }),
    );
  });
});
