/** Reads the made-up team that shows what a manager sees. */
import { z } from "zod";
import type { ExampleMember } from "../cohort/member.ts";
import type { LearnerRecord } from "../record/record.ts";
import type { Finding } from "./finding.ts";
import { openFolder } from "./folder.ts";

export function teamSchema<Kept>(record: z.ZodType<Kept>) {
  return z.strictObject({
    $schema: z.string().optional(),
    people: z.array(z.strictObject({ name: z.string().min(1), record })).min(1),
  });
}

/** null with the findings that stand in the way. `record` is the schema of a record of the interview's edition. */
export function readTeam(
  path: string,
  root: string,
  record: z.ZodType<LearnerRecord>,
): { team: readonly ExampleMember[] | null; findings: readonly Finding[] } {
  const folder = openFolder(path, root);
  const content = folder.read("example-team.json", teamSchema(record));
  return { team: content?.people ?? null, findings: folder.findings };
}
