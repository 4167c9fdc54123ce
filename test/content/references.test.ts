import { describe } from "vitest";
import { itFinds, LLUK, leaf, requirement } from "./broken.ts";

const UNITS = `${LLUK}/units.json`;
const EDITION = `${LLUK}/edition.json`;
const RECOMMEND = `${LLUK}/recommend.json`;
const AWARD = `${LLUK}/requirements/award.json`;
const READINGS = `${LLUK}/readings.json`;

describe("references", () => {
  itFinds([
    {
      wrong: "a qualification counts by a requirement that is not there",
      change: { file: EDITION, at: "qualifications[award].counts.mandatory", value: "award.units" },
      found: { at: "qualifications[award].counts.mandatory", says: 'Did you mean "award.unit"?' },
    },
    {
      wrong: "a qualification counts by another's requirement",
      change: {
        file: EDITION,
        at: "qualifications[award].counts.mandatory",
        value: "certificate.mandatory-units",
      },
      found: { at: "qualifications[award].counts.mandatory", says: 'no requirement of "award" called' },
    },
    {
      wrong: "a group belongs to a qualification that is not there",
      change: { file: UNITS, at: "groups[award.mandatory].qualification", value: "awards" },
      found: [
        { at: "groups[award.mandatory].qualification", says: 'Did you mean "award"?' },
        {
          file: EDITION,
          at: "qualifications[award].credits",
          says: 'no group of units.json belongs to "award"',
        },
      ],
    },
    {
      wrong: "a group holds a unit that is not there",
      change: { file: UNITS, at: "groups[certificate.optional].units[0]", value: "O14" },
      found: { at: "groups[certificate.optional].units[0]", says: 'there is no unit called "O14"' },
    },
    {
      wrong: "a bundle brings a unit that is not there",
      change: { file: UNITS, at: "bundles[award-in-learning-support].units[0]", value: "M5" },
      found: { at: "bundles[award-in-learning-support].units[0]", says: 'there is no unit called "M5"' },
    },
    {
      wrong: "an interest has a tag that no unit has",
      change: { file: UNITS, at: "interests[0].tags[0]", value: "lddd" },
      found: { at: "interests[0].tags[0]", says: 'Did you mean "ldd"?' },
    },
    {
      wrong: "an interest rests on a fact that is not told",
      change: { file: UNITS, at: "interests[0].fact", value: "role.support" },
      found: { at: "interests[0].fact", says: 'Did you mean "role.supports"?' },
    },
    {
      wrong: "an interest waits for a value that a fact never has",
      change: { file: UNITS, at: "interests[0].value", value: "lld" },
      found: { at: "interests[0].value", says: '"lld" is no value that role.supports can have' },
    },
    {
      wrong: "a row recommends a qualification that is not there",
      change: {
        file: RECOMMEND,
        at: "rows[general].event.params.recommended[0].qualification",
        value: "certificat",
      },
      found: {
        at: "rows[general].event.params.recommended[0].qualification",
        says: 'Did you mean "certificate"?',
      },
    },
    {
      wrong: "a row says who can start a qualification that is not there",
      change: {
        file: RECOMMEND,
        at: "rows[school].event.params.canStart[awards]",
        value: { status: "no", why: "Not yet." },
      },
      found: { at: "rows[school].event.params.canStart[awards]", says: 'Did you mean "award"?' },
    },
    {
      wrong: "a requirement rests on a reading that is not there",
      change: { file: AWARD, at: "requirements[award.unit].event.params.reading", value: "A146" },
      found: { at: "requirements[award.unit].event.params.reading", says: 'no reading "A146"' },
    },
    {
      wrong: "a row rests on a reading that is not there",
      change: { file: RECOMMEND, at: "rows[school].event.params.reading", value: "B52" },
      found: [
        { at: "rows[school].event.params.reading", says: 'no reading "B52"' },
        {
          file: READINGS,
          at: "readings[A52].id",
          says: 'no rule rests on the reading "A52"',
          severity: "note",
        },
      ],
    },
    {
      wrong: "a reading touches a requirement that is not there",
      change: { file: READINGS, at: "readings[A43].requirements[1]", value: "certificate-lln.math" },
      found: { at: "readings[A43].requirements[1]", says: 'Did you mean "certificate-lln.maths"?' },
    },
    {
      wrong: "no rule rests on a reading",
      change: {
        file: READINGS,
        at: "readings[+]",
        value: {
          id: "A99",
          title: "One more",
          says: "One more.",
          requirements: [],
          cites: [{ section: "Optional units", lines: [147, 151] }],
        },
      },
      found: { at: "readings[+].id", says: "so nobody is shown it", severity: "note" },
    },
  ]);
});

