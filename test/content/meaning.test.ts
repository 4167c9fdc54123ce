import { describe } from "vitest";
import { itFinds, LLUK, leaf, requirement } from "./broken.ts";

const AWARD = `${LLUK}/requirements/award.json`;
const RECOMMEND = `${LLUK}/recommend.json`;
const INTERVIEW = "conversations/interview.json";
const all = (...leaves: unknown[]) => ({ all: leaves });
const any = (...leaves: unknown[]) => ({ any: leaves });
const added = (conditions: unknown, params: object = {}) => ({
  file: AWARD,
  at: "requirements[+]",
  value: requirement("award.more", conditions, params),
});
const unexpected = (statuses: string) => ({
  at: "requirements[+]",
  says: `no scenario expects "award.more" to be ${statuses}`,
});

describe("what conditions come to", () => {
  itFinds([
    {
      wrong: "a requirement asks for more credits than there are",
      change: { file: AWARD, at: "requirements[award.unit].conditions.all[0].value", value: 7 },
      found: {
        at: "requirements[award.unit].conditions",
        says: '"award.unit" can never be met: credits.award is between 0 and 6',
      },
    },
    {
      wrong: "a requirement contradicts itself",
      change: added(all(leaf("practice.hours", "greaterThan", 10), leaf("practice.hours", "lessThan", 10))),
      found: {
        at: "requirements[+].conditions",
        says: '"award.more" can never be met: practice.hours is 0 or more',
      },
    },
    {
      wrong: "a requirement asks two values of one fact",
      change: added(
        all(leaf("role.setting", "equal", "school"), leaf("role.setting", "notIn", ["school", "other"])),
      ),
      found: {
        at: "requirements[+].conditions",
        says: "can never be met: role.setting is one of fe-college",
      },
    },
    {
      wrong: "a requirement can never fail",
      change: added(any(leaf("mentor", "equal", true), leaf("mentor", "equal", false))),
      found: [
        {
          at: "requirements[+].conditions",
          says: '"award.more" can never be unmet: mentor is one of true, false',
          severity: "note",
        },
        unexpected("met, or unknown"),
      ],
    },
    {
      wrong: "a count can never be less than nothing",
      change: added(all(leaf("observations.counted", "lessThan", 0))),
      found: {
        at: "requirements[+].conditions",
        says: "can never be met: observations.counted is 0 or more",
      },
    },
    {
      wrong: "a difference has no end",
      change: added(all(leaf("observations.overPractice", "lessThanInclusive", -5))),
      found: unexpected("met, or unmet, or unknown"),
    },
    {
      wrong: "a level lies between 0 and 8",
      change: added({ not: leaf("skills.english.level", "lessThanInclusive", 8) }),
      found: {
        at: "requirements[+].conditions",
        says: "can never be met: skills.english.level is between 0 and 8",
      },
    },
    {
      wrong: "a requirement never applies",
      change: added(all(leaf("mentor", "equal", false)), {
        appliesWhen: all(leaf("award.entryRequirements", "greaterThan", 0)),
      }),
      found: {
        at: "requirements[+].event.params.appliesWhen",
        says: '"award.more" never applies: award.entryRequirements is always 0',
      },
    },
    {
      wrong: "a requirement always applies, whatever appliesWhen says",
      change: added(all(leaf("mentor", "equal", false)), {
        appliesWhen: all(leaf("award.entryRequirements", "equal", 0)),
      }),
      found: [
        {
          at: "requirements[+].event.params.appliesWhen",
          says: '"award.more" always applies',
          severity: "note",
        },
        unexpected("met, or unmet, or unknown"),
      ],
    },
    {
      wrong: "a note is never said",
      change: { file: RECOMMEND, at: "notes[starred-units].conditions.all[0].value", value: 5 },
      found: {
        at: "notes[starred-units].conditions",
        says: '"starred-units" is never said: credits.starred is between 0 and 4',
      },
    },
    {
      wrong: "a problem is never found",
      change: {
        file: `${LLUK}/problems.json`,
        at: "rules[contradiction].conditions.all[+]",
        value: leaf("role.directed", "equal", false),
      },
      found: { at: "rules[contradiction].conditions", says: '"contradiction" is never found' },
    },
    {
      wrong: "a question is never asked",
      change: {
        file: INTERVIEW,
        at: "questions[mentor].when",
        value: all(leaf("award.entryRequirements", "greaterThan", 0)),
      },
      found: {
        at: "questions[mentor].when",
        says: '"mentor" is never asked: award.entryRequirements is always 0',
      },
    },
    {
      wrong: "a question is asked whatever its when says",
      change: {
        file: INTERVIEW,
        at: "questions[mentor].when",
        value: all(leaf("skills.english.level", "greaterThanInclusive", 0)),
      },
      found: { at: "questions[mentor].when", says: '"mentor" is asked whatever is told', severity: "note" },
    },
  ]);
});

describe("requirements side by side", () => {
  itFinds([
    {
      wrong: "two requirements have the same conditions",
      change: added(all(leaf("credits.award", "greaterThanInclusive", 6))),
      found: {
        at: "requirements[+].conditions",
        says: '"award.more" has the same conditions as "award.unit"',
      },
    },
    {
      wrong: "two requirements have the same conditions in another order",
      change: [
        added(any(leaf("mentor", "equal", true), leaf("specialistAccess", "equal", true))),
        {
          file: AWARD,
          at: "requirements[+]",
          value: requirement(
            "award.most",
            any(leaf("specialistAccess", "equal", true), leaf("mentor", "equal", true)),
          ),
        },
      ],
      found: {
        at: "requirements[+].conditions",
        says: '"award.most" has the same conditions as "award.more"',
      },
    },
    {
      wrong: "nobody can meet two requirements together",
      change: added(all(leaf("credits.award", "lessThan", 6))),
      found: {
        at: "requirements[+].conditions",
        says: 'nobody can meet "award.more" and "award.unit" together',
      },
    },
    {
      wrong: "two requirements of one fact leave room for both",
      change: added(all(leaf("credits.award", "lessThanInclusive", 6))),
      found: [
        {
          at: "requirements[+].conditions",
          says: "can never be unmet: credits.award is between 0 and 6",
          severity: "note",
        },
        unexpected("met, or unknown"),
      ],
    },
  ]);
});

