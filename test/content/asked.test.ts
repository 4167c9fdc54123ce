import { describe } from "vitest";
import { itFinds } from "./broken.ts";

const file = "conversations/answers.json";

describe("answers", () => {
  itFinds([
    {
      wrong: "an answer cites a section that is not there",
      change: { file, at: "entries[award].cites[0].section", value: "Learning support practise" },
      found: { at: "entries[award].cites[0].section", says: 'Did you mean "Learning support practice"?' },
    },
    {
      wrong: "an answer is followed by one that is not there",
      change: { file, at: "entries[award].next[0]", value: "award-count" },
      found: { at: "entries[award].next[0]", says: 'Did you mean "award-counts"?' },
    },
    {
      wrong: "an answer concerns a requirement that is not there",
      change: { file, at: "entries[award].requirements[0]", value: "award.units" },
      found: { at: "entries[award].requirements[0]", says: 'Did you mean "award.unit"?' },
    },
    {
      wrong: "an answer is for a qualification that is not there",
      change: { file, at: "entries[award].qualification", value: "awards" },
      found: { at: "entries[award].qualification", says: 'Did you mean "award"?' },
    },
    {
      wrong: "an answer that is not silent names no place",
      change: { file, at: "entries[award].cites", value: [] },
      found: { at: "entries[award].cites", says: "names no place in the source" },
    },
    {
      wrong: "an answer has a topic and no qualification",
      change: { file, at: "entries[award].qualification", value: undefined },
      found: { at: "entries[award]", says: "belong together" },
    },
    {
      wrong: "two answers claim one phrasing",
      change: { file, at: "entries[award].phrasings[0]", value: "How much does it cost?" },
      found: { at: "entries[cost].phrasings[0]", says: 'stands in "award" already' },
    },
  ]);
});
