/** What is typed behind "what if", read as plain data, and what that comes to for one person. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deskOf } from "../../src/app/house.ts";
import { supposable } from "../../src/bot/commands/supposing.ts";
import { joinBy } from "../../src/interview/join.ts";
import { type Event, type LoggedAnswer, replay } from "../../src/interview/log.ts";
import { entryShown } from "../../src/interview/shown.ts";
import { readSupposition } from "../../src/interview/suppose.ts";
import { supposedEvents } from "../../src/interview/suppose-events.ts";
import type { Supposed, Supposition } from "../../src/interview/supposed.ts";
import { recordOf } from "../../src/interview/told.ts";
import { interview, library, questionNamed, TODAY } from "./reading.ts";

const scope = supposable(deskOf(library), TODAY);

/** What was read, one short text a part; or why not. */
function readAs(typed: string): readonly string[] | string {
  const read = readSupposition(scope, typed);
  return "problem" in read ? read.problem : read.answer.map(shown);
}

function shown(part: Supposed): string {
  switch (part.kind) {
    case "move":
      return `to ${part.qualification}`;
    case "answer":
      return `${part.question}: ${part.answer}`;
    case "named":
      return part.entries.map(({ unit, level = "?" }) => `${unit}/${level}`).join(" ");
    case "amount": {
      const entries = part.entries.map((each) =>
        entryShown(questionNamed(part.question), each, interview.words),
      );
      return `${part.question} ${part.isTotal ? "=" : "+"} ${entries.join("; ")}`;
    }
  }
}

/** Throws where it is not understood. */
function read(typed: string): Supposition {
  const understood = readSupposition(scope, typed);
  if ("problem" in understood) throw new Error(understood.problem);
  return understood.answer;
}

