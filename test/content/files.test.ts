import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkContent } from "../../src/content/check.ts";
import { itFinds, LLUK, newFindings, withCopy } from "./broken.ts";

const FACTS = `${LLUK}/facts.json`;

describe("files", () => {
  itFinds([
    {
      wrong: "a file is no JSON",
      change: { file: FACTS, value: '{ "told": [ }' },
      found: { at: "", says: "this is not JSON" },
    },
    {
      wrong: "a file of the conversation is no JSON, and the rules are checked all the same",
      change: [
        { file: "conversations/messages.json", value: "{" },
        { file: `${LLUK}/edition.json`, at: "qualifications[award].credits", value: 7 },
        { file: "conversations/interview.json", at: "questions[mentor].topic", value: "arround" },
      ],
      found: [
        { at: "", says: "look for a missing comma, quote or bracket" },
        { file: `${LLUK}/edition.json`, at: "qualifications[award].credits", says: "come to 6" },
        {
          file: "conversations/interview.json",
          at: "questions[mentor].topic",
          says: 'Did you mean "around"?',
        },
      ],
    },
    {
      wrong: "a file holds a list instead of an object",
      change: { file: FACTS, value: "[]" },
      found: { at: "", says: "[] is not an object in { }" },
    },
    {
      wrong: "a file is missing",
      change: { file: FACTS, value: undefined },
      found: { at: "", says: "this file is missing; add it" },
    },
    {
      wrong: "the requirements of a qualification are missing",
      change: { file: `${LLUK}/requirements/award.json`, value: undefined },
      found: { at: "", says: "this file is missing" },
    },
    {
      wrong: "a file of the conversation is missing",
      change: { file: "conversations/messages.json", value: undefined },
      found: { at: "", says: "this file is missing" },
    },
    {
      wrong: "the rules are gone",
      change: { file: "rules", value: undefined },
      found: [
        {
          file: "conversations/interview.json",
          at: "edition",
          says: 'there is no edition "lluk-2010" in rules/',
        },
        { file: "rules", at: "", says: "there is no edition here; add a folder such as rules/lluk-2010" },
      ],
    },
    {
      wrong: "the conversation is gone",
      change: { file: "conversations", value: undefined },
      found: [
        { file: "conversations/answers.json", at: "", says: "this file is missing" },
        { file: "conversations/cohort.json", at: "", says: "this file is missing" },
        { file: "conversations/interview.json", at: "", says: "this file is missing" },
        { file: "conversations/messages.json", at: "", says: "this file is missing" },
        { file: "conversations/page.json", at: "", says: "this file is missing" },
        { file: "conversations/slack.json", at: "", says: "this file is missing" },
        { file: "conversations/teams.json", at: "", says: "this file is missing" },
      ],
    },
    {
      wrong: "a made-up person of the example team tells what no record can hold",
      change: { file: "conversations/example-team.json", at: "people[1].record.mentr", value: true },
      found: {
        file: "conversations/example-team.json",
        at: "people[1].record.mentr",
        says: 'Did you mean "mentor"?',
      },
    },
    {
      wrong: "a word of the page has a slip in its name",
      change: { file: "conversations/page.json", at: "titel", value: "Signpost" },
      found: { file: "conversations/page.json", at: "titel", says: "this key is not known here" },
    },
    {
      wrong: "two files have a slip each, and both are found",
      change: [
        { file: FACTS, at: "told[mentor].typ", value: "boolean" },
        { file: `${LLUK}/units.json`, at: "units[M1].credit", value: 6 },
      ],
      found: [
        { at: "told[mentor].typ", says: 'Did you mean "type"?' },
        { file: `${LLUK}/units.json`, at: "units[M1].credit", says: 'Did you mean "credits"?' },
      ],
    },
  ]);

  it("finds nothing but what is missing in an empty folder", async () => {
    const root = mkdtempSync(join(tmpdir(), "signpost-check-"));
    try {
      const findings = await checkContent(root);
      const files = [...new Set(findings.map(({ file }) => file))];
      expect(files).toContain("rules");
      expect(files).toContain("conversations/interview.json");
      expect(findings.every(({ severity }) => severity === "error")).toBe(true);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  it("says so where a folder stands in the place of a file", async () => {
    await withCopy(async (root) => {
      rmSync(join(root, FACTS));
      mkdirSync(join(root, FACTS));
      const [finding, ...others] = await newFindings(root, []);
      expect(finding).toMatchObject({ file: FACTS, path: "", severity: "error" });
      expect(finding?.wrong).toContain("this file cannot be read");
      expect(others).toEqual([]);
    });
  });

  it("says the folder's name where it is not the edition's id", async () => {
    await withCopy(async (root) => {
      const change = { file: `${LLUK}/edition.json`, at: "id", value: "lluk-2011" };
      const findings = await newFindings(root, [change]);
      expect(findings).toContainEqual({
        file: `${LLUK}/edition.json`,
        severity: "error",
        path: "id",
        wrong: 'this edition is called "lluk-2011", but its folder is rules/lluk-2010',
        right: "rename the folder to rules/lluk-2011, or the edition",
      });
      const others = findings.filter(({ file }) => file !== `${LLUK}/edition.json`);
      expect(others.every(({ path }) => path.endsWith("record.edition"))).toBe(true);
    });
  });
});

describe("schemas", () => {
  itFinds([
    {
      wrong: "a file does not name its schema",
      change: { file: FACTS, at: "$schema" },
      found: { at: "$schema", says: 'write "../../schemas/facts.schema.json"' },
    },
    {
      wrong: "a file names the schema of another",
      change: {
        file: `${LLUK}/requirements/award.json`,
        at: "$schema",
        value: "../../../schemas/recommend.schema.json",
      },
      found: { at: "$schema", says: 'write "../../../schemas/requirements.schema.json"' },
    },
    {
      wrong: "golden learners name no schema",
      change: { file: `${LLUK}/scenarios/award.json`, at: "$schema" },
      found: { at: "$schema", says: 'write "../../../schemas/scenarios.schema.json"' },
    },
    {
      wrong: "a schema is not as the program makes it",
      change: { file: "schemas/units.schema.json", at: "title", value: "Units" },
      found: { at: "", says: "this file is not as the program makes it; run npm run schemas" },
    },
    {
      wrong: "a schema is missing",
      change: { file: "schemas/facts.schema.json", value: undefined },
      found: { at: "", says: "this file is missing; run npm run schemas" },
    },
    {
      wrong: "a schema is left from an edition that is gone",
      change: { file: "schemas/record.lluk-2009.schema.json", value: "{}" },
      found: { at: "", says: "nothing has this schema any more; delete it" },
    },
  ]);
});