describe("citations", () => {
  const cite = (section: string, ...lines: number[]) => ({ section, lines });
  const CITE = "requirements[award.unit].event.params.cites[0]";
  itFinds([
    {
      wrong: "a requirement cites nothing",
      change: { file: AWARD, at: "requirements[award.unit].event.params.cites", value: [] },
      found: { at: "requirements[award.unit].event.params.cites", says: "at least 1" },
    },
    {
      wrong: "a row cites nothing",
      change: { file: RECOMMEND, at: "rows[school].event.params.cites", value: [] },
      found: {
        at: "rows[school].event.params.cites",
        says: "nothing is cited here; name a section and its lines",
      },
    },
    {
      wrong: "a section is not there",
      change: { file: AWARD, at: CITE, value: cite("Learning support practise", 260, 263) },
      found: { at: `${CITE}.section`, says: 'Did you mean "Learning support practice"?' },
    },
    {
      wrong: "the lines are in another section",
      change: { file: AWARD, at: CITE, value: cite("Learning support practice", 131, 133) },
      found: {
        at: `${CITE}.lines`,
        says: 'lines 131–133 are not in "Learning support practice", which is 234–263 and 348–361; these lines are in "Mandatory units"',
      },
    },
    {
      wrong: "the lines run from one section into the next",
      change: { file: AWARD, at: CITE, value: cite("Learning support practice", 260, 265) },
      found: { at: `${CITE}.lines`, says: "cite lines within 234–263 and 348–361" },
    },
    {
      wrong: "the lines are behind the end of the source",
      change: { file: AWARD, at: CITE, value: cite("Links to awarding body websites", 377, 378) },
      found: { at: `${CITE}.lines`, says: "line 378 is cited, and the source has 377 lines" },
    },
    {
      wrong: "the last line comes before the first",
      change: { file: UNITS, at: "units[O13].cites[0].lines", value: [210, 208] },
      found: { at: "units[O13].cites[0].lines", says: "line 208 comes before 210; swap them" },
    },
    {
      wrong: "a section is behind the end of the source",
      change: { file: EDITION, at: "sections[+]", value: { title: "Annex", lines: [378, 380] } },
      found: { at: "sections[+].lines", says: '"Annex" is said to be lines 378–380 of 377' },
    },
  ]);
});

describe("credits", () => {
  itFinds([
    {
      wrong: "no set of units comes to a total",
      change: { file: UNITS, at: "groups[certificate.optional].totals", value: [6, 12, 51] },
      found: {
        at: "groups[certificate.optional].totals[2]",
        says: 'no set of units of "certificate.optional" comes to exactly 51 credits',
      },
    },
    {
      wrong: "mandatory units do not come to their total",
      change: { file: UNITS, at: "groups[certificate.mandatory].units[3]" },
      found: [
        { at: "groups[certificate.mandatory].totals[0]", says: "come to 18 credits, not 24" },
        {
          file: `${LLUK}/requirements/certificate.json`,
          at: "requirements[certificate.mandatory-units].conditions",
          says: "can never be met: credits.certificateMandatory is between 0 and 18",
        },
      ],
    },
    {
      wrong: "the totals of a group do not rise",
      change: { file: UNITS, at: "groups[certificate.optional].totals", value: [12, 6] },
      found: { at: "groups[certificate.optional].totals", says: "write the least first" },
    },
    {
      wrong: "a qualification is worth more than its groups come to",
      change: { file: EDITION, at: "qualifications[certificate].credits", value: 31 },
      found: {
        at: "qualifications[certificate].credits",
        says: "worth 31 credits, and its groups come to 30",
      },
    },
    {
      wrong: "a qualification has two groups of optional units",
      change: {
        file: UNITS,
        at: "groups[+]",
        value: {
          id: "certificate.further",
          qualification: "certificate",
          kind: "optional",
          units: ["O06"],
          totals: [3],
        },
      },
      found: {
        file: EDITION,
        at: "qualifications[certificate].credits",
        says: "more than one group of optional",
      },
    },
  ]);
});