describe("a supposition", () => {
  test.each<[string, string[]]>([
    ["I do O06 and O07", ["O06/3 O07/3"]],
    ["I do O6 & o7?", ["O06/3 O07/3"]],
    ["O06", ["O06/3"]],
    ["I did M1", ["M1/?"]],
    ["I had M1 at level 2", ["M1/2"]],
    ["I do O03", ["O03/2"]],
    ["I do O01 at level 2", ["O01/2"]],
    ["I finished M2, M3 and M4", ["M2/3 M3/3 M4/3"]],
    ["I do M1 to M4", ["M1/? M2/3 M3/3 M4/3"]],
    ["I did O06, O06 and O06", ["O06/3"]],
    ["I was doing O06", ["O06/3"]],
    ["I planned O06", ["O06/3"]],
    ["I did the mentoring unit and family learning", ["O06/3 O07/3"]],
    ["I took Preparing for the mentoring role", ["O06/3"]],
    ["everyone did O06 and O07", ["O06/3 O07/3"]],
    ["I had the ICT awareness award", ["O03/2 O09/2 O10/2"]],
    ["I had the award", ["M1/?"]],
    ["I had the Level 2 Award in Learning Support", ["M1/2"]],
    ["I had 5 more hours of numeracy", ["practice + 5 hours, numeracy"]],
    ["I did 5 hours of numeracy", ["practice + 5 hours, numeracy"]],
    ["I had another hour of literacy", ["practice + 1 hour, literacy"]],
    ["I did half an hour more of literacy", ["practice + 0.5 hours, literacy"]],
    ["I had an extra 2 hours and 30 minutes with groups", ["practice + 2.5 hours, with groups"]],
    ["I worked 7h30 one to one", ["practice + 7.5 hours, with individuals"]],
    ["I get 5 hours of voluntary practice tomorrow", ["practice + 5 hours, voluntary"]],
    ["I had 30 hours", ["practice = 30 hours"]],
    ["30 hours in all", ["practice = 30 hours"]],
    ["I had 10 hours of numeracy", ["practice = 10 hours, numeracy"]],
    [
      "I had 30 hours in total, 10 literacy, 12 numeracy",
      ["practice = 10 hours, literacy; 12 hours, numeracy; 8 hours"],
    ],
    ["I had 30 minutes more practice in maths", ["practice + 0.5 hours, numeracy"]],
    [
      "I got observed for 60 minutes in numeracy by a specialist",
      ["observations + 60 minutes, numeracy, specialist observer: Yes"],
    ],
    ["I had 2 observations of an hour", ["observations + 60 minutes; 60 minutes"]],
    ["I was observed 2 x 45 min in numeracy", ["observations + 45 minutes, numeracy; 45 minutes, numeracy"]],
    ["I had 2 more observations of an hour", ["observations + 60 minutes; 60 minutes"]],
    ["I had another observation of 60 minutes", ["observations + 60 minutes"]],
    ["I got my level 2 maths", ["maths: level-2"]],
    ["I passed GCSE maths", ["maths: level-2"]],
    ["I am observed for an hour in literacy next week", ["observations + 60 minutes, literacy"]],
    ["my practice was assessed for 2 hours", ["observations + 120 minutes"]],
    [
      "I was observed for 60 minutes in numeracy and 45 minutes in literacy",
      ["observations + 60 minutes, numeracy", "observations + 45 minutes, literacy"],
    ],
    [
      "I was observed for 60 minutes in numeracy and did 5 more hours",
      ["observations + 60 minutes, numeracy", "practice + 5 hours"],
    ],
    ["my maths was level 2", ["maths: level-2"]],
    ["I had level 2 in maths", ["maths: level-2"]],
    ["my maths is 2", ["maths: level-2"]],
    ["my english was below level 2", ["english: below"]],
    ["I had GCSE maths", ["maths: level-2"]],
    ["I had GCSE maths grade B", ["maths: level-2"]],
    ["I passed GCSEs in English and maths", ["english: level-2", "maths: level-2"]],
    ["English and maths were level 2", ["english: level-2", "maths: level-2"]],
    ["I had level 2 in English and level 1 in maths", ["english: level-2", "maths: level-1"]],
    ["I was not leading", ["leader: someone-else"]],
    ["I wasn't leading the learning", ["leader: someone-else"]],
    ["someone else led the lessons", ["leader: someone-else"]],
    ["I led the learning", ["leader: me"]],
    ["I had a mentor", ["mentor: true"]],
    ["I had no mentor", ["mentor: false"]],
    ["I didn't have a mentor", ["mentor: false"]],
    ["I worked directly with learners", ["directly: true"]],
    ["I had an initial assessment", ["initial-assessment: true"]],
    ["my provider agreed my workplace", ["location: yes"]],
    ["I could get help from specialists", ["specialist-access: true"]],
    ["I worked in a prison", ["setting: prison"]],
    ["I moved to a school", ["setting: school"]],
    ["I wanted to specialise", ["specialise: yes"]],
    ["I wanted something small", ["aim: small"]],
    ["I mostly supported disabled learners", ["supports: ldd"]],
    ["I supported maths", ["supports: lln", "areas: numeracy"]],
    ["I moved to the specialist certificate", ["to certificate-lln"]],
    ["I switch to the LLN certificate", ["to certificate-lln"]],
    ["I go for the general one", ["to certificate"]],
    ["I changed to certificate-lln", ["to certificate-lln"]],
    ["I did the award instead", ["to award"]],
    ["I did the general certificate", ["to certificate"]],
    ["I moved to the Level 3 Certificate in Learning Support", ["to certificate"]],
    [
      "I did O06, had GCSE maths, 5 more hours of numeracy and a mentor",
      ["O06/3", "maths: level-2", "practice + 5 hours, numeracy", "mentor: true"],
    ],
    [
      "my maths was level 2 and I moved to the specialist certificate",
      ["maths: level-2", "to certificate-lln"],
    ],
    ["GCSE maths and 30 hours", ["maths: level-2", "practice + 30 hours"]],
    ["I had GCSE maths and 30 hours", ["maths: level-2", "practice = 30 hours"]],
  ])("'%s' is read", (typed, parts) => {
    expect(readAs(typed)).toEqual(parts);
  });

  test.each<[string, string]>([
    ["banana", "banana"],
    ["yes", "yes"],
    ["5", "5"],
    ["1, 2 and 3", "1"],
    ["M99", "M99"],
    ["and and and", "and and and"],
    ["???", "???"],
    ["I do O06 and fly to the moon", "fly to the moon"],
    ["I did not do O06", "I did not do O06"],
    ["I do O06 or O07", "I do O06 or O07"],
    ["I moved to another planet", "I moved to another planet"],
    [
      "I moved from the award to the general certificate",
      "I moved from the award to the general certificate",
    ],
    ["I had 30", "I had 30"],
    ["I hated maths", "I hated maths"],
    ["I passed maths", "I passed maths"],
    ["I had GCSE maths at grade 3", "I had GCSE maths at grade 3"],
    ["'; drop table people; --", "drop table people"],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["ignore all rules and give me the certificate", "ignore all rules"],
    ["I had 45 minutes of numeracy", "I had 45 minutes of numeracy"],
  ])("'%s' is not taken for anything, and the words in question are said back", (typed, words) => {
    expect(readAs(typed)).toEqual(expect.stringContaining(words));
  });

  test.each<[string, string]>([
    ["I had 99999 hours", "the most is 10000"],
    ["I had -5 hours", "one length of time"],
    ["I had 5 hours of numeracy or literacy", "Numeracy · Literacy"],
    ["I had 30 hours in all, 20 literacy, 20 numeracy", "The parts come to 40 hours"],
    ["I had 45 minutes of numeracy", "practice or an observation"],
    [`I did O06 ${"and O07 ".repeat(60)}`, "up to 300 characters"],
  ])("'%s' cannot be, and why is said", (typed, words) => {
    expect(readAs(typed)).toEqual(expect.stringContaining(words));
  });

  test("says of a certificate that is not in the source how it was taken", () => {
    const [part] = read("I had GCSE maths");
    expect(part?.kind === "answer" && part.note).toContain("your provider confirms");
    const [own] = read("my maths was level 2");
    expect(own?.kind === "answer" && own.note).toBeNull();
  });

  test("is understood in every example that is offered", () => {
    const [usual = ""] = interview.words.commands.whatIf;
    const lines = interview.words.whatIf.kinds.flatMap((kind) => kind.match(/what if [^;]+/g) ?? []);
    const all = [...lines, ...interview.words.whatIf.examples.map(({ line }) => line)];
    expect(all.length).toBeGreaterThan(8);
    expect(all.filter((line) => typeof readAs(line.replace(usual, "")) === "string")).toEqual([]);
  });

  test("is data or a sentence, whatever is typed", () => {
    const words = fc.constantFrom(
      ..."O06 M1 level 2 5 more hours and , not maths GCSE moved to the award 60 min or".split(" "),
    );
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(typed, (line) => {
        const understood = readSupposition(scope, line);
        if ("problem" in understood) return understood.problem.length > 0;
        return structuredClone(understood.answer).length > 0;
      }),
    );
  });
});

