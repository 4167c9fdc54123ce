import { describe } from "vitest";
import { itFinds, LLUK } from "./broken.ts";

const FACTS = `${LLUK}/facts.json`;
const fact = (from: unknown, more: object = {}) => ({ id: "extra", type: "number", from, ...more });
const yes = (from: unknown) => fact(from, { type: "boolean" });
const added = (value: unknown) => ({ file: FACTS, at: "derived[+]", value });

describe("the catalogue of facts", () => {
  itFinds([
    {
      wrong: "a choice has no values",
      change: { file: FACTS, at: "told[+]", value: { id: "colour", type: "choice" } },
      found: { at: "told[+]", says: '"colour" is a choice without values; list what it can be in "values"' },
    },
    {
      wrong: "the least is above the most",
      change: { file: FACTS, at: "told[+]", value: { id: "age", type: "number", min: 90, max: 16 } },
      found: { at: "told[+].min", says: "the least, 90, is above the most, 16" },
    },
    {
      wrong: "a fact has a name that every record has already",
      change: { file: FACTS, at: "told[+]", value: { id: "edition", type: "text" } },
      found: { at: "told[+].id", says: 'a record has its own "edition"' },
    },
    {
      wrong: "a fact lies inside another",
      change: { file: FACTS, at: "told[+]", value: { id: "mentor.name", type: "text" } },
      found: { at: "told[mentor].id", says: '"mentor.name" lies inside "mentor"' },
    },
    {
      wrong: "a value that means not told is no value",
      change: { file: FACTS, at: "lists[practice].fields[area].notTold", value: ["unknwon"] },
      found: { at: "lists[practice].fields[area].notTold[0]", says: 'Did you mean "unknown"?' },
    },
    {
      wrong: "a limit depends on a field that is not there",
      change: { file: FACTS, at: "lists[practice].fields[hours].most.with", value: "dat" },
      found: {
        at: "lists[practice].fields[hours].most.with",
        says: 'has no field "dat"; Did you mean "date"?',
      },
    },
    {
      wrong: "a limit in numbers stands at a date",
      change: {
        file: FACTS,
        at: "lists[practice].fields[date].most",
        value: { value: 3, code: "much", says: "Much." },
      },
      found: { at: "lists[practice].fields[date].most", says: '"most" needs a number, and date is a date' },
    },
    {
      wrong: "a limit in time stands at a number",
      change: {
        file: FACTS,
        at: "lists[practice].fields[hours].past",
        value: { code: "later", says: "Later." },
      },
      found: { at: "lists[practice].fields[hours].past", says: '"past" needs a date, and hours is a number' },
    },
    {
      wrong: "two entries are compared in a field that is not there",
      change: { file: FACTS, at: "lists[observations].repeated.fields[0]", value: "day" },
      found: { at: "lists[observations].repeated.fields[0]", says: 'has no field "day"' },
    },
    {
      wrong: "a unit is no measure",
      change: { file: FACTS, at: "lists[practice].fields[area].unit", value: "houres" },
      found: {
        at: "lists[practice].fields[area].unit",
        says: 'there is no measure "houres"; Did you mean "hours"?',
      },
    },
  ]);
});

describe("the shape of derivations", () => {
  itFinds([
    {
      wrong: "a derivation has a key with a slip",
      change: added(fact({ list: "practice", counts: true })),
      found: { at: "derived[+].from.counts", says: 'Did you mean "count"?' },
    },
    {
      wrong: "a derivation says of a list neither count, sum nor any",
      change: added(fact({ list: "practice" })),
      found: { at: "derived[+].from", says: "give the keys of one form: list and count; list and sum" },
    },
    {
      wrong: "a where looks for nothing",
      change: added(fact({ list: "practice", count: true, where: { area: [] } })),
      found: { at: "derived[+].from.where.area", says: "[] is too little; at least 1" },
    },
    {
      wrong: "a where has a bound with another name",
      change: added(fact({ list: "practice", count: true, where: { hours: { least: 4 } } })),
      found: { at: "derived[+].from.where.hours", says: 'or write {"min": 45} or {"below": 45}' },
    },
  ]);
});

