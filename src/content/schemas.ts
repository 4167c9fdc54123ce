/** The JSON Schemas of all content files, made from the program's own schemas, so that an editor completes and underlines. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { editionSchema } from "../advice/edition.ts";
import { problemsSchema, readingsSchema, recommendSchema } from "../advice/recommendation.ts";
import { requirementsSchema } from "../advice/requirement.ts";
import { unitsSchema } from "../advice/unit.ts";
import { answersSchema } from "../answers/entry.ts";
import { pageWordsSchema } from "../chat/page.ts";
import { slackWordsSchema } from "../chat/slack.ts";
import { teamsWordsSchema } from "../chat/teams.ts";
import { cohortWordsSchema } from "../cohort/words/words.ts";
import { catalogueSchema } from "../facts/catalogue.ts";
import { interviewSchema } from "../interview/question.ts";
import { wordsSchema } from "../interview/words.ts";
import { heldSchema } from "../record/held.ts";
import { readEdition } from "./edition.ts";
import { editionFolders, recordSchemaOf } from "./library.ts";
import { scenariosSchema } from "./scenario.ts";
import { teamSchema } from "./team.ts";

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  edition: editionSchema,
  units: unitsSchema,
  facts: catalogueSchema,
  requirements: requirementsSchema,
  recommend: recommendSchema,
  problems: problemsSchema,
  readings: readingsSchema,
  scenarios: scenariosSchema,
  interview: interviewSchema,
  messages: wordsSchema,
  page: pageWordsSchema,
  slack: slackWordsSchema,
  teams: teamsWordsSchema,
  cohort: cohortWordsSchema,
  answers: answersSchema,
  held: heldSchema,
  // The records in it are checked by the schema of their edition when it is read.
  "example-team": teamSchema(z.record(z.string(), z.unknown())),
};

/** Each file's name below the root, and its text as it should be; an edition that cannot be read has no record schema. */
export function schemaFiles(root: string): Map<string, string> {
  const records = editionFolders(root).flatMap((name) => {
    const { content } = readEdition(join(root, "rules", name), root);
    return content ? [[schemaFile(`record.${name}`), recordSchemaOf(content)] as const] : [];
  });
  const schemas = Object.entries(SCHEMAS).map(([name, schema]) => [schemaFile(name), schema] as const);
  const files = [...schemas, ...records].map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { reused: "ref", io: "input" });
    return [name, `${JSON.stringify(json, null, 2)}\n`] as const;
  });
  return new Map(files);
}

/** The schema of one kind of content file: what its `$schema` points to. */
export function schemaFile(name: string): string {
  return `schemas/${name}.schema.json`;
}

/** Writes them; returns the names. */
export function writeSchemas(root: string): string[] {
  const files = schemaFiles(root);
  mkdirSync(join(root, "schemas"), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(root, name), text);
  return [...files.keys()];
}
