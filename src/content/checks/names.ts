/** Two things with one name: json-rules-engine and the program would both take one of them in silence. */
import type { Finding } from "../finding.ts";
import { errorAt } from "../finding.ts";
import type { CheckedEdition, CheckedInterview } from "./checked.ts";
import { requirementsOf } from "./rules.ts";

/** A name and where it stands. */
interface Named {
  readonly file: string;
  readonly path: string;
  readonly name: string;
}

/** Rules, facts, lists, units, groups and readings of an edition have one name each. */
export function editionNames(edition: CheckedEdition): Finding[] {
  const { folder, content } = edition;
  const { units, catalogue, rows, notes, problems, readings, head } = content;
  const at = (file: string, list: string, key: string, all: readonly object[]) =>
    named(`${folder}/${file}`, list, key, all);
  const rules = requirementsOf(edition).map(({ file, path, rule }) => ({
    file,
    path: `${path}.name`,
    name: rule.name,
  }));
  const keys = catalogue.lists.flatMap(({ complete }, place) =>
    complete ? [{ file: `${folder}/facts.json`, path: `lists[${place}].complete`, name: complete }] : [],
  );
  return [
    ...twice("requirement", rules),
    ...twice("row", at("recommend.json", "rows", "name", rows)),
    ...twice("note", at("recommend.json", "notes", "name", notes)),
    ...twice("problem", at("problems.json", "rules", "name", problems.rules)),
    ...twice("fact or list", [
      ...at("facts.json", "told", "id", catalogue.told),
      ...at("facts.json", "lists", "id", catalogue.lists),
      ...keys,
      ...at("facts.json", "derived", "id", catalogue.derived),
    ]),
    ...twice("measure", at("facts.json", "measures", "id", catalogue.measures)),
    ...catalogue.lists.flatMap(({ id, fields }, place) =>
      twice(`field of ${id}`, at("facts.json", `lists[${place}].fields`, "id", fields)),
    ),
    ...twice("unit or bundle", [
      ...at("units.json", "units", "id", units.units),
      ...at("units.json", "bundles", "id", units.bundles),
    ]),
    ...twice("group", at("units.json", "groups", "id", units.groups)),
    ...twice("qualification", at("edition.json", "qualifications", "id", head.qualifications)),
    ...twice("reading", at("readings.json", "readings", "id", readings)),
  ];
}

/** Topics and questions have one id each; so have the choices and fields of one question. */
export function interviewNames({ file, topics, questions }: CheckedInterview): Finding[] {
  const within = questions.flatMap(({ choices = [], fields = [], id }, at) => [
    ...twice(`choice of ${id}`, named(file, `questions[${at}].choices`, "id", choices)),
    ...twice(`field of ${id}`, named(file, `questions[${at}].fields`, "id", fields)),
    ...fields
      .filter(({ choicesFrom }) => !choicesFrom)
      .flatMap((field, place) =>
        twice(
          `choice of ${field.id}`,
          named(file, `questions[${at}].fields[${place}].choices`, "id", field.choices ?? []),
        ),
      ),
  ]);
  return [
    ...twice("topic", named(file, "topics", "id", topics)),
    ...twice("question", named(file, "questions", "id", questions)),
    ...within,
  ];
}

function named(file: string, list: string, key: string, all: readonly object[]): Named[] {
  return all.map((each, at) => ({
    file,
    path: `${list}[${at}].${key}`,
    name: String((each as Record<string, unknown>)[key]),
  }));
}

/** One finding for each that repeats an earlier name. */
export function twice(what: string, all: readonly Named[]): Finding[] {
  return all.flatMap(({ file, path, name }, at) => {
    const first = all.slice(0, at).find((other) => other.name === name);
    if (!first) return [];
    const place = first.file === file ? first.path : `${first.file}: ${first.path}`;
    return [
      errorAt(
        file,
        path,
        `there is a ${what} called "${name}" already, at ${place}`,
        "give one of them another name",
      ),
    ];
  });
}