describe("the rows of the recommendation", () => {
  const row = (name: string, conditions: unknown, params: object = {}) => ({
    name,
    conditions,
    event: {
      type: "recommendation",
      params: {
        why: "One more.",
        recommended: [],
        cites: [{ section: "Optional units", lines: [147, 151] }],
        ...params,
      },
    },
  });
  itFinds([
    {
      wrong: "a row has the conditions of one above",
      change: {
        file: RECOMMEND,
        at: "rows[+]",
        value: row("school-again", all(leaf("role.setting", "equal", "school"))),
      },
      found: {
        at: "rows[+].conditions",
        says: '"school-again" is never reached: "school" above has the same conditions',
      },
    },
    {
      wrong: "a row is reached by nobody who is left",
      change: {
        file: RECOMMEND,
        at: "rows[+]",
        value: row("late", all(leaf("role.setting", "equal", "school"), leaf("mentor", "equal", true))),
      },
      found: {
        at: "rows[+].conditions",
        says: '"late" is never reached: nobody fits it who does not fit a row above',
      },
    },
    {
      wrong: "a row that contradicts itself is reached by nobody",
      change: {
        file: RECOMMEND,
        at: "rows[school].conditions.all[+]",
        value: leaf("role.setting", "equal", "prison"),
      },
      found: { at: "rows[school].conditions", says: '"school" is never reached' },
    },
    {
      wrong: "the last row leaves somebody without advice",
      change: [
        { file: RECOMMEND, at: "rows[general].event.params.fits", value: ["unmet"] },
        { file: RECOMMEND, at: "rows[general].conditions", value: all(leaf("role.aim", "equal", "full")) },
        { file: `${LLUK}/scenarios`, value: undefined },
      ],
      found: [
        {
          file: RECOMMEND,
          at: "rows[general].conditions",
          says: 'let the last row fit everyone: "fits": ["met", "unmet", "unknown"]',
          severity: "note",
        },
        { file: `${LLUK}/scenarios`, at: "", says: "there are no golden learners here" },
      ],
    },
  ]);
});

describe("the golden learners", () => {
  const FILE = `${LLUK}/scenarios/award.json`;
  itFinds([
    {
      wrong: "a record is not accepted",
      change: { file: FILE, at: "scenarios[0].record.units[0].status", value: "finished" },
      found: { at: "scenarios[0].record.units[0].status", says: "one of achieved, in-progress, planned" },
    },
    {
      wrong: "a record belongs to another edition",
      change: { file: FILE, at: "scenarios[0].record.edition", value: "lluk-2011" },
      found: { at: "scenarios[0].record.edition", says: 'write "lluk-2010"' },
    },
    {
      wrong: "a requirement is expected that is not there",
      change: { file: FILE, at: "scenarios[1].expect.requirements[award.units]", value: { status: "met" } },
      found: { at: "scenarios[1].expect.requirements[award.units]", says: 'Did you mean "award.unit"?' },
    },
    {
      wrong: "the role is expected among the requirements",
      change: { file: FILE, at: "scenarios[1].expect.requirements[role.directed]", value: { status: "met" } },
      found: {
        at: "scenarios[1].expect.requirements[role.directed]",
        says: 'no requirement "role.directed"',
      },
    },
    {
      wrong: "a qualification is expected that is not there",
      change: { file: FILE, at: "scenarios[1].expect.canStart", value: { awards: "yes" } },
      found: { at: "scenarios[1].expect.canStart[awards]", says: 'Did you mean "award"?' },
    },
    {
      wrong: "a status is expected that the rules do not give",
      change: { file: FILE, at: "scenarios[1].expect.requirements[award.unit].status", value: "unknown" },
      found: {
        at: "scenarios[1].expect.requirements[award.unit].status",
        says: 'expected "unknown", and the rules say "met"; mend the rule, or the expectation',
      },
    },
    {
      wrong: "a recommendation is expected that the rules do not give",
      change: {
        file: FILE,
        at: "scenarios[1].expect.recommended",
        value: [{ qualification: "award", strength: "primary" }],
      },
      found: { at: "scenarios[1].expect.recommended", says: "and the rules say []" },
    },
    {
      wrong: "a figure of the credits is expected that the rules do not give",
      change: { file: FILE, at: "scenarios[0].expect.credits.award.mandatory.done", value: 5 },
      found: {
        at: "scenarios[0].expect.credits.award.mandatory.done",
        says: "expected 5, and the rules say 6",
      },
    },
    {
      wrong: "a requirement is expected at no status",
      change: added(all(leaf("mentor", "equal", false))),
      found: unexpected("met, or unmet, or unknown"),
    },
    {
      wrong: "a requirement that applies sometimes is expected at no status",
      change: added(all(leaf("mentor", "equal", false)), {
        appliesWhen: all(leaf("specialistAccess", "equal", true)),
      }),
      found: unexpected("met, or unmet, or unknown, or not-applicable"),
    },
    {
      wrong: "the file of golden learners has a slip",
      change: { file: FILE, at: "scenarios[0].expects", value: {} },
      found: { at: "scenarios[0].expects", says: 'Did you mean "expect"?' },
    },
  ]);
});
