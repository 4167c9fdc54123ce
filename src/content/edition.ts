/** Reads one edition of the rules from its folder: rules/lluk-2010/ and the like. */
import { type EditionContent, editionSchema } from "../advice/edition.ts";
import { problemsSchema, readingsSchema, recommendSchema } from "../advice/recommendation.ts";
import { requirementsSchema } from "../advice/requirement.ts";
import { unitsSchema } from "../advice/unit.ts";
import { catalogueSchema } from "../facts/catalogue.ts";
import type { Finding } from "./finding.ts";
import { openFolder } from "./folder.ts";

/** The content, or null with the findings that stand in the way. `root` is what findings name files relative to. */
export function readEdition(
  path: string,
  root: string,
): { content: EditionContent | null; findings: Finding[] } {
  const folder = openFolder(path, root);
  const head = folder.read("edition.json", editionSchema);
  const units = folder.read("units.json", unitsSchema);
  const catalogue = folder.read("facts.json", catalogueSchema);
  const recommend = folder.read("recommend.json", recommendSchema);
  const problems = folder.read("problems.json", problemsSchema);
  const readings = folder.read("readings.json", readingsSchema);
  const requirementsOf = (name: string) =>
    folder.read(`requirements/${name}.json`, requirementsSchema)?.requirements ?? [];
  const role = requirementsOf("role");
  const requirements = new Map((head?.qualifications ?? []).map(({ id }) => [id, requirementsOf(id)]));
  const { findings } = folder;
  if (findings.length > 0 || !head || !units || !catalogue || !recommend || !problems || !readings) {
    return { content: null, findings };
  }
  const { rows, notes } = recommend;
  const content = {
    head,
    units,
    catalogue,
    role,
    requirements,
    rows,
    notes,
    problems,
    readings: readings.readings,
  };
  return { content, findings };
}
