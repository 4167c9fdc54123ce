/** A golden learner: a record and what advice on it must say. They stand in scenarios/ beside the rules. */
import { z } from "zod";
import { CAN_START } from "../advice/recommendation.ts";
import { STATUSES } from "../facts/status.ts";
import type { Finding } from "./finding.ts";
import { openFolder } from "./folder.ts";

const status = z.enum([...STATUSES, "not-applicable"]);
const figure = z.union([z.number(), z.boolean(), z.string(), z.null()]);
const counts = z.strictObject({
  done: z.number().optional(),
  needed: z.number().optional(),
  usableInExactSet: z.number().optional(),
  cap: z.number().nullable().optional(),
});
const plan = z.strictObject({
  units: z.array(z.string()).optional(),
  credits: z.number().optional(),
  newCredits: z.number().optional(),
  level2: z.number().optional(),
});

const scenarioSchema = z.strictObject({
  title: z.string().describe("A sentence of behaviour, unique in the folder"),
  because: z.array(z.string()).describe("The facts and readings it rests on"),
  record: z.record(z.string(), z.unknown()).describe("A learner record; only what the scenario needs"),
  expect: z.strictObject({
    recommended: z.array(z.strictObject({ qualification: z.string(), strength: z.string() })).optional(),
    canStart: z.record(z.string(), z.enum(CAN_START)).optional(),
    role: z.record(z.string(), status).optional(),
    requirements: z
      .record(
        z.string(),
        z.strictObject({
          status: status.optional(),
          actual: figure.optional(),
          required: figure.optional(),
          remaining: z.number().nullable().optional(),
        }),
      )
      .optional(),
    credits: z
      .record(
        z.string(),
        z.strictObject({
          mandatory: counts.optional(),
          optional: counts.optional(),
          total: counts.optional(),
          level2: counts.optional(),
        }),
      )
      .optional(),
    plans: z
      .record(z.string(), z.strictObject({ count: z.int().optional(), first: plan.optional() }))
      .optional(),
    problems: z.array(z.string()).optional().describe("The codes, all of them, in order"),
  }),
});
export type Scenario = z.infer<typeof scenarioSchema>;

export const scenariosSchema = z.strictObject({
  $schema: z.string().optional(),
  scenarios: z.array(scenarioSchema).min(1),
});

/** The day on which every scenario is read, so that a date in one stays past or future. */
export const SCENARIO_DAY = "2026-11-23";

export interface ScenarioFile {
  /** Within scenarios/: `award.json` */
  readonly name: string;
  readonly scenarios: readonly Scenario[];
}

/** The golden learners of an edition, from its folder, with what is wrong with their files. */
export function readScenarios(
  path: string,
  root: string,
): { files: readonly ScenarioFile[]; findings: Finding[] } {
  const folder = openFolder(path, root);
  const files = folder.names("scenarios").flatMap((name) => {
    const content = folder.read(`scenarios/${name}`, scenariosSchema);
    return content ? [{ name, scenarios: content.scenarios }] : [];
  });
  return { files, findings: folder.findings };
}