describe("wordings", () => {
  const MESSAGES = "conversations/messages.json";
  itFinds([
    {
      wrong: "a verdict names a figure that is not there",
      change: {
        file: AWARD,
        at: "requirements[award.unit].event.params.messages.met",
        value: "You have {actuel}.",
      },
      found: {
        at: "requirements[award.unit].event.params.messages.met",
        says: 'nothing fills {actuel} here; Did you mean "actual"?',
      },
    },
    {
      wrong: "a figure stands where none is filled",
      change: { file: AWARD, at: "requirements[award.unit].event.params.title", value: "The {required}" },
      found: {
        at: "requirements[award.unit].event.params.title",
        says: "nothing fills {required} here; write the text out",
      },
    },
    {
      wrong: "a placeholder has a space in it",
      change: { file: AWARD, at: "requirements[award.unit].event.params.messages.met", value: "{ actual }" },
      found: { at: "requirements[award.unit].event.params.messages.met", says: "write {actual}" },
    },
    {
      wrong: "the words for a date to come name what they cannot",
      change: {
        file: `${LLUK}/facts.json`,
        at: "lists[practice].fields[date].past.says",
        value: "Entry {first}.",
      },
      found: { at: "lists[practice].fields[date].past.says", says: "nothing fills {first} here" },
    },
    {
      wrong: "the words for too much name what they cannot",
      change: {
        file: `${LLUK}/facts.json`,
        at: "lists[practice].fields[hours].most.says",
        value: "{entry} {limit}",
      },
      found: { at: "lists[practice].fields[hours].most.says", says: "Known here: entry, value, most." },
    },
    {
      wrong: "the words for a repeated entry name what they cannot",
      change: {
        file: `${LLUK}/facts.json`,
        at: "lists[observations].repeated.says",
        value: "{entry} is {value}",
      },
      found: { at: "lists[observations].repeated.says", says: "Known here: entry, first." },
    },
    {
      wrong: "the words for a unit listed twice name what they cannot",
      change: { file: `${LLUK}/problems.json`, at: "units.unit-twice", value: "{title} twice." },
      found: { at: "units.unit-twice", says: "Known here: unit, level, listed." },
    },
    {
      wrong: "a problem found by a rule names a figure",
      change: {
        file: `${LLUK}/problems.json`,
        at: "rules[contradiction].event.params.says",
        value: "{actual}?",
      },
      found: { at: "rules[contradiction].event.params.says", says: "nothing fills {actual} here" },
    },
    {
      wrong: "the words for a start name what they cannot",
      change: { file: EDITION, at: "qualifications[award].start.no", value: "{gate}" },
      found: { at: "qualifications[award].start.no", says: 'Did you mean "gates"?' },
    },
    {
      wrong: "the reason of a row names a figure",
      change: { file: RECOMMEND, at: "rows[school].event.params.why", value: "You work in {setting}." },
      found: { at: "rows[school].event.params.why", says: "nothing fills {setting} here" },
    },
    {
      wrong: "a question names a figure",
      change: {
        file: "conversations/interview.json",
        at: "questions[mentor].ask",
        value: "Is {name} your mentor?",
      },
      found: { at: "questions[mentor].ask", says: "nothing fills {name} here" },
    },
    {
      wrong: "a field is read back by something else than its value",
      change: {
        file: "conversations/interview.json",
        at: "questions[practice].fields[with].label",
        value: "with {values}",
      },
      found: { at: "questions[practice].fields[with].label", says: 'Did you mean "value"?' },
    },
    {
      wrong: "a message names what the program does not fill",
      change: { file: MESSAGES, at: "says.noted", value: "{title}: {answers}." },
      found: { at: "says.noted", says: 'nothing fills {answers} here; Did you mean "answer"?' },
    },
    {
      wrong: "a message that is never filled has a placeholder",
      change: { file: MESSAGES, at: "says.helpCommands[0]", value: "{skip}: leave a question open" },
      found: { at: "says.helpCommands[0]", says: "nothing fills {skip} here" },
    },
    {
      wrong: "words behind 'what if' are for a choice that is not there",
      change: {
        file: "conversations/interview.json",
        at: "questions[mentor].suppose.choices.yess",
        value: ["mentored"],
      },
      found: { at: "questions[mentor].suppose.choices.yess", says: 'Did you mean "yes"?' },
    },
    {
      wrong: "words behind 'what if' mean two choices",
      change: {
        file: "conversations/interview.json",
        at: "questions[mentor].suppose.choices.no[+]",
        value: "A mentor",
      },
      found: { at: "questions[mentor].suppose.choices.no", says: '"a mentor" means "yes" and "no"' },
    },
    {
      wrong: "two commands share a phrase",
      change: { file: MESSAGES, at: "commands.hello[+]", value: "Start" },
      found: { at: "commands.hello", says: '"start" means "start" and "hello"' },
    },
    {
      wrong: "two answers offered together share a phrase",
      change: { file: MESSAGES, at: "answers.no.also[+]", value: "sure" },
      found: { at: "answers.no", says: '"sure" means "yes" and "no"' },
    },
    {
      wrong: "a message is missing",
      change: { file: MESSAGES, at: "says.hello" },
      found: { at: "says.hello", says: "this is missing" },
    },
    {
      wrong: "a requirement is right, but for two words in one message",
      change: {
        file: AWARD,
        at: "requirements[+]",
        value: requirement(
          "award.more",
          { all: [leaf("mentor", "equal", true)] },
          { messages: { met: "{a} and {b}", unmet: "No.", unknown: "Not known." } },
        ),
      },
      found: [
        { at: "requirements[+].event.params.messages.met", says: "nothing fills {a} here" },
        { at: "requirements[+].event.params.messages.met", says: "nothing fills {b} here" },
      ],
    },
  ]);
});
