/** Choices can be told apart by what people type, and a question that needs some has some. */
import type { Choice } from "../../interview/question.ts";
import { phrasesOf } from "../../interview/reading/choice.ts";
import { plain } from "../../interview/reading/phrase.ts";
import { errorAt, type Finding } from "../finding.ts";
import type { CheckedInterview } from "./checked.ts";

interface Asking {
  readonly id: string;
  readonly kind: string;
  readonly choices?: readonly Choice[] | undefined;
  readonly choicesFrom?: "units" | undefined;
  readonly yes?: readonly string[] | undefined;
  readonly no?: readonly string[] | undefined;
}

export function choices(interview: CheckedInterview): Finding[] {
  const { file, questions } = interview;
  return questions.flatMap((question, at) => {
    const path = `questions[${at}]`;
    const fields = (question.fields ?? []).flatMap((field, place) => {
      const own = `${path}.fields[${place}]`;
      return field.choicesFrom ? unitPhrases(interview, field.choices ?? []) : asking(file, own, field);
    });
    return [...asking(file, path, question), ...fields];
  });
}

function asking(file: string, path: string, { id, kind, choices: own = [], yes, no }: Asking): Finding[] {
  if ((kind === "choice" || kind === "many") && own.length === 0)
    return [errorAt(file, path, `"${id}" is a ${kind} without choices`, 'add "choices"')];
  const yesAndNo = (yes ?? []).flatMap((phrase, place) =>
    (no ?? []).map(plain).includes(plain(phrase))
      ? [errorAt(file, `${path}.yes[${place}]`, `"${phrase}" means yes and no`, "keep one of the two")]
      : [],
  );
  return [...sharedPhrases(own, (_, place) => ({ file, path: `${path}.choices[${place}]` })), ...yesAndNo];
}

/** Units and awards are choices too; their phrases stand in units.json. */
function unitPhrases({ edition, content }: CheckedInterview, own: readonly Choice[]): Finding[] {
  const file = `${edition.folder}/units.json`;
  const { units, bundles } = content.units;
  return sharedPhrases(own, ({ id }) => {
    const at = units.findIndex((unit) => unit.id === id);
    const path = at >= 0 ? `units[${at}]` : `bundles[${bundles.findIndex((each) => each.id === id)}]`;
    return { file, path };
  });
}

/** Found at the later of the two choices. */
export function sharedPhrases(
  all: readonly Choice[],
  placeOf: (choice: Choice, at: number) => { file: string; path: string },
): Finding[] {
  return all.flatMap((choice, at) =>
    all.slice(0, at).flatMap((first) => {
      const own = new Set(phrasesOf(choice));
      return [...new Set(phrasesOf(first))]
        .filter((phrase) => own.has(phrase))
        .map((phrase) => {
          const { file, path } = placeOf(choice, at);
          const wrong = `"${phrase}" means "${first.id}" and "${choice.id}", so it is not clear when typed`;
          return errorAt(file, path, wrong, "keep it for one of the two");
        });
    }),
  );
}
