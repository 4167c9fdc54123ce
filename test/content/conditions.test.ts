import { describe } from "vitest";
import { itFinds, LLUK, leaf, requirement } from "./broken.ts";

const AWARD = `${LLUK}/requirements/award.json`;
const CONDITION = "requirements[award.unit].conditions.all[0]";
const changed = (at: string, value?: unknown) => ({ file: AWARD, at: `${CONDITION}${at}`, value });
const added = (conditions: unknown, params: object = {}) => ({
  file: AWARD,
  at: "requirements[+]",
  value: requirement("award.more", conditions, params),
});
const all = (...leaves: unknown[]) => ({ all: leaves });

describe("the facts and values of conditions", () => {
  itFinds([
    {
      wrong: "a requirement names a fact that is not there",
      change: changed(".fact", "credits.awards"),
      found: { at: `${CONDITION}.fact`, says: 'no fact "credits.awards"; Did you mean "credits.award"?' },
    },
    {
      wrong: "a row names a fact that is not there",
      change: {
        file: `${LLUK}/recommend.json`,
        at: "rows[school].conditions.all[0].fact",
        value: "role.seting",
      },
      found: { at: "rows[school].conditions.all[0].fact", says: 'Did you mean "role.setting"?' },
    },
    {
      wrong: "a note names a fact that is not there, deep inside",
      change: {
        file: `${LLUK}/recommend.json`,
        at: "notes[both-areas].conditions.all[2].any[1].fact",
        value: "role.supportsNumercy",
      },
      found: {
        at: "notes[both-areas].conditions.all[2].any[1].fact",
        says: 'Did you mean "role.supportsNumeracy"?',
      },
    },
    {
      wrong: "a problem names a fact that is not there",
      change: {
        file: `${LLUK}/problems.json`,
        at: "rules[contradiction].conditions.all[0].fact",
        value: "directed",
      },
      found: {
        at: "rules[contradiction].conditions.all[0].fact",
        says: 'no fact "directed"; see told and derived',
      },
    },
    {
      wrong: "a requirement applies by a fact that is not there",
      change: added(all(leaf("mentor", "equal", false)), { appliesWhen: all(leaf("mentr", "equal", true)) }),
      found: { at: "requirements[+].event.params.appliesWhen.all[0].fact", says: 'Did you mean "mentor"?' },
    },
    {
      wrong: "a question is asked by a fact that is not there",
      change: {
        file: "conversations/interview.json",
        at: "questions[mentor].when.all[0].fact",
        value: "role.settings",
      },
      found: { at: "questions[mentor].when.all[0].fact", says: 'Did you mean "role.setting"?' },
    },
    {
      wrong: "a requirement compares a list of choices",
      change: changed(".fact", "role.areas"),
      found: {
        at: `${CONDITION}.fact`,
        says: '"role.areas" is a list of choices, which no rule can compare',
      },
    },
    {
      wrong: "a requirement compares a list of entries",
      change: changed(".fact", "practice"),
      found: { at: `${CONDITION}.fact`, says: '"practice" is a list, which no rule can compare' },
    },
    {
      wrong: "a choice is compared by size",
      change: added(all(leaf("role.setting", "greaterThan", "school"))),
      found: {
        at: "requirements[+].conditions.all[0].operator",
        says: '"greaterThan" compares numbers, and role.setting is one of several choices',
      },
    },
    {
      wrong: "a sum that may lie between two numbers is asked to be equal to one",
      change: changed(".operator", "equal"),
      found: {
        at: `${CONDITION}.operator`,
        says: '"equal" stays not known while credits.award lies between',
      },
    },
    {
      wrong: "a value is to be in something that is no list",
      change: added(all(leaf("role.setting", "in", "school"))),
      found: { at: "requirements[+].conditions.all[0].value", says: 'write ["school"], or equal' },
    },
    {
      wrong: "a value is to be equal to a list",
      change: added(all(leaf("role.setting", "equal", ["school"]))),
      found: { at: "requirements[+].conditions.all[0].value", says: 'write one value, or "in" for several' },
    },
    {
      wrong: "a number is written in quotes",
      change: changed(".value", "6"),
      found: { at: `${CONDITION}.value`, says: '"6" does not fit credits.award, which is a number' },
    },
    {
      wrong: "yes stands where true is meant",
      change: added(all(leaf("mentor", "equal", "yes"))),
      found: { at: "requirements[+].conditions.all[0].value", says: "write true or false" },
    },
    {
      wrong: "a level is above all levels",
      change: added(all(leaf("skills.english.level", "greaterThanInclusive", 9))),
      found: { at: "requirements[+].conditions.all[0].value", says: "write 0 (Entry Level) to 8" },
    },
    {
      wrong: "a choice is compared with a value that it does not have",
      change: added(all(leaf("role.setting", "in", ["school", "colege"]))),
      found: {
        at: "requirements[+].conditions.all[0].value[1]",
        says: '"colege" is no value that role.setting can have',
      },
    },
  ]);
});