describe("derived facts", () => {
  itFinds([
    {
      wrong: "a derivation looks at a list that is not there",
      change: added(fact({ list: "practise", count: true })),
      found: { at: "derived[+].from.list", says: 'there is no list "practise"; Did you mean "practice"?' },
    },
    {
      wrong: "a sum adds up a field that is not there",
      change: added(fact({ list: "practice", sum: "hour" })),
      found: { at: "derived[+].from.sum", says: 'has no field "hour"; Did you mean "hours"?' },
    },
    {
      wrong: "a sum adds up what is no number",
      change: added(fact({ list: "practice", sum: "area" })),
      found: { at: "derived[+].from.sum", says: '"area" is a choice, which cannot be added up' },
    },
    {
      wrong: "a where looks at a field that is not there",
      change: added(fact({ list: "practice", count: true, where: { areas: ["general"] } })),
      found: { at: "derived[+].from.where.areas", says: 'Did you mean "area"?' },
    },
    {
      wrong: "a where wants a value that the field never has",
      change: added(fact({ list: "practice", count: true, where: { area: ["numeracy", "maths"] } })),
      found: { at: "derived[+].from.where.area[1]", says: '"maths" is no value that area can have' },
    },
    {
      wrong: "a where wants the value that means not told",
      change: added(fact({ list: "practice", count: true, where: { area: ["unknown"] } })),
      found: { at: "derived[+].from.where.area[0]", says: "no entry ever matches it" },
    },
    {
      wrong: "a where wants a group of units that is not there",
      change: added(fact({ list: "units", count: true, where: { group: ["certificate.option"] } })),
      found: { at: "derived[+].from.where.group[0]", says: 'Did you mean "certificate.optional"?' },
    },
    {
      wrong: "a where compares the size of what has none",
      change: added(fact({ list: "practice", count: true, where: { area: { min: 3 } } })),
      found: { at: "derived[+].from.where.area", says: '"area" has no size to compare' },
    },
    {
      wrong: "a derivation looks among the choices of a fact that is not told",
      change: added(yes({ told: "role.area", includes: ["literacy"] })),
      found: { at: "derived[+].from.told", says: 'Did you mean "role.areas"?' },
    },
    {
      wrong: "a derivation looks among the choices of a fact that has none",
      change: added(yes({ told: "mentor", includes: ["yes"] })),
      found: { at: "derived[+].from.told", says: '"mentor" has no choices to look among' },
    },
    {
      wrong: "a derivation looks for a choice that is not there",
      change: added(yes({ told: "role.areas", includes: ["literacy", "numaracy"] })),
      found: { at: "derived[+].from.includes[1]", says: 'Did you mean "numeracy"?' },
    },
    {
      wrong: "a fact rests on another that is not there",
      change: added(yes({ fact: "role.direct", unlessAll: { mentor: true } })),
      found: { at: "derived[+].from.fact", says: 'facts.json has no fact "role.direct"' },
    },
    {
      wrong: "a fact rests on one further down",
      change: [
        added(fact({ difference: ["lower", "practice.hours"], times: [1, 1] }, { unit: "hours" })),
        added({ id: "lower", type: "number", unit: "hours", from: { list: "practice", sum: "hours" } }),
      ],
      found: { at: "derived[extra].from.difference[0]", says: 'move it above "extra"' },
    },
    {
      wrong: "a fact rests on itself",
      change: added(fact({ difference: ["extra", "practice.hours"], times: [2, 1] }, { unit: "hours" })),
      found: { at: "derived[+].from.difference[0]", says: '"extra" rests on itself' },
    },
    {
      wrong: "two facts rest on each other",
      change: [
        added(fact({ difference: ["other", "practice.hours"], times: [2, 1] }, { unit: "hours" })),
        added({
          ...fact({ difference: ["extra", "practice.hours"], times: [2, 1] }, { unit: "hours" }),
          id: "other",
        }),
      ],
      found: { at: "derived[extra].from.difference[0]", says: '"extra" and "other" rest on each other' },
    },
    {
      wrong: "credits are to be usable in a group that is not optional",
      change: added(fact({ usable: "certificate.mandatory" })),
      found: { at: "derived[+].from.usable", says: '"certificate.mandatory" is no group of optional units' },
    },
    {
      wrong: "a fact is denied by a value that another never has",
      change: {
        file: FACTS,
        at: "derived[role.directedClearly].from.unlessAll[role.directed]",
        value: "yes",
      },
      found: {
        at: "derived[role.directedClearly].from.unlessAll[role.directed]",
        says: "write true or false",
      },
    },
    {
      wrong: "a count is said to be true or false",
      change: added(yes({ list: "practice", count: true })),
      found: {
        at: "derived[+].type",
        says: 'is worked out as a number, and is said to be true or false; write "number"',
      },
    },
    {
      wrong: "a sum of minutes is said to be in hours",
      change: { file: FACTS, at: "derived[observations.countedMinutes].unit", value: "hours" },
      found: {
        at: "derived[observations.countedMinutes].unit",
        says: 'comes out in minutes, as minutes does, and is said to be in hours; write "minutes"',
      },
    },
    {
      wrong: "a difference in minutes is said to be in hours",
      change: { file: FACTS, at: "derived[observations.overPractice].unit", value: "hours" },
      found: { at: "derived[observations.overPractice].unit", says: 'write "minutes"' },
    },
    {
      wrong: "the value while nothing is told is of another type",
      change: { file: FACTS, at: "derived[unit.M1].whenNotTold", value: "no" },
      found: {
        at: "derived[unit.M1].whenNotTold",
        says: '"no" does not fit unit.M1, which is true or false',
      },
    },
  ]);
});