const answer = (question: string, told: LoggedAnswer): Event => ({ kind: "answer", question, answer: told });
const list = (isComplete: boolean, ...entries: Record<string, unknown>[]) => ({ entries, isComplete });
const achieved = (unit: string, level: number) => ({ unit, level, status: "achieved" });

/** How a record would be, and whether each part is so already. */
function supposedFor(events: readonly Event[], typed: string) {
  const join = joinBy(interview);
  const supposed = supposedEvents(interview, replay(events, join), read(typed));
  const record = recordOf(interview, replay([...events, ...supposed.events], join));
  return { record, already: supposed.effects.map(({ isAlready }) => isAlready) };
}

describe("for one person", () => {
  test.each<[string, Event[], string, object, boolean[]]>([
    [
      "a unit at either level is taken at the higher one",
      [],
      "I do M1",
      { units: [achieved("M1", 3)] },
      [false],
    ],
    [
      "a unit that is under way is finished, at the level that was told",
      [answer("units", list(true, { unit: "M1", level: 2, status: "in-progress" }))],
      "I do M1",
      { units: [achieved("M1", 2)] },
      [false],
    ],
    [
      "a unit at another level takes the place of the one told",
      [answer("units", list(true, achieved("M1", 2)))],
      "I had M1 at level 3",
      { units: [achieved("M1", 3)] },
      [false],
    ],
    [
      "of two units the one that is held changes nothing",
      [answer("units", list(true, achieved("O06", 3)))],
      "I do O06 and O07",
      { units: [achieved("O06", 3), achieved("O07", 3)] },
      [false],
    ],
    [
      "a unit that is held is so already",
      [answer("units", list(true, achieved("O06", 3)))],
      "I do O06",
      { units: [achieved("O06", 3)] },
      [true],
    ],
    [
      "more hours come on top, and a list told in full stays so",
      [answer("practice", list(true, { hours: 22.5 }))],
      "I had 5 more hours",
      { practice: [{ hours: 22.5 }, { hours: 5 }], practiceComplete: true },
      [false],
    ],
    [
      "more hours leave open whether that is all, where it was open",
      [answer("practice", list(false, { hours: 22.5 }))],
      "I had 5 more hours",
      { practice: [{ hours: 22.5 }, { hours: 5 }], practiceComplete: false },
      [false],
    ],
    [
      "a total adds what is missing, and is all there is",
      [answer("practice", list(false, { hours: 22.5 }))],
      "I had 30 hours",
      { practice: [{ hours: 22.5 }, { hours: 7.5 }], practiceComplete: true },
      [false],
    ],
    [
      "a total in one area adds what is missing there",
      [answer("practice", list(true, { hours: 20, area: "literacy" }, { hours: 4, area: "numeracy" }))],
      "I had 10 hours of numeracy",
      {
        practice: [
          { hours: 20, area: "literacy" },
          { hours: 4, area: "numeracy" },
          { hours: 6, area: "numeracy" },
        ],
      },
      [false],
    ],
    [
      "a total with its parts adds what is missing of each, and the rest",
      [answer("practice", list(true, { hours: 9, area: "literacy" }))],
      "I had 30 hours in all, 10 literacy, 12 numeracy",
      {
        practice: [
          { hours: 9, area: "literacy" },
          { hours: 1, area: "literacy" },
          { hours: 12, area: "numeracy" },
          { hours: 8 },
        ],
      },
      [false],
    ],
    [
      "a total that is reached is so already",
      [answer("practice", list(true, { hours: 31 }))],
      "I had 30 hours",
      { practice: [{ hours: 31 }] },
      [true],
    ],
    [
      "two amounts in one line both count",
      [],
      "I had 5 more hours of literacy and 3 more hours of numeracy",
      {
        practice: [
          { hours: 5, area: "literacy" },
          { hours: 3, area: "numeracy" },
        ],
      },
      [false, false],
    ],
    [
      "an area comes on top of those told",
      [answer("supports", "lln"), answer("areas", ["literacy"])],
      "I supported numeracy",
      { role: { supports: "lln", areas: ["literacy", "numeracy"] } },
      [true, false],
    ],
    [
      "the same level in other words is so already",
      [answer("maths", { choice: "level-2", typed: "GCSE" })],
      "my maths was level 2",
      { skills: { maths: { level: 2 } } },
      [true],
    ],
    [
      "what was not sure is not so yet",
      [answer("mentor", null)],
      "I had a mentor",
      { mentor: true },
      [false],
    ],
    ["a move tells nothing", [answer("mentor", true)], "I moved to the award", { mentor: true }, [false]],
  ])("%s", (_, events, typed, record, already) => {
    const supposed = supposedFor(events, typed);
    expect(supposed.record).toMatchObject(record);
    expect(supposed.already).toEqual(already);
  });

  test("nothing of the state is touched", () => {
    const join = joinBy(interview);
    const state = replay([answer("practice", list(true, { hours: 4 }))], join);
    const before = structuredClone(state);
    supposedEvents(interview, state, read("I had 30 hours and did O06"));
    expect(state).toEqual(before);
  });
});
