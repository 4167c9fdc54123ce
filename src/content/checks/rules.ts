/** The rules of an edition with the file and place where each stands, so that a finding can point there. */
import type { EditionContent } from "../../advice/edition.ts";
import type { Requirement } from "../../advice/requirement.ts";
import type { Condition, Group, Leaf } from "../../facts/condition.ts";
import type { Question } from "../../interview/question.ts";
import type { CheckedEdition, PlacedCondition, Use } from "./checked.ts";

export interface PlacedRequirement {
  readonly file: string;
  readonly path: string;
  /** The qualification, or `role`: the name of the file. */
  readonly of: string;
  readonly rule: Requirement;
}

type Folder = Pick<CheckedEdition, "folder" | "content">;

/** Every requirement, the role's first. */
export function requirementsOf({ folder, content }: Folder): PlacedRequirement[] {
  const files = [["role", content.role] as const, ...content.requirements];
  return files.flatMap(([of, rules]) =>
    rules.map((rule, at) => ({
      file: `${folder}/requirements/${of}.json`,
      path: `requirements[${at}]`,
      of,
      rule,
    })),
  );
}

/** Every condition of an edition's rules. */
export function conditionsOf(edition: Folder): PlacedCondition[] {
  const { folder, content } = edition;
  const required = requirementsOf(edition).flatMap(({ file, path, rule }) => {
    const { appliesWhen } = rule.event.params;
    const own = placed(file, path, "requirement", rule);
    if (!appliesWhen) return [own];
    const place = { file, path: `${path}.event.params.appliesWhen`, name: rule.name };
    return [own, { ...place, use: "appliesWhen" as const, condition: appliesWhen }];
  });
  const recommend = `${folder}/recommend.json`;
  return [
    ...required,
    ...content.rows.map((row, at) => placed(recommend, `rows[${at}]`, "row", row)),
    ...content.notes.map((note, at) => placed(recommend, `notes[${at}]`, "note", note)),
    ...content.problems.rules.map((rule, at) =>
      placed(`${folder}/problems.json`, `rules[${at}]`, "problem", rule),
    ),
  ];
}

function placed(
  file: string,
  path: string,
  use: Use,
  { name, conditions }: { name: string; conditions: Group },
): PlacedCondition {
  return { file, path: `${path}.conditions`, name, use, condition: conditions };
}

/** The conditions under which questions are asked. */
export function whensOf(file: string, questions: readonly Question[]): PlacedCondition[] {
  return questions.flatMap(({ id, when }, at) =>
    when ? [{ file, path: `questions[${at}].when`, name: id, use: "when" as const, condition: when }] : [],
  );
}

/** Every leaf of a condition with its own place. */
export function placedLeaves(condition: Condition, path: string): { path: string; leaf: Leaf }[] {
  if ("all" in condition)
    return condition.all.flatMap((part, at) => placedLeaves(part, `${path}.all[${at}]`));
  if ("any" in condition)
    return condition.any.flatMap((part, at) => placedLeaves(part, `${path}.any[${at}]`));
  if ("not" in condition) return placedLeaves(condition.not, `${path}.not`);
  return [{ path, leaf: condition }];
}

/** Each file of an edition as its schema read it, for checks that look at every text or citation. */
export function filesOf({ folder, content }: Folder): ReadonlyMap<string, unknown> {
  const { head, units, catalogue, role, requirements, rows, notes, problems, readings } = content;
  return new Map<string, unknown>([
    [`${folder}/edition.json`, head],
    [`${folder}/units.json`, units],
    [`${folder}/facts.json`, catalogue],
    [`${folder}/requirements/role.json`, { requirements: role }],
    ...[...requirements].map(
      ([id, rules]) => [`${folder}/requirements/${id}.json`, { requirements: rules }] as const,
    ),
    [`${folder}/recommend.json`, { rows, notes }],
    [`${folder}/problems.json`, problems],
    [`${folder}/readings.json`, { readings }],
  ]);
}

/** The names of all requirements, as `counts`, readings and scenarios may use them. */
export function requirementNames({ role, requirements }: EditionContent): string[] {
  return [...role, ...[...requirements.values()].flat()].map(({ name }) => name);
}
