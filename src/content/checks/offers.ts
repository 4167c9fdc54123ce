/** After advice that recommends nothing, a row offers answers to think about again: real ones. */
import { errorAt, type Finding, meant } from "../finding.ts";
import type { CheckedInterview } from "./checked.ts";

export function offers({ edition, content, questions }: CheckedInterview): Finding[] {
  const file = `${edition.folder}/recommend.json`;
  const known = questions.map(({ id }) => id);
  return content.rows.flatMap(({ event }, at) =>
    (event.params.offers ?? []).flatMap(({ question, choice }, place) => {
      const path = `rows[${at}].event.params.offers[${place}]`;
      const asked = questions.find(({ id }) => id === question);
      if (!asked) {
        const right = meant(question, known, "see conversations/interview.json");
        return [errorAt(file, `${path}.question`, `no question is called "${question}"`, right)];
      }
      const own = (asked.choices ?? []).map(({ id }) => id);
      const choices = asked.kind === "yes-no" && own.length === 0 ? ["yes", "no"] : own;
      if (choices.includes(choice)) return [];
      const wrong = `the question "${question}" has no choice "${choice}"`;
      return [errorAt(file, `${path}.choice`, wrong, meant(choice, choices, "see its choices"))];
    }),
  );
}
