import { describe } from "vitest";
import { itFinds, LLUK, leaf } from "./broken.ts";

const INTERVIEW = "conversations/interview.json";
const FACTS = `${LLUK}/facts.json`;
const question = (id: string, kind: string, tells: string[], more: object = {}) => ({
  id,
  topic: "around",
  kind,
  title: "One more",
  ask: "One more?",
  why: "It helps.",
  tells,
  ...more,
});
const added = (value: unknown) => ({ file: INTERVIEW, at: "questions[+]", value });
const neverAsked = { at: "questions[+]", says: "so it is never asked" };

describe("what questions tell", () => {
  itFinds([
    {
      wrong: "a question tells a fact that is not there",
      change: { file: INTERVIEW, at: "questions[mentor].tells[+]", value: "mentr" },
      found: { at: "questions[mentor].tells[+]", says: 'no such told fact; Did you mean "mentor"?' },
    },
    {
      wrong: "a question tells what is derived",
      change: { file: INTERVIEW, at: "questions[mentor].tells[+]", value: "role.notStarted" },
      found: {
        at: "questions[mentor].tells[+]",
        says: 'tells "role.notStarted", and facts.json has no such told fact',
      },
    },
    {
      wrong: "a question tells a list that is not there",
      change: { file: INTERVIEW, at: "questions[practice].tells[0]", value: "practise" },
      found: [
        { at: "questions[practice].tells[0]", says: 'no such list; Did you mean "practice"?' },
        {
          file: FACTS,
          at: "lists[practice].question",
          says: 'the question "practice" does not tell "practice"',
        },
      ],
    },
    {
      wrong: "a fact names a question that is not there",
      change: { file: FACTS, at: "told[mentor].question", value: "mentors" },
      found: [
        { file: INTERVIEW, at: "questions[mentor]", says: "so it is never asked" },
        { at: "told[mentor].question", says: 'no question is called "mentors"; Did you mean "mentor"?' },
      ],
    },
    {
      wrong: "a fact names a question that tells another",
      change: { file: FACTS, at: "told[role.jobTitle].question", value: "setting" },
      found: {
        at: "told[role.jobTitle].question",
        says: 'the question "setting" does not tell "role.jobTitle"',
      },
    },
    {
      wrong: "a fact does not name the question that tells it",
      change: { file: INTERVIEW, at: "questions[mentor].tells[+]", value: "role.jobTitle" },
      found: {
        at: "questions[mentor].tells[+]",
        says: 'facts.json does not say that "role.jobTitle" is told by "mentor"',
      },
    },
    {
      wrong: "two questions tell one fact",
      change: { file: INTERVIEW, at: "questions[mentor].tells[+]", value: "specialistAccess" },
      found: { at: "questions[mentor].tells[+]", says: 'told by the question "specialist-access" already' },
    },
    {
      wrong: "a problem leads to a question that is not there",
      change: {
        file: `${LLUK}/problems.json`,
        at: "rules[contradiction].event.params.question",
        value: "leaders",
      },
      found: { at: "rules[contradiction].event.params.question", says: 'Did you mean "leader"?' },
    },
    {
      wrong: "a rule rests on a fact that no question tells",
      change: {
        file: `${LLUK}/recommend.json`,
        at: "notes[when-hours-count].conditions.all[+]",
        value: leaf("skills.ict.level", "greaterThan", 1),
      },
      found: {
        file: FACTS,
        at: "told[skills.ict.level]",
        says: '"when-hours-count" rests on "skills.ict.level", and no question tells it',
      },
    },
    {
      wrong: "no rule needs a question",
      change: [
        added(question("title", "text", ["role.jobTitle"])),
        { file: FACTS, at: "told[role.jobTitle].question", value: "title" },
      ],
      found: { ...neverAsked, at: "questions[title]" },
    },
    {
      wrong: "a note rests on a question, but does not ask",
      change: { file: `${LLUK}/recommend.json`, at: "notes[both-areas].event.params.ask", value: false },
      found: { file: INTERVIEW, at: "questions[areas]", says: "so it is never asked" },
    },
  ]);
});

