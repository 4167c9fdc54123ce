/** Qualifications, requirements, units and tags that other entries name have to exist. */
import type { Finding } from "../finding.ts";
import { errorAt, meant } from "../finding.ts";
import type { CheckedEdition } from "./checked.ts";

export function references(edition: CheckedEdition): Finding[] {
  return [...countReferences(edition), ...unitReferences(edition), ...rowReferences(edition)];
}

function missing(
  file: string,
  path: string,
  what: string,
  typed: string,
  known: readonly string[],
  from: string,
): Finding[] {
  if (known.includes(typed)) return [];
  return [errorAt(file, path, `there is no ${what} called "${typed}"`, meant(typed, known, `see ${from}`))];
}

/** The figures of a qualification come from its own requirements. */
function countReferences({ folder, content }: CheckedEdition): Finding[] {
  return content.head.qualifications.flatMap(({ id, counts }, at) => {
    const known = (content.requirements.get(id) ?? []).map(({ name }) => name);
    return Object.entries(counts).flatMap(([figure, name]) =>
      missing(
        `${folder}/edition.json`,
        `qualifications[${at}].counts.${figure}`,
        `requirement of "${id}"`,
        name ?? "",
        known,
        `${folder}/requirements/${id}.json`,
      ),
    );
  });
}

function unitReferences({ folder, content }: CheckedEdition): Finding[] {
  const { units, head } = content;
  const file = `${folder}/units.json`;
  const unitIds = units.units.map(({ id }) => id);
  const qualifications = head.qualifications.map(({ id }) => id);
  const tags = [...new Set(units.units.flatMap(({ tags: own = [] }) => own))];
  const of = (path: string, ids: readonly string[]) =>
    ids.flatMap((id, at) => missing(file, `${path}[${at}]`, "unit", id, unitIds, "units above"));
  return [
    ...units.groups.flatMap(({ qualification, units: ids }, at) => [
      ...missing(
        file,
        `groups[${at}].qualification`,
        "qualification",
        qualification,
        qualifications,
        `${folder}/edition.json`,
      ),
      ...of(`groups[${at}].units`, ids),
    ]),
    ...units.bundles.flatMap(({ units: ids }, at) => of(`bundles[${at}].units`, ids)),
    ...units.interests.flatMap(({ tags: wanted }, at) =>
      wanted.flatMap((tag, place) =>
        missing(
          file,
          `interests[${at}].tags[${place}]`,
          "unit with a tag",
          tag,
          tags,
          "the tags of the units",
        ),
      ),
    ),
  ];
}

/** A row recommends, and overrules the start of, qualifications of its edition. */
function rowReferences({ folder, content }: CheckedEdition): Finding[] {
  const known = content.head.qualifications.map(({ id }) => id);
  const qualification = (path: string, id: string) =>
    missing(`${folder}/recommend.json`, path, "qualification", id, known, `${folder}/edition.json`);
  return content.rows.flatMap(({ event: { params } }, at) => {
    const path = `rows[${at}].event.params`;
    return [
      ...params.recommended.flatMap((each, place) =>
        qualification(`${path}.recommended[${place}].qualification`, each.qualification),
      ),
      ...Object.keys(params.canStart ?? {}).flatMap((id) => qualification(`${path}.canStart.${id}`, id)),
    ];
  });
}
