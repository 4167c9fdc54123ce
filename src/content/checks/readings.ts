/** A reading and the rules that rest on it find each other. */
import type { Finding } from "../finding.ts";
import { errorAt, meant, noteAt } from "../finding.ts";
import type { CheckedEdition } from "./checked.ts";
import { requirementNames, requirementsOf } from "./rules.ts";

interface Rest {
  readonly file: string;
  readonly path: string;
  readonly reading: string | undefined;
}

export function readings(edition: CheckedEdition): Finding[] {
  const { folder, content } = edition;
  const file = `${folder}/readings.json`;
  const known = content.readings.map(({ id }) => id);
  const rests = restsOf(edition);
  const names = requirementNames(content);
  return [
    ...rests.flatMap(({ file: of, path, reading }) =>
      reading === undefined || known.includes(reading)
        ? []
        : [errorAt(of, path, `there is no reading "${reading}"`, meant(reading, known, `see ${file}`))],
    ),
    ...content.readings.flatMap(({ id, requirements }, at) => {
      const path = `readings[${at}]`;
      const unknown = requirements.flatMap((name, place) =>
        names.includes(name)
          ? []
          : [
              errorAt(
                file,
                `${path}.requirements[${place}]`,
                `there is no requirement "${name}"`,
                meant(name, names, `see ${folder}/requirements/`),
              ),
            ],
      );
      const isUsed = requirements.length > 0 || rests.some(({ reading }) => reading === id);
      const unused = noteAt(
        file,
        `${path}.id`,
        `no rule rests on the reading "${id}", so nobody is shown it`,
        "name it as the reading of a rule, or the requirements that it touches",
      );
      return isUsed ? unknown : [...unknown, unused];
    }),
  ];
}

function restsOf(edition: CheckedEdition): Rest[] {
  const { folder, content } = edition;
  const recommend = `${folder}/recommend.json`;
  const of = (list: string, rules: readonly { event: { params: { reading?: string | undefined } } }[]) =>
    rules.map(({ event }, at) => ({
      file: recommend,
      path: `${list}[${at}].event.params.reading`,
      reading: event.params.reading,
    }));
  const required = requirementsOf(edition).map(({ file, path, rule }) => ({
    file,
    path: `${path}.event.params.reading`,
    reading: rule.event.params.reading,
  }));
  return [...required, ...of("rows", content.rows), ...of("notes", content.notes)];
}
