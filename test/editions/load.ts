/** Opens the editions that tests judge by, with their golden learners. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { type Edition, type EditionContent, openEdition } from "../../src/advice/edition.ts";
import { readEdition } from "../../src/content/edition.ts";
import { type Scenario, scenariosSchema } from "../../src/content/scenario.ts";
import { type Read, readJson, readWith, sentenceOf } from "../../src/facts/flaw.ts";
import { type LearnerRecord, recordSchema } from "../../src/record/record.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const LLUK = fileURLToPath(new URL("../../rules/lluk-2010", import.meta.url));
export const ORCHARD = fileURLToPath(new URL("./orchard-2031", import.meta.url));

export interface ScenarioFile {
  readonly name: string;
  readonly scenarios: readonly Scenario[];
}

export function readContent(path: string): ReturnType<typeof readEdition> {
  return readEdition(path, ROOT);
}

/** The content of an edition that has to be right. */
export function loadContent(path: string): EditionContent {
  const { content, findings } = readContent(path);
  if (!content) throw new Error(findings.map((each) => `${each.file}: ${sentenceOf(each)}`).join("\n"));
  return content;
}

export function loadEdition(path: string): Edition {
  return openEdition(loadContent(path));
}

export function loadScenarios(path: string): ScenarioFile[] {
  const folder = join(path, "scenarios");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const { scenarios } = unwrapped(
        readJson(scenariosSchema, readFileSync(join(folder, name), "utf8")),
        name,
      );
      return { name, scenarios };
    });
}

export function schemaOf({ head, catalogue, units }: EditionContent): z.ZodType<LearnerRecord> {
  const unitIds = units.units.map(({ id }) => id);
  return recordSchema(catalogue, head.id, unitIds);
}

/** A record that its edition accepts; throws with every flaw of one that it does not. */
export function recordOf(content: EditionContent, input: unknown): LearnerRecord {
  return unwrapped(readWith(schemaOf(content), input), "record");
}

/** A record of the LLUK edition, from what it holds besides its head. */
export function lluk(told: Readonly<Record<string, unknown>> = {}): LearnerRecord {
  return { format: "signpost.record/1", edition: "lluk-2010", ...told };
}

function unwrapped<T>(read: Read<T>, name: string): T {
  if ("value" in read) return read.value;
  throw new Error(`${name}: ${read.flaws.map(sentenceOf).join("\n")}`);
}