describe("the shape of conditions", () => {
  itFinds([
    {
      wrong: "an operator is not known",
      change: changed(".operator", "greaterThanInclusiv"),
      found: { at: `${CONDITION}.operator`, says: 'no operator; Did you mean "greaterThanInclusive"?' },
    },
    {
      wrong: "an operator is nothing like those known",
      change: changed(".operator", ">="),
      found: {
        at: `${CONDITION}.operator`,
        says: '">=" is no operator; one of greaterThanInclusive, greaterThan',
      },
    },
    {
      wrong: "an all is empty",
      change: { file: AWARD, at: "requirements[award.unit].conditions.all", value: [] },
      found: {
        at: "requirements[award.unit].conditions.all",
        says: "this group is empty, which would always hold",
      },
    },
    {
      wrong: "an any inside is empty",
      change: { file: AWARD, at: "requirements[award.unit].conditions.all[+]", value: { any: [] } },
      found: { at: "requirements[award.unit].conditions.all[+].any", says: "add a condition" },
    },
    {
      wrong: "a condition has a priority",
      change: changed(".priority", 2),
      found: { at: `${CONDITION}.priority`, says: "this key is not known here; take it out" },
    },
    {
      wrong: "a condition has a path",
      change: changed(".path", "$.hours"),
      found: { at: `${CONDITION}.path`, says: "facts here are plain values" },
    },
    {
      wrong: "a condition has params",
      change: changed(".params", {}),
      found: { at: `${CONDITION}.params`, says: "facts here take no parameters" },
    },
    {
      wrong: "a condition is named instead of written out",
      change: changed("", { condition: "enough" }),
      found: { at: `${CONDITION}.condition`, says: "write the condition out" },
    },
    {
      wrong: "the top of a condition is no group",
      change: {
        file: AWARD,
        at: "requirements[award.unit].conditions",
        value: leaf("mentor", "equal", true),
      },
      found: { at: "requirements[award.unit].conditions", says: 'put it into {"all": […]}' },
    },
    {
      wrong: "all and any stand side by side",
      change: {
        file: AWARD,
        at: "requirements[award.unit].conditions.any",
        value: [leaf("mentor", "equal", true)],
      },
      found: { at: "requirements[award.unit].conditions", says: "all and any stand side by side" },
    },
    {
      wrong: "a group holds no list",
      change: {
        file: AWARD,
        at: "requirements[award.unit].conditions.all",
        value: leaf("mentor", "equal", true),
      },
      found: { at: "requirements[award.unit].conditions.all", says: "this is no list" },
    },
    {
      wrong: "a condition has no value",
      change: changed(".value"),
      found: { at: `${CONDITION}.value`, says: "this is missing; a condition has fact, operator and value" },
    },
    {
      wrong: "a condition is compared with another fact",
      change: changed(".value", { fact: "practice.hours" }),
      found: { at: `${CONDITION}.value`, says: "is nothing to compare with" },
    },
    {
      wrong: "a condition is a text",
      change: changed("", "mentor"),
      found: { at: CONDITION, says: "give fact, operator and value" },
    },
    {
      wrong: "a key of a condition has a slip",
      change: changed(".values", 6),
      found: { at: `${CONDITION}.values`, says: 'Did you mean "value"?' },
    },
    {
      wrong: "a rule has a priority",
      change: { file: AWARD, at: "requirements[award.unit].priority", value: 2 },
      found: { at: "requirements[award.unit].priority", says: "this key is not known here" },
    },
    {
      wrong: "a rule has a slip in a condition and elsewhere, and both are found",
      change: [
        changed(".operator", "gt"),
        { file: AWARD, at: "requirements[award.unit].event.type", value: "rule" },
      ],
      found: [
        { at: `${CONDITION}.operator`, says: '"gt" is no operator' },
        { at: "requirements[award.unit].event.type", says: 'write "requirement"' },
      ],
    },
    {
      wrong: "a question's condition has a slip",
      change: {
        file: "conversations/interview.json",
        at: "questions[mentor].when.all[0].operator",
        value: "notEquals",
      },
      found: { at: "questions[mentor].when.all[0].operator", says: 'Did you mean "notEqual"?' },
    },
  ]);
});