describe("answers", () => {
  itFinds([
    {
      wrong: "a choice is no value of the fact",
      change: { file: INTERVIEW, at: "questions[aim].choices[full].id", value: "whole-certificate" },
      found: {
        at: "questions[aim].choices[whole-certificate].id",
        says: '"whole-certificate" is no value that role.aim can have',
      },
    },
    {
      wrong: "a choice sets a fact to what it cannot be",
      change: { file: INTERVIEW, at: "questions[leader].choices[me].sets[role.directed]", value: "no" },
      found: { at: "questions[leader].choices[me].sets[role.directed]", says: "write true or false" },
    },
    {
      wrong: "a choice sets a fact that the question does not tell",
      change: { file: INTERVIEW, at: "questions[leader].choices[me].sets[mentor]", value: false },
      found: {
        at: "questions[leader].choices[me].sets[mentor]",
        says: 'sets "mentor", which the question does not tell',
      },
    },
    {
      wrong: "one of many choices is no value of the fact",
      change: { file: INTERVIEW, at: "questions[areas].choices[literacy].id", value: "literacies" },
      found: { at: "questions[areas].choices[literacies].id", says: 'Did you mean "literacy"?' },
    },
    {
      wrong: "a question of yes or no tells a level",
      change: { file: INTERVIEW, at: "questions[english].kind", value: "yes-no" },
      found: {
        at: "questions[english].kind",
        says: 'cannot tell "skills.english.level", which is a level; write number or choice',
      },
    },
    {
      wrong: "what was typed is kept where no text fits",
      change: { file: INTERVIEW, at: "questions[english].note", value: "skills.english.level" },
      found: { at: "questions[english].note", says: "is no told fact of type text" },
    },
    {
      wrong: "a choice of a list's field is no value of it",
      change: {
        file: INTERVIEW,
        at: "questions[practice].fields[kind].choices[employed].id",
        value: "hired",
      },
      found: {
        at: "questions[practice].fields[kind].choices[hired]",
        says: '"hired" is no value that kind can have',
      },
    },
    {
      wrong: "the default of a list's field is no value of it",
      change: { file: INTERVIEW, at: "questions[units].fields[status].default", value: "done" },
      found: {
        at: "questions[units].fields[status].default",
        says: "Known here: achieved, in-progress, planned.",
      },
    },
    {
      wrong: "a field of a list is asked as what it is not",
      change: { file: INTERVIEW, at: "questions[practice].fields[hours].kind", value: "date" },
      found: { at: "questions[practice].fields[hours].kind", says: 'cannot tell "hours", which is a number' },
    },
    {
      wrong: "a row offers a question that is not there",
      change: {
        file: `${LLUK}/recommend.json`,
        at: "rows[leads-the-learning].event.params.offers[0].question",
        value: "leder",
      },
      found: {
        at: "rows[leads-the-learning].event.params.offers[0].question",
        says: 'Did you mean "leader"?',
      },
    },
    {
      wrong: "a row offers a choice that is not there",
      change: {
        file: `${LLUK}/recommend.json`,
        at: "rows[leads-the-learning].event.params.offers[0].choice",
        value: "vary",
      },
      found: {
        at: "rows[leads-the-learning].event.params.offers[0].choice",
        says: 'the question "leader" has no choice "vary"',
      },
    },
    {
      wrong: "a row offers neither yes nor no to a question of yes or no",
      change: {
        file: `${LLUK}/recommend.json`,
        at: "rows[no-learners].event.params.offers[0].choice",
        value: "sometimes",
      },
      found: { at: "rows[no-learners].event.params.offers[0].choice", says: "Known here: yes, no." },
    },
  ]);
});

describe("topics, choices and lists", () => {
  itFinds([
    {
      wrong: "a question belongs to a topic that is not there",
      change: { file: INTERVIEW, at: "questions[mentor].topic", value: "arround" },
      found: { at: "questions[mentor].topic", says: 'Did you mean "around"?' },
    },
    {
      wrong: "a topic has no questions",
      change: { file: INTERVIEW, at: "topics[+]", value: { id: "money", title: "Money" } },
      found: { at: "topics[+]", says: 'no question belongs to the topic "money"' },
    },
    {
      wrong: "a choice has no choices",
      change: { file: INTERVIEW, at: "questions[aim].choices" },
      found: { at: "questions[aim]", says: '"aim" is a choice without choices' },
    },
    {
      wrong: "a field of a list has no choices",
      change: { file: INTERVIEW, at: "questions[practice].fields[with].choices", value: [] },
      found: { at: "questions[practice].fields[with]", says: '"with" is a many without choices' },
    },
    {
      wrong: "two choices share a phrase",
      change: { file: INTERVIEW, at: "questions[aim].choices[full].also[+]", value: "Award!" },
      found: { at: "questions[aim].choices[full]", says: '"award" means "small" and "full"' },
    },
    {
      wrong: "two choices of a list's field share a phrase",
      change: {
        file: INTERVIEW,
        at: "questions[practice].fields[with].choices[groups].also[+]",
        value: "one to one",
      },
      found: {
        at: "questions[practice].fields[with].choices[groups]",
        says: '"one to one" means "individuals" and "groups"',
      },
    },
    {
      wrong: "two units share a phrase",
      change: { file: `${LLUK}/units.json`, at: "units[O13].also[+]", value: "mentoring" },
      found: { at: "units[O13]", says: '"mentoring" means "O06" and "O13"' },
    },
    {
      wrong: "an award shares a phrase with a unit",
      change: {
        file: `${LLUK}/units.json`,
        at: "bundles[award-in-learning-support].also[+]",
        value: "mentoring",
      },
      found: {
        at: "bundles[award-in-learning-support]",
        says: '"mentoring" means "O06" and "award-in-learning-support"',
      },
    },
    {
      wrong: "a phrase of a list's field means yes and no",
      change: {
        file: INTERVIEW,
        at: "questions[observations].fields[observerIsSpecialist].yes[+]",
        value: "non specialist",
      },
      found: {
        at: "questions[observations].fields[observerIsSpecialist].yes[+]",
        says: '"non specialist" means yes and no',
      },
    },
    {
      wrong: "a list is asked about without fields",
      change: { file: INTERVIEW, at: "questions[practice].fields", value: [] },
      found: { at: "questions[practice]", says: "asks about a list without fields" },
    },
    {
      wrong: "a question asks for a field that the list does not have",
      change: {
        file: INTERVIEW,
        at: "questions[practice].fields[+]",
        value: { id: "where", kind: "text", ask: "Where?", label: "{value}" },
      },
      found: { at: "questions[practice].fields[+].id", says: 'the list "practice" has no field "where"' },
    },
    {
      wrong: "nothing asks for what an entry must have",
      change: { file: INTERVIEW, at: "questions[units].fields[status]" },
      found: { at: "questions[units].fields", says: 'must have "status", and nothing asks for it' },
    },
    {
      wrong: "a total is made of a field that is not asked",
      change: { file: INTERVIEW, at: "questions[practice].totals.by", value: "areas" },
      found: { at: "questions[practice].totals.by", says: 'Did you mean "area"?' },
    },
    {
      wrong: "the interview belongs to an edition that is not there",
      change: { file: INTERVIEW, at: "edition", value: "lluk-2011" },
      found: { at: "edition", says: 'there is no edition "lluk-2011" in rules/; Did you mean "lluk-2010"?' },
    },
  ]);
});
