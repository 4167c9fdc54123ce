import { describe } from "vitest";
import { itFinds, LLUK, leaf, requirement } from "./broken.ts";

const AWARD = `${LLUK}/requirements/award.json`;
const CITES = [{ section: "Optional units", lines: [147, 151] }];

describe("names", () => {
  itFinds([
    {
      wrong: "two requirements have one name",
      change: {
        file: AWARD,
        at: "requirements[+]",
        value: requirement("award.unit", { all: [leaf("mentor", "equal", true)] }),
      },
      found: {
        at: "requirements[+].name",
        says: 'a requirement called "award.unit" already, at requirements[1].name',
      },
    },
    {
      wrong: "two rows have one name",
      change: { file: `${LLUK}/recommend.json`, at: "rows[school].name", value: "leads-the-learning" },
      found: { at: "rows[3].name", says: 'a row called "leads-the-learning" already' },
    },
    {
      wrong: "two notes have one name",
      change: { file: `${LLUK}/recommend.json`, at: "notes[both-areas].name", value: "no-ldd-qualification" },
      found: { at: "notes[2].name", says: 'a note called "no-ldd-qualification" already' },
    },
    {
      wrong: "two problems have one name",
      change: {
        file: `${LLUK}/problems.json`,
        at: "rules[observed-exceeds-practice].name",
        value: "contradiction",
      },
      found: { at: "rules[1].name", says: 'a problem called "contradiction" already' },
    },
    {
      wrong: "two facts have one id",
      change: { file: `${LLUK}/facts.json`, at: "told[+]", value: { id: "role.jobTitle", type: "text" } },
      found: { at: "told[+].id", says: 'a fact or list called "role.jobTitle" already' },
    },
    {
      wrong: "a derived fact has the id of a told one",
      change: {
        file: `${LLUK}/facts.json`,
        at: "derived[+]",
        value: { id: "role.jobTitle", type: "number", from: { constant: 1 } },
      },
      found: { at: "derived[+].id", says: 'a fact or list called "role.jobTitle" already' },
    },
    {
      wrong: "two fields of a list have one id",
      change: {
        file: `${LLUK}/facts.json`,
        at: "lists[practice].fields[+]",
        value: { id: "date", type: "date" },
      },
      found: { at: "lists[practice].fields[+].id", says: 'a field of practice called "date" already' },
    },
    {
      wrong: "two measures have one id",
      change: {
        file: `${LLUK}/facts.json`,
        at: "measures[+]",
        value: { id: "hours", one: "hour", other: "hours", hoursEach: 1 },
      },
      found: { at: "measures[+].id", says: 'a measure called "hours" already' },
    },
    {
      wrong: "two units have one id",
      change: {
        file: `${LLUK}/units.json`,
        at: "units[+]",
        value: { id: "O13", title: "Another", credits: 6, levels: [3], cites: CITES },
      },
      found: [
        { at: "units[+].id", says: 'a unit or bundle called "O13" already' },
        // Its phrases are found at the first of that id.
        { at: "units[O13]", says: '"o13" means "O13" and "O13"' },
      ],
    },
    {
      wrong: "two groups have one id",
      change: {
        file: `${LLUK}/units.json`,
        at: "groups[+]",
        value: {
          id: "award.mandatory",
          qualification: "award",
          kind: "optional",
          units: ["O06"],
          totals: [3],
        },
      },
      found: [
        { at: "groups[+].id", says: 'a group called "award.mandatory" already' },
        { file: `${LLUK}/edition.json`, at: "qualifications[award].credits", says: "its groups come to 9" },
      ],
    },
    {
      wrong: "two readings have one id",
      change: {
        file: `${LLUK}/readings.json`,
        at: "readings[+]",
        value: { id: "A02", title: "Another", says: "Another.", requirements: [], cites: CITES },
      },
      found: { at: "readings[+].id", says: 'a reading called "A02" already' },
    },
    {
      wrong: "two questions have one id",
      change: {
        file: "conversations/interview.json",
        at: "questions[+]",
        value: {
          id: "mentor",
          topic: "around",
          kind: "yes-no",
          title: "A mentor",
          ask: "A mentor?",
          why: "It helps.",
          tells: ["mentor"],
        },
      },
      found: { at: "questions[+].id", says: 'a question called "mentor" already' },
    },
    {
      wrong: "two topics have one id",
      change: { file: "conversations/interview.json", at: "topics[+]", value: { id: "aim", title: "Aim" } },
      found: { at: "topics[+].id", says: 'a topic called "aim" already' },
    },
    {
      wrong: "two choices of a question have one id",
      change: {
        file: "conversations/interview.json",
        at: "questions[aim].choices[+]",
        value: { id: "small", label: "Tiny" },
      },
      found: [
        { at: "questions[aim].choices[+].id", says: 'a choice of aim called "small" already' },
        { at: "questions[aim].choices[+]", says: '"small" means "small" and "small"' },
      ],
    },
    {
      wrong: "two fields of a question have one id",
      change: {
        file: "conversations/interview.json",
        at: "questions[practice].fields[+]",
        value: { id: "date", kind: "date", ask: "When?", label: "{value}" },
      },
      found: { at: "questions[practice].fields[+].id", says: 'a field of practice called "date" already' },
    },
    {
      wrong: "two golden learners have one title",
      change: {
        file: `${LLUK}/scenarios/award.json`,
        at: "scenarios[1].title",
        value: "The first unit at Level 2 is the whole award",
      },
      found: { at: "scenarios[1].title", says: "already, at scenarios[0].title" },
    },
  ]);
});

describe("places", () => {
  itFinds([
    {
      wrong: "a requirement stands in the file of another qualification",
      change: {
        file: AWARD,
        at: "requirements[+]",
        value: requirement("certificate.more", { all: [leaf("mentor", "equal", true)] }),
      },
      found: { at: "requirements[+].name", says: "move it to requirements/certificate.json" },
    },
    {
      wrong: "a file of requirements belongs to no qualification",
      change: {
        file: `${LLUK}/requirements/awards.json`,
        value: { $schema: "../../../schemas/requirements.schema.json", requirements: [] },
      },
      found: { at: "", says: 'nothing reads this file; Did you mean "award"?' },
    },
    {
      wrong: "a file of the edition has a slip in its name",
      change: { file: `${LLUK}/unit.json`, value: { $schema: "../../schemas/unit.schema.json" } },
      found: { at: "", says: 'nothing reads this file; Did you mean "units"?' },
    },
  ]);
});
