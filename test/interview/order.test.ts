/** Which question comes next: the order of topics, and nothing that cannot matter any more. */
import { describe, expect, test } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { botFor, turnOf } from "../desk.ts";
import { interview, library, TODAY } from "./reading.ts";

/** Answers by question id; a question that is not named is skipped. */
type Persona = Readonly<Record<string, string>>;

/** The ids of all questions asked, in order, until the person is asked to look them over. */
async function askedOf(persona: Persona): Promise<string[]> {
  const db = await openDatabase(":memory:");
  const bot = botFor(library, db, TODAY);
  const asked: string[] = [];
  let said = "start";
  for (let turn = 0; turn < 80; turn += 1) {
    const { reply } = await bot.receive(turnOf({ text: said }));
    const { prompt } = reply;
    if (!prompt || prompt.question === "review") break;
    asked.push(prompt.question);
    said = persona[prompt.question] ?? "skip";
  }
  await db.destroy();
  return asked;
}

/** Topics in the order in which they were first come to; a topic left and come back to stands twice. */
function topicsOf(asked: readonly string[]): string[] {
  const topics = asked.map(
    (id) => interview.questions.find((each) => each.id === id.split(".")[0])?.topic ?? id,
  );
  return topics.filter((topic, at) => topic !== topics[at - 1]);
}

const SUPPORTER = {
  setting: "college",
  directly: "yes",
  leader: "someone else",
  independence: "yes",
  aim: "full",
};
const GENERAL = { ...SUPPORTER, supports: "lots of subjects" };
const SPECIALIST = {
  ...SUPPORTER,
  supports: "literacy",
  areas: "literacy and numeracy",
  specialise: "yes",
  english: "level 2",
  maths: "level 2",
};
const LISTS = { units: "none", practice: "none", observations: "none" };

const ROUTES: readonly (readonly [string, Persona])[] = [
  ["a general supporter", { ...GENERAL, ...LISTS }],
  ["a specialist with Level 2", { ...SPECIALIST, ...LISTS }],
  ["a specialist below Level 2", { ...SPECIALIST, ...LISTS, english: "level 1" }],
  [
    "a specialist who is not sure of the levels",
    { ...SPECIALIST, ...LISTS, english: "not sure", maths: "not sure" },
  ],
  ["a supporter of learners with disabilities", { ...GENERAL, ...LISTS, supports: "learning difficulties" }],
  ["someone who wants a small start", { ...GENERAL, ...LISTS, aim: "small" }],
  ["someone who has not started", { ...LISTS, setting: "not yet", supports: "lots of subjects" }],
  ["someone who skips all but who leads", { leader: "someone else" }],
];

describe("the order of questions", () => {
  test.each(ROUTES)("%s goes through the topics in their order", async (_, persona) => {
    const topics = topicsOf(await askedOf(persona));
    expect(topics).toEqual(interview.topics.map(({ id }) => id).filter((id) => topics.includes(id)));
  });

  test.each(ROUTES)("%s never comes back to a topic that was left", async (_, persona) => {
    const topics = topicsOf(await askedOf(persona));
    expect(topics).toEqual([...new Set(topics)]);
  });

  test.each(ROUTES)("%s is asked nothing twice", async (_, persona) => {
    const asked = await askedOf(persona);
    expect(asked).toEqual([...new Set(asked)]);
  });

  test.each([
    [
      "a general supporter",
      { ...GENERAL, ...LISTS },
      ["setting", "directly", "leader", "independence", "supports", "aim"],
    ],
    [
      "a specialist",
      { ...SPECIALIST, ...LISTS },
      [
        "setting",
        "directly",
        "leader",
        "independence",
        "supports",
        "areas",
        "specialise",
        "aim",
        "english",
        "maths",
      ],
    ],
  ])("%s is first asked what decides the route", async (_, persona, first) => {
    expect((await askedOf(persona)).slice(0, first.length)).toEqual(first);
  });
});

describe("what cannot matter any more is not asked", () => {
  const AROUND = ["location", "context", "specialist-access", "mentor"];

  test.each([
    [
      "someone who has not started is not asked about a role",
      { ...LISTS, setting: "not yet" },
      ["directly", "leader", "independence", ...AROUND],
    ],
    [
      "someone who has not started is not asked about the main part of a job",
      { ...LISTS, setting: "not yet", supports: "esol" },
      ["specialise"],
    ],
    [
      "a general supporter is not asked about areas or levels",
      { ...GENERAL, ...LISTS },
      ["areas", "specialise", "english", "maths"],
    ],
    [
      "a supporter of learners with disabilities is not asked about areas or levels",
      { ...GENERAL, ...LISTS, supports: "disabilities" },
      ["areas", "specialise", "english", "maths"],
    ],
    [
      "some literacy without the wish to specialise needs no levels",
      { ...SPECIALIST, ...LISTS, specialise: "no" },
      ["english", "maths"],
    ],
    [
      "a small start needs no practice, no observations and no levels",
      { ...SPECIALIST, ...LISTS, aim: "small" },
      ["english", "maths", "practice", "observations", "mentor", "location"],
    ],
    [
      "the specialist certificate needs no initial assessment",
      { ...SPECIALIST, ...LISTS },
      ["initial-assessment", "location"],
    ],
    [
      "whoever leads the learning is asked nothing more",
      { ...GENERAL, leader: "I do" },
      ["independence", "supports", "aim", "units"],
    ],
    [
      "whoever works in a school is asked nothing more",
      { ...GENERAL, setting: "school" },
      ["independence", "supports", "aim", "units"],
    ],
    [
      "a role without learners is asked nothing more",
      { ...GENERAL, directly: "no" },
      ["leader", "independence", "supports", "aim", "units"],
    ],
  ] as const)("%s", async (_, persona, never) => {
    const asked = await askedOf(persona);
    expect(asked.filter((id) => (never as readonly string[]).includes(id))).toEqual([]);
  });

  test.each([
    [
      "the general certificate does not look at the area of an hour",
      GENERAL,
      "practice",
      ["practice.1.area"],
    ],
    [
      "the general certificate does not look at the observer or the role",
      GENERAL,
      "observations",
      ["observations.1.area", "observations.1.observerIsSpecialist", "observations.1.inSpecialistRole"],
    ],
  ] as const)("%s", async (_, persona, list, never) => {
    const told = list === "practice" ? "30 hours" : "60 min";
    const asked = await askedOf({ ...LISTS, ...persona, [list]: told, [`${list}.more`]: "that is all" });
    expect(asked.filter((id) => (never as readonly string[]).includes(id))).toEqual([]);
  });

  test.each([
    ["hours", "practice", "30 hours", ["practice.1.area", "practice.1.with"]],
    [
      "observations",
      "observations",
      "60 min",
      ["observations.1.area", "observations.1.inSpecialistRole", "observations.1.observerIsSpecialist"],
    ],
  ] as const)("the specialist certificate does ask what it looks at in %s", async (_, list, told, needed) => {
    const asked = await askedOf({ ...SPECIALIST, ...LISTS, [list]: told, [`${list}.more`]: "that is all" });
    expect(asked).toEqual(expect.arrayContaining([...needed]));
  });
});
