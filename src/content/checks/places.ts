/** Everything stands where it belongs: the edition in the folder of its id, a rule in the file of its qualification. */
import type { Finding } from "../finding.ts";
import { errorAt } from "../finding.ts";
import type { CheckedEdition } from "./checked.ts";
import { requirementsOf } from "./rules.ts";

export function places(edition: CheckedEdition): Finding[] {
  const { folder, content } = edition;
  const { id } = content.head;
  const misplaced = requirementsOf(edition).filter(({ of, rule }) => !rule.name.startsWith(`${of}.`));
  return [
    ...(folder === `rules/${id}`
      ? []
      : [
          errorAt(
            `${folder}/edition.json`,
            "id",
            `this edition is called "${id}", but its folder is ${folder}`,
            `rename the folder to rules/${id}, or the edition`,
          ),
        ]),
    ...misplaced.map(({ file, path, of, rule }) =>
      errorAt(
        file,
        `${path}.name`,
        `"${rule.name}" stands in the file of "${of}"`,
        `begin its name with "${of}.", or move it to requirements/${rule.name.split(".")[0]}.json`,
      ),
    ),
  ];
}
