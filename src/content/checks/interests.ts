/** An interest that no answer can awaken never ranks a plan. */
import type { Finding } from "../finding.ts";
import { errorAt, meant } from "../finding.ts";
import type { CheckedEdition } from "./checked.ts";
import { misfit } from "./value.ts";

/** Interests are read from the record, so only a told fact can awaken one. */
export function interests({ folder, content }: CheckedEdition): Finding[] {
  const { told } = content.catalogue;
  const file = `${folder}/units.json`;
  return content.units.interests.flatMap(({ fact, value }, at) => {
    const known = told.find(({ id }) => id === fact);
    const path = `interests[${at}]`;
    if (!known) {
      const ids = told.map(({ id }) => id);
      return [
        errorAt(
          file,
          `${path}.fact`,
          `no fact "${fact}" is told`,
          meant(fact, ids, "see told in facts.json"),
        ),
      ];
    }
    const flaw = misfit(known, value);
    return flaw ? [errorAt(file, `${path}.value`, flaw.wrong, flaw.right)] : [];
  });
}
