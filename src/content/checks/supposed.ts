/** Words for a choice behind "what if" name a choice that is there, and mean one of them. */
import { namingField } from "../../interview/choices.ts";
import type { Question } from "../../interview/question.ts";
import { errorAt, type Finding, meant } from "../finding.ts";
import type { CheckedInterview } from "./checked.ts";
import { sharedPhrases } from "./choices.ts";

export function supposed({ file, questions }: CheckedInterview): Finding[] {
  return questions.flatMap((question, at) => {
    const words = question.suppose?.choices ?? {};
    const path = `questions[${at}].suppose.choices`;
    const known = idsOf(question);
    // A question without any choices is found by another check.
    const unknown = known.length === 0 ? [] : Object.keys(words).filter((id) => !known.includes(id));
    const all = Object.entries(words).map(([id, also]) => ({ id, label: "", also }));
    return [
      ...unknown.map((id) =>
        errorAt(
          file,
          `${path}.${id}`,
          `"${id}" is no choice of "${question.id}"`,
          meant(id, known, "take it out"),
        ),
      ),
      ...sharedPhrases(all, ({ id }) => ({ file, path: `${path}.${id}` })),
    ];
  });
}

function idsOf(question: Question): string[] {
  const choices = question.choices ?? namingField(question)?.choices ?? [];
  return [...(question.kind === "yes-no" ? ["yes", "no"] : []), ...choices.map(({ id }) => id)];
}
